import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Figure } from './figure.js';
import { inTurn } from './paired.js';
import { bareWs, wsioClient } from './ws_clients.js';

const KIB = 1024;
const MIB = KIB * KIB;
/** Sizes of messages, and how many of them a round sends. */
const LOADS = [
  { name: '64 B', size: 64, count: 50_000 },
  { name: '4 KiB', size: 4 * KIB, count: 8_000 },
  { name: '1 MiB', size: MIB, count: 48 },
];
const LEAST = 0.8;

/** wsio against the `ws` client that it is made of: both send to one server, which has a process of its own. */
export async function webSocketFigures(quick: boolean): Promise<readonly Figure[]> {
  const child = fork(new URL('ws_server.js', import.meta.url));
  const [port] = (await once(child, 'message')) as [number];
  const rounds = quick ? { warmUp: 0, counted: 1 } : { warmUp: 3, counted: 15 };
  const figures: Figure[] = [];
  try {
    for (const { name, size, count } of LOADS) {
      const message = Buffer.alloc(size, 'x');
      const messages = quick ? Math.ceil(count / 50) : count;
      const [theirs = [], ours = []] = await inTurn(
        [bareWs, wsioClient].map(
          (client) => async () => (messages * 1000) / (await client.send(port, message, messages)),
        ),
        rounds,
      );
      const common = { against: bareWs.name, aim: { kind: 'at least', value: LEAST } } as const;
      const what = `wsio, sending messages of ${name}`;
      const megabytes = (rate: number): number => (rate * size) / MIB;
      figures.push({ ...common, name: what, unit: 'messages/s', ours, theirs });
      figures.push({
        ...common,
        aim: null,
        name: what,
        unit: 'MiB/s',
        ours: ours.map(megabytes),
        theirs: theirs.map(megabytes),
      });
    }
    return figures;
  } finally {
    child.disconnect();
    await once(child, 'exit');
  }
}
