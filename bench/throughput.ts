import { fork } from 'node:child_process';
import { once } from 'node:events';
import { tlsio_chained, tlsio_direct } from '../src/adapters/index.js';
import { certificatesFor } from '../src/stage/certificates.js';
import { adapterClient } from './adapter_client.js';
import { bareClient } from './bare_client.js';
import type { Aim, Figure } from './figure.js';
import { inTurn, type Rounds } from './paired.js';
import { CHUNK, type Client, type Direction, type Server } from './tls_request.js';

const CLIENTS: readonly Client[] = [
  bareClient,
  adapterClient('tlsio_direct', tlsio_direct),
  adapterClient('tlsio_chained', tlsio_chained),
];

/** Both adapters against node:tls itself: clients of one server, which has a process of its own. */
export async function throughputFigures(quick: boolean): Promise<readonly Figure[]> {
  const { authority, server: certificates } = await certificatesFor('localhost');
  const { certificate: cert, privateKey: key } = certificates.good;
  const child = fork(new URL('tls_server.js', import.meta.url));
  child.send({ cert, key });
  const [port] = (await once(child, 'message')) as [number];
  const server: Server = { port, authority };
  const rounds = quick ? { warmUp: 0, counted: 1 } : { warmUp: 3, counted: 25 };
  const chunks = quick ? 16 : 256;
  const handshakes = quick ? 3 : 25;
  try {
    return [
      ...(await compared('sending 64 KiB writes', 'MiB/s', 0.8, rounds, carries(server, 'up', chunks))),
      ...(await compared('receiving 64 KiB writes', 'MiB/s', 0.8, rounds, carries(server, 'down', chunks))),
      ...(await compared('opening', 'handshakes/s', 0.9, rounds, async (client) => {
        const start = performance.now();
        for (let count = 0; count < handshakes; count += 1) await client.handshake(server);
        return (handshakes * 1000) / (performance.now() - start);
      })),
    ];
  } finally {
    child.disconnect();
    await once(child, 'exit');
  }
}

function carries(server: Server, direction: Direction, chunks: number): (client: Client) => Promise<number> {
  return async (client) => {
    const took = await client.transfer(server, direction, chunks);
    return (chunks * CHUNK.length * 1000) / took / 1024 / 1024;
  };
}

async function compared(
  what: string,
  unit: string,
  least: number,
  rounds: Rounds,
  rateOf: (client: Client) => Promise<number>,
): Promise<readonly Figure[]> {
  const [bare = [], ...adapters] = await inTurn(
    CLIENTS.map((client) => () => rateOf(client)),
    rounds,
  );
  const aim: Aim = { kind: 'at least', value: least };
  return adapters.map((ours, index) => ({
    name: `${CLIENTS[index + 1]?.name ?? ''}, ${what}`,
    unit,
    against: bareClient.name,
    ours,
    theirs: bare,
    aim,
  }));
}
