import type { AdapterApi, AdapterModule } from '../../../src/subject/adapter.js';
import {
  create_tlspool_client,
  create_tlspool_service,
  type Descriptors,
  type Dependencies,
} from '../../../src/adapters/index.js';
import { MESSAGE_SIZE } from '../../../src/adapters/tlspool/wire.js';
import type { TlspoolClientApi, TlspoolServiceApi } from '../../../src/adapters/index.js';

/** Offsets in a message of what the defects spoil. */
export const AT = {
  cmd: 4,
  tlserrno: 8,
  message: 12,
  facilities: 144,
  producer: 8,
  flags: 8,
  ctlkey: 276,
  last: 387,
};
export const CMD = { ERROR: 1, PING: 0x10, STARTTLS: 0x24 };

/** Changes a message, which is a copy, before it is sent. */
export type Spoil = (message: Buffer, cmd: number) => void;

function module(
  name: string,
  side: 'client' | 'pool',
  create: (dependencies: Dependencies) => AdapterApi,
): AdapterModule {
  return { specification: 'tlspool', name, version: '1.0.0', capabilities: { side }, create };
}

/** The bundled client with functions of its own in place of some. */
export function brokenClient(
  name: string,
  defect: (sound: TlspoolClientApi) => Partial<TlspoolClientApi>,
): AdapterModule {
  return module(name, 'client', (dependencies) => {
    const sound = create_tlspool_client(dependencies);
    return { ...sound, ...defect(sound) };
  });
}

/** The bundled client, whose messages are spoilt on their way. */
export function spoiltClient(name: string, spoil: Spoil): AdapterModule {
  return module(name, 'client', (dependencies) => ({
    ...create_tlspool_client(spoiling(dependencies, spoil)),
  }));
}

/** The bundled pool over descriptors of its own in place of some. */
export function brokenPool(name: string, below: (sound: Descriptors) => Partial<Descriptors>): AdapterModule {
  return module(name, 'pool', (dependencies): AdapterApi => {
    const service: TlspoolServiceApi = create_tlspool_service(over(dependencies, below));
    return { ...service };
  });
}

/** The bundled pool, whose messages are spoilt on their way. */
export function spoiltPool(name: string, spoil: Spoil): AdapterModule {
  return module(name, 'pool', (dependencies) => ({
    ...create_tlspool_service(spoiling(dependencies, spoil)),
  }));
}

function over(dependencies: Dependencies, below: (sound: Descriptors) => Partial<Descriptors>): Dependencies {
  const { descriptors } = dependencies;
  if (descriptors === undefined) return dependencies;
  return { ...dependencies, descriptors: { ...descriptors, ...below(descriptors) } };
}

function spoiling(dependencies: Dependencies, spoil: Spoil): Dependencies {
  return over(dependencies, (sound) => ({
    send: (descriptor, bytes, passed) => {
      const message = Buffer.from(bytes);
      // The rest of a message that had no room as a whole is none.
      if (message.length === MESSAGE_SIZE) spoil(message, message.readUInt32LE(AT.cmd));
      return sound.send(descriptor, message, passed);
    },
  }));
}
