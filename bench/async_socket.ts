import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { create_async_socket_linux } from '../src/adapters/index.js';
import { libc } from '../src/adapters/async_socket_linux/linux_socket/native/libc.js';
import type { Figure } from './figure.js';
import { inTurn } from './paired.js';

const CHUNK = Buffer.alloc(64 * 1024, 'x');
const MIB = 1024 * 1024;

/** A connected TCP socket as the system has it. */
function descriptorTo(port: number): number {
  const calls = libc();
  const socket = calls.function('int socket(int, int, int)')(2, 1, 0);
  const address = Buffer.alloc(16);
  address.writeUInt16LE(2, 0);
  address.writeUInt16BE(port, 2);
  address.writeUInt32BE(0x7f000001, 4);
  if (calls.function('int connect(int, void *, int)')(socket, address, address.length) !== 0)
    throw new Error(`no connection: errno ${calls.errno()}`);
  return socket;
}

const api = create_async_socket_linux();

/** Milliseconds in which an async socket hands so many chunks to the system. */
async function throughAdapter(port: number, chunks: number): Promise<number> {
  const handle = api.async_socket_create(null, descriptorTo(port));
  api.async_socket_open_async(handle, () => undefined, null);
  const buffers = [{ buffer: CHUNK, length: CHUNK.length }];
  const start = performance.now();
  for (let count = 0; count < chunks; count += 1) {
    let isDone = false;
    await new Promise<void>((resolve) => {
      api.async_socket_send_async(
        handle,
        buffers,
        1,
        () => {
          isDone = true;
          resolve();
        },
        null,
      );
      if (isDone) resolve();
    });
  }
  const took = performance.now() - start;
  api.async_socket_destroy(handle);
  return took;
}

/** The same through node:net. */
async function throughNet(port: number, chunks: number): Promise<number> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const start = performance.now();
  for (let count = 0; count < chunks; count += 1)
    await new Promise<void>((resolve) => {
      socket.write(CHUNK, () => {
        resolve();
      });
    });
  const took = performance.now() - start;
  socket.destroy();
  return took;
}

/** Microseconds that one send of a small message costs on a socket pair whose other end is read bare. */
function perSend(send: (socket: number) => (message: Buffer) => void, count: number): number {
  const calls = libc();
  const pair = Buffer.alloc(8);
  calls.function('int socketpair(int, int, int, void *)')(1, 1, 0, pair);
  const message = Buffer.alloc(1000);
  const one = send(pair.readInt32LE(0));
  const start = performance.now();
  for (let index = 0; index < count; index += 1) {
    one(message);
    calls.recv(pair.readInt32LE(4), message, message.length, 0);
  }
  const took = performance.now() - start;
  calls.close(pair.readInt32LE(4));
  return (took * 1000) / count;
}

function adapterSends(socket: number): (message: Buffer) => void {
  const handle = api.async_socket_create(null, socket);
  api.async_socket_open_async(handle, () => undefined, null);
  return (message) => {
    api.async_socket_send_async(
      handle,
      [{ buffer: message, length: message.length }],
      1,
      () => undefined,
      null,
    );
  };
}

/** The Linux adapter against node:net, and against the bare calls that it makes. */
export async function asyncSocketFigures(quick: boolean): Promise<readonly Figure[]> {
  if (process.platform !== 'linux') return [];
  const child = fork(new URL('tcp_sink.js', import.meta.url));
  const [port] = (await once(child, 'message')) as [number];
  const rounds = quick ? { warmUp: 0, counted: 1 } : { warmUp: 2, counted: 15 };
  const chunks = quick ? 64 : 4096;
  const rate = (took: number): number => (chunks * CHUNK.length * 1000) / took / MIB;
  try {
    const [ours = [], theirs = []] = await inTurn(
      [
        async () => rate(await throughAdapter(port, chunks)),
        async () => rate(await throughNet(port, chunks)),
      ],
      rounds,
    );
    const sends = quick ? 100 : 20_000;
    const bare = (socket: number) => (message: Buffer) => {
      libc().send(socket, message, message.length, 0x4040);
    };
    const [adapter = [], calls = []] = await inTurn(
      [() => Promise.resolve(perSend(adapterSends, sends)), () => Promise.resolve(perSend(bare, sends))],
      rounds,
    );
    return [
      {
        name: 'async_socket_linux, sending 64 KiB writes',
        unit: 'MiB/s',
        against: 'node:net',
        ours,
        theirs,
        aim: { kind: 'at least', value: 0.7 },
      },
      {
        name: 'async_socket_linux, one send and a bare recv of 1,000 bytes',
        unit: 'µs',
        against: 'the bare koffi calls',
        ours: adapter,
        theirs: calls,
        aim: null,
      },
    ];
  } finally {
    child.disconnect();
    await once(child, 'exit');
  }
}
