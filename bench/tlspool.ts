import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { systemDescriptors, takeDescriptor, tlspool_client } from '../src/adapters/index.js';
import { SERVER_NAME } from '../steps/tlspool/underlying/credentials.js';
import { startPool } from '../steps/tlspool/underlying/loopback/start_pool.js';
import { certificatesFor } from '../src/stage/certificates.js';
import type { Figure } from './figure.js';
import { inTurn } from './paired.js';
import { requestFor, type Server } from './tls_request.js';

/** Connections that are protected at once. */
const AT_ONCE = 100;
const LEAST = 0.7;
const HOST = '127.0.0.1';

/** Asks the server for nothing, and waits for its answer: both sides have the keys. */
async function useOnce(stream: Duplex): Promise<void> {
  stream.write(requestFor('up', 0));
  await once(stream, 'data');
  stream.destroy();
}

async function bareConnection({ port, authority }: Server): Promise<void> {
  const socket = connectTls({ host: HOST, port, ca: authority, servername: SERVER_NAME });
  await once(socket, 'secureConnect');
  await useOnce(socket);
}

/** One connection that a flow of the client hands to the pool, and the plain text that it gets back. */
async function pooledConnection(pool: object, { port }: Server): Promise<void> {
  const socket = connectTcp(port, HOST);
  await once(socket, 'connect');
  const cipher = takeDescriptor(socket);
  if (cipher === null) throw new Error('the connection has no descriptor');
  const plaintext = await new Promise<number>((resolve, reject) => {
    const flow = tlspool_client.tlspool_flow_create(
      pool,
      (_context, _tlserrno, message) => {
        reject(new Error(message));
      },
      null,
    );
    const result = tlspool_client.tlspool_flow_starttls(
      flow,
      cipher,
      'TLSPOOL_ROLE_CLIENT',
      0,
      null,
      SERVER_NAME,
      null,
      null,
      null,
      () => tlspool_client.tlspool_flow_accept(flow, null),
      null,
      (_context, given) => {
        resolve(given);
      },
      null,
    );
    if (result !== 0) reject(new Error('tlspool_flow_starttls failed'));
  });
  await useOnce(systemDescriptors.stream(plaintext));
}

/** Calls `tlspool_async_process` once in each turn of the event loop until something is done. */
function processing(pool: object, done: Promise<unknown>): Promise<unknown> {
  let next: NodeJS.Immediate;
  const takeTurn = (): void => {
    tlspool_client.tlspool_async_process(pool);
    next = setImmediate(takeTurn);
  };
  takeTurn();
  return done.finally(() => {
    clearImmediate(next);
  });
}

/** A hundred connections by way of a pool against a hundred of node:tls, all of them at once. */
export async function tlspoolFigures(quick: boolean): Promise<readonly Figure[]> {
  if (process.platform !== 'linux') return [];
  const { authority, server: certificates } = await certificatesFor(SERVER_NAME);
  const { certificate: cert, privateKey: key } = certificates.good;
  const child = fork(new URL('tls_server.js', import.meta.url));
  child.send({ cert, key });
  const [port] = (await once(child, 'message')) as [number];
  const server: Server = { port, authority };
  const poolProcess = await startPool();
  const pool = tlspool_client.tlspool_async_open(poolProcess.path);
  const atOnce = (connection: () => Promise<void>): Promise<unknown> =>
    Promise.all(Array.from({ length: AT_ONCE }, connection));
  const rateOf = async (connections: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await connections();
    return (AT_ONCE * 1000) / (performance.now() - start);
  };
  try {
    if (pool === null) throw new Error('the pool can’t be connected to');
    const [theirs = [], ours = []] = await inTurn(
      [
        () => rateOf(() => atOnce(() => bareConnection(server))),
        () =>
          rateOf(() =>
            processing(
              pool,
              atOnce(() => pooledConnection(pool, server)),
            ),
          ),
      ],
      quick ? { warmUp: 0, counted: 1 } : { warmUp: 3, counted: 25 },
    );
    return [
      {
        name: `tlspool, ${AT_ONCE} STARTTLS at once`,
        unit: 'handshakes/s',
        against: 'bare node:tls',
        ours,
        theirs,
        aim: { kind: 'at least', value: LEAST },
      },
    ];
  } finally {
    tlspool_client.tlspool_async_closed(pool);
    await poolProcess.stop();
    child.disconnect();
    await once(child, 'exit');
  }
}
