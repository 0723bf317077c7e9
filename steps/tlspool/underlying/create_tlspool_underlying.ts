import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Descriptors } from '../../../src/adapters/tlspool/descriptors.js';
import { spiesOf, stubsOf } from '../../../src/stage/doubles.js';
import { descriptorOf, hostDescriptors } from './host/host_descriptors.js';
import { ForwardedPool } from './loopback/forwarded_pool.js';
import { startPool, type PoolProcess } from './loopback/start_pool.js';
import { MemoryDescriptors } from './memory/memory_descriptors.js';
import { ScriptedPool } from './mock/scripted_pool.js';
import { tapped } from './network_tap.js';
import type { Connection, TlspoolUnderlying } from './underlying.js';
import type { Wire } from './wire/wire.js';

/** Descriptors in memory and a pool that follows a script. */
export function createMock(wire: Wire): TlspoolUnderlying {
  const descriptors = new MemoryDescriptors();
  return {
    kind: 'mock',
    doubles: stubsOf<Descriptors>(descriptors),
    descriptors,
    path: 'pool.sock',
    mode: () => descriptors.modes.get('pool.sock') ?? 0,
    backend: () => Promise.resolve(new ScriptedPool(descriptors, wire)),
    connection: () => {
      const [descriptor, other] = descriptors.pair();
      const { stream, seen } = tapped(descriptors.stream(other));
      return Promise.resolve({ descriptor, far: stream, network: seen });
    },
    activity: () => descriptors.activity,
    open: () => descriptors.open,
    dispose: () => Promise.resolve(),
  };
}

let pool: Promise<PoolProcess> | null = null;

/** The host's sockets, TCP connections, and a pool of ours in a process of its own, which all scenarios share. */
export function createLoopback({ size }: Wire): TlspoolUnderlying {
  const folder = mkdtempSync(join(tmpdir(), 'iospec-'));
  const path = join(folder, 'pool.sock');
  return {
    kind: 'loopback',
    doubles: spiesOf(hostDescriptors),
    descriptors: hostDescriptors,
    path,
    mode: () => statSync(path).mode & 0o777,
    backend: async () => {
      pool ??= startPool();
      return new ForwardedPool(hostDescriptors, (await pool).path, size);
    },
    connection: tcpConnection,
    activity: () => null,
    open: () => 0,
    dispose: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

/** Two ends of a TCP connection on this machine, the near one as a descriptor. */
export async function tcpConnection(): Promise<Connection> {
  const server = createServer({ pauseOnConnect: true }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const far = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [[near]] = (await Promise.all([once(server, 'connection'), once(far, 'connect')])) as [
    [Socket],
    unknown,
  ];
  server.close();
  const { stream, seen } = tapped(far);
  return { descriptor: descriptorOf(near), far: stream, network: seen };
}
