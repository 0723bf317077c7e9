import { create_socketio } from '../socketio/socketio.js';
import type { Dependencies } from '../xio/dependencies.js';
import { TextCopy } from '../xio/text_copy.js';
import type { TLSIO_CONFIG } from '../xio/xio.js';
import { ChainedTransport } from './chained_transport.js';
import { DirectTransport } from './direct_transport.js';
import { Instance } from './instance.js';
import { OwnedXio } from './owned_xio.js';
import type { Transport } from './transport.js';

/** Why an instance, or a part of it, cannot be made. */
export interface Refusal {
  readonly refusal: string;
}

/** Makes what a design stands on. */
export type MakeTransport = (config: TLSIO_CONFIG, dependencies: Dependencies) => Transport | Refusal;

/** Checks a `TLSIO_CONFIG`; `undefined` counts as NULL. Serves SRS_TLSIO_30_012 to 30_015. */
function readConfig(parameters: unknown): TLSIO_CONFIG | Refusal {
  if (typeof parameters !== 'object' || parameters === null)
    return { refusal: 'io_create_parameters is NULL' };
  const { hostname, port, underlying_io_interface, underlying_io_parameters } =
    parameters as Partial<TLSIO_CONFIG>;
  if (typeof hostname !== 'string' || hostname === '') return { refusal: 'hostname is NULL or empty' };
  if (typeof port !== 'number' || !Number.isInteger(port) || port < 0 || port > 0xffff) {
    return { refusal: `port ${String(port)} is not a whole number from 0 to 65535` };
  }
  return {
    hostname,
    port,
    underlying_io_interface: underlying_io_interface ?? null,
    underlying_io_parameters: underlying_io_parameters ?? null,
  };
}

/** Serves SRS_TLSIO_30_017. */
export const makeDirectTransport: MakeTransport = (config, dependencies) => {
  if (config.underlying_io_interface !== null) return { refusal: 'underlying_io_interface is not NULL' };
  if (config.underlying_io_parameters !== null) return { refusal: 'underlying_io_parameters is not NULL' };
  return new DirectTransport(dependencies);
};

/** Serves SRS_TLSIO_30_018 and 30_019; without an interface the owned xio is a socketio over the same dependencies. */
export const makeChainedTransport: MakeTransport = (config, dependencies) => {
  const { hostname, port, underlying_io_interface, underlying_io_parameters } = config;
  const xio =
    underlying_io_interface === null
      ? OwnedXio.create(create_socketio(dependencies).socketio_get_interface_description(), {
          hostname,
          port,
        })
      : OwnedXio.create(underlying_io_interface, underlying_io_parameters);
  return xio === null ? { refusal: 'the underlying IO cannot be created' } : new ChainedTransport(xio);
};

/** Makes an instance in TLSIO_STATE_EXT_CLOSED, or nothing at all. Serves SRS_TLSIO_30_010, 30_011 and 30_016. */
export function createInstance(
  parameters: unknown,
  makeTransport: MakeTransport,
  dependencies: Dependencies,
): Instance | Refusal {
  const config = readConfig(parameters);
  if ('refusal' in config) return config;
  const transport = makeTransport(config, dependencies);
  if ('refusal' in transport) return transport;
  const hostname = TextCopy.of(dependencies, config.hostname ?? '');
  if (hostname === null) {
    transport.destroy();
    return { refusal: 'no memory for the hostname' };
  }
  return new Instance(dependencies, transport, hostname, config.port);
}
