import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { TICK } from '../testing/user.js';
import type { Dependencies } from '../xio/dependencies.js';
import type { CONCRETE_IO_HANDLE } from '../xio/xio.js';
import { create_socketio } from './socketio.js';
import type { SocketioApi } from './socketio.js';

let server: Server;
let port: number;
const peers: Socket[] = [];
before(async () => {
  server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    peers.push(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
after(() => {
  peers.forEach((peer) => peer.destroy());
  server.close();
});

/** One socketio and all it tells. */
class Subject {
  readonly events: string[] = [];
  readonly logs: string[] = [];
  readonly chunks: Buffer[] = [];
  readonly inside = new Map<string, () => void>();
  readonly api: SocketioApi;
  readonly handle: CONCRETE_IO_HANDLE | null;

  constructor(dependencies: Partial<Dependencies> = {}, toPort = port) {
    this.api = create_socketio({ log: (_, message) => this.logs.push(message), ...dependencies });
    this.handle = this.api.socketio_create({ hostname: '127.0.0.1', port: toPort });
  }

  open(): number {
    return this.api.socketio_open(
      this.handle,
      (_, result) => {
        this.note(`open(${result})`);
      },
      null,
      (_, buffer, size) => {
        this.chunks.push(Buffer.from(buffer.subarray(0, size)));
        this.inside.get('bytes')?.();
      },
      null,
      () => {
        this.note('error');
      },
      null,
    );
  }

  send(bytes: Uint8Array, name = 'send'): number {
    const complete = (context: unknown, result: string): void => {
      this.note(`${String(context)}(${result})`);
    };
    return this.api.socketio_send(this.handle, bytes, bytes.length, complete, name);
  }

  close(): number {
    return this.api.socketio_close(
      this.handle,
      () => {
        this.note('close');
      },
      null,
    );
  }

  async until(condition: () => boolean): Promise<void> {
    const deadline = performance.now() + 5_000;
    while (!condition()) {
      assert.ok(performance.now() < deadline, `${this.events.join(' ')} ${this.logs.join(' | ')}`);
      this.api.socketio_dowork(this.handle);
      await TICK();
    }
  }

  async opened(): Promise<Socket> {
    assert.equal(this.open(), 0);
    await this.until(() => this.events.includes('open(IO_OPEN_OK)'));
    while (peers.length === 0 || peers.at(-1)?.destroyed === true) await TICK();
    this.events.length = 0;
    const peer = peers.at(-1);
    assert.ok(peer);
    return peer;
  }

  private note(event: string): void {
    this.events.push(event);
    this.inside.get(event)?.();
  }
}

describe('socketio', () => {
  it('opens, sends a copy, receives, and closes', async () => {
    const subject = new Subject();
    const peer = await subject.opened();
    const received: Buffer[] = [];
    peer.on('data', (chunk: Buffer) => received.push(chunk));
    const message = Buffer.alloc(300_000, 'm');
    assert.equal(subject.send(message), 0);
    message.fill('x');
    await subject.until(() => subject.events.includes('send(IO_SEND_OK)'));
    await subject.until(() => Buffer.concat(received).length === message.length);
    assert.ok(Buffer.concat(received).every((byte) => byte === 0x6d));
    peer.write('answer');
    await subject.until(() => Buffer.concat(subject.chunks).toString() === 'answer');
    assert.equal(subject.close(), 0);
    assert.deepEqual(subject.events, ['send(IO_SEND_OK)', 'close']);
    await once(peer, 'close');
    subject.api.socketio_destroy(subject.handle);
    assert.deepEqual(subject.logs, []);
  });

  it('delivers before it tells the error, and tells it once', async () => {
    const subject = new Subject();
    const peer = await subject.opened();
    peer.end('the end');
    await subject.until(() => subject.events.includes('error'));
    for (let turn = 0; turn < 10; turn += 1) subject.api.socketio_dowork(subject.handle);
    assert.equal(Buffer.concat(subject.chunks).toString(), 'the end');
    assert.deepEqual(subject.events, ['error']);
    assert.notEqual(subject.send(Buffer.from('x')), 0);
    assert.notEqual(subject.open(), 0);
    subject.close();
    assert.equal(subject.open(), 0);
    subject.api.socketio_destroy(subject.handle);
  });

  it('fails the oldest send with the connection and cancels the others on close', async () => {
    const subject = new Subject();
    const peer = await subject.opened();
    peer.pause();
    subject.send(Buffer.alloc(64 * 1024 * 1024), 'first');
    subject.send(Buffer.from('x'), 'second');
    peer.resetAndDestroy();
    await subject.until(() => subject.events.includes('error'));
    subject.close();
    assert.deepEqual(subject.events, ['first(IO_SEND_ERROR)', 'error', 'second(IO_SEND_CANCELLED)', 'close']);
    subject.api.socketio_destroy(subject.handle);
  });

  it('tells that nobody listens, in dowork, and can be opened again', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const { port: nobody } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    const subject = new Subject({}, nobody);
    assert.equal(subject.open(), 0);
    for (let turn = 0; turn < 20; turn += 1) await TICK();
    assert.deepEqual(subject.events, []);
    await subject.until(() => subject.events.length > 0);
    assert.deepEqual(subject.events, ['open(IO_OPEN_ERROR)']);
    assert.equal(subject.open(), 0);
    subject.api.socketio_destroy(subject.handle);
    assert.deepEqual(subject.events, ['open(IO_OPEN_ERROR)', 'open(IO_OPEN_CANCELLED)']);
  });

  it('fails to open when no connection can be started', () => {
    const subject = new Subject({ connect: () => null });
    assert.notEqual(subject.open(), 0);
    assert.equal(subject.logs.length, 1);
    assert.deepEqual(subject.events, []);
  });

  it('takes any duplex stream for a connection', async () => {
    const stream = new PassThrough();
    const subject = new Subject({ connect: () => stream });
    subject.open();
    subject.api.socketio_dowork(subject.handle);
    assert.deepEqual(subject.events, ['open(IO_OPEN_OK)']);
    subject.send(Buffer.from('echo'));
    await subject.until(() => Buffer.concat(subject.chunks).toString() === 'echo');
    subject.api.socketio_destroy(subject.handle);
    await TICK();
    assert.ok(stream.destroyed);
    assert.deepEqual(
      stream.eventNames().filter((name) => name === 'data' || name === 'error'),
      [],
    );
  });

  it('may be closed, destroyed and worked from inside its callbacks', async () => {
    for (const callback of ['open(IO_OPEN_OK)', 'bytes', 'send(IO_SEND_OK)', 'error']) {
      for (const act of ['close', 'destroy', 'dowork'] as const) {
        const subject = new Subject();
        subject.inside.set(callback, () => {
          if (act === 'close') subject.close();
          else if (act === 'destroy') subject.api.socketio_destroy(subject.handle);
          else subject.api.socketio_dowork(subject.handle);
        });
        subject.open();
        let told = false;
        for (let turn = 0; turn < 30; turn += 1) {
          subject.api.socketio_dowork(subject.handle);
          if (subject.events.includes('open(IO_OPEN_OK)') && !told) {
            told = true;
            subject.send(Buffer.from('x'));
          }
          await TICK();
          if (turn === 15) peers.at(-1)?.end('bye');
        }
        const { length } = subject.events;
        subject.api.socketio_destroy(subject.handle);
        assert.equal(subject.events.filter((event) => event.startsWith('open')).length, 1);
        if (act === 'destroy') assert.equal(subject.events.length, length);
      }
    }
  });

  it('refuses what it cannot use, and says so', () => {
    const logs: string[] = [];
    const api = create_socketio({ log: (_, message) => logs.push(message) });
    const refusals = [
      () => api.socketio_create(null),
      () => api.socketio_create({ hostname: null, port: 1 }),
      () => api.socketio_create({ hostname: 'h', port: 65_536 }),
      () =>
        create_socketio({ log: (_, m) => logs.push(m), allocate: () => null }).socketio_create({
          hostname: 'h',
          port: 1,
        }),
      () => api.socketio_retrieveoptions(null),
    ];
    for (const refuse of refusals) assert.equal(refuse(), null);
    const handle = api.socketio_create({ hostname: 'h', port: 1 });
    const nothing = (): void => undefined;
    const failures = [
      () => api.socketio_open(handle, null, null, nothing, null, nothing, null),
      () => api.socketio_open(null, nothing, null, nothing, null, nothing, null),
      () => api.socketio_send(handle, Buffer.from('x'), 1, nothing, null),
      () => api.socketio_send(handle, null, 1, nothing, null),
      () => api.socketio_send(null, Buffer.from('x'), 1, nothing, null),
      () => api.socketio_close(null, nothing, null),
      () => api.socketio_setoption(handle, 'tcp_keepalive', 2),
      () => api.socketio_setoption(handle, 'tcp_keepalive', null),
      () => api.socketio_setoption(handle, 'unheard_of', 1),
      () => api.socketio_setoption(null, 'tcp_keepalive', 1),
    ];
    for (const fail of failures) assert.notEqual(fail(), 0, String(fail));
    api.socketio_dowork(null);
    assert.equal(logs.length, refusals.length + failures.length + 1);
    api.socketio_destroy(handle);
    assert.notEqual(api.socketio_close(handle, nothing, null), 0);
  });

  it('hands its options to another', () => {
    const first = new Subject();
    assert.equal(first.api.socketio_setoption(first.handle, 'tcp_keepalive', 1), 0);
    assert.equal(first.api.socketio_setoption(first.handle, 'tcp_keepalive_time', 30), 0);
    const options = first.api.socketio_retrieveoptions(first.handle);
    const second = new Subject();
    assert.ok(options);
    assert.equal(options.OptionHandler_FeedOptions(second.handle ?? {}), 0);
    assert.deepEqual(second.api.socketio_retrieveoptions(second.handle)?.options, options.options);
  });
});
