import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { MOCK_SOCKET, MockWin32 } from './underlying/mock/mock_win32.js';
import { stubsOf } from '../../src/stage/doubles.js';
import {
  SOCKET_ERROR,
  WIN32_ERROR,
} from '../../src/adapters/async_socket_win32/win32_socket/win32_socket.js';
import {
  INVALID_SOCKET,
  UINT32_MAX,
  type ASYNC_SOCKET_HANDLE,
} from '../../src/adapters/async_socket/async_socket.js';
import { create_async_socket_win32 } from '../../src/adapters/async_socket_win32/async_socket_win32.js';
import { win32 } from '../../src/adapters/async_socket_win32/dependencies.js';

/** An open async socket over a script, with what it logs and what memory it has. */
function scripted() {
  const script = new MockWin32();
  const stubs = stubsOf(script.calls);
  const held = new Set<Uint8Array>();
  const logged: string[] = [];
  const api = create_async_socket_win32({
    log: (_category, message) => logged.push(message),
    allocate: (size) => {
      const block = new Uint8Array(size);
      held.add(block);
      return block;
    },
    release: (block) => {
      assert.ok(held.delete(block), 'memory is given back once');
    },
    win32_socket: stubs,
  });
  const handle = api.async_socket_create(script.execution_engine, MOCK_SOCKET);
  assert.ok(handle !== null);
  return { script, stubs, held, logged, api, handle };
}

const entry = (length: number) => ({ buffer: Buffer.alloc(length), length });

describe('async_socket_win32 over a script', () => {
  it('refuses INVALID_SOCKET', () => {
    const { api, script, logged } = scripted();
    assert.equal(api.async_socket_create(script.execution_engine, INVALID_SOCKET), null);
    assert.match(logged.at(-1) ?? '', /INVALID_SOCKET/);
  });

  it('takes a transfer that completes at once and one that is pending alike', () => {
    for (const isPending of [true, false]) {
      const { api, handle, script } = scripted();
      const results: string[] = [];
      api.async_socket_open_async(handle, () => undefined, null);
      if (isPending) script.connection.pause();
      const note = (_context: unknown, result: string): number => results.push(result);
      assert.equal(api.async_socket_send_async(handle, [entry(4)], 1, note, null), 0);
      assert.deepEqual(results, []);
      script.connection.resume();
      script.queue.deliver();
      assert.deepEqual(results, ['ASYNC_SOCKET_SEND_OK']);
      api.async_socket_destroy(handle);
    }
  });

  it('looks at the error that goes with SOCKET_ERROR, and gives everything back after a failure', () => {
    const { api, handle, script, stubs, held, logged } = scripted();
    api.async_socket_open_async(handle, () => undefined, null);
    const before = held.size;
    stubs.WSARecv.onCall(0).callsFake(() => {
      script.lastError = WIN32_ERROR.WSAECONNRESET;
      return SOCKET_ERROR;
    });
    const never = (): void => {
      assert.fail('a refused call completes');
    };
    assert.notEqual(api.async_socket_receive_async(handle, [entry(4)], 1, never, null), 0);
    assert.match(logged.at(-1) ?? '', /WSARecv failed with 10054/);
    assert.equal(held.size, before);
    assert.equal(stubs.CancelThreadpoolIo.callCount, 1);
    assert.equal(stubs.CloseHandle.callCount, 1);
    api.async_socket_destroy(handle);
    assert.equal(held.size, 0);
  });

  it('accepts UINT32_MAX bytes and refuses one more', () => {
    const { api, handle, script } = scripted();
    api.async_socket_open_async(handle, () => undefined, null);
    script.connection.pause();
    const block = entry(65_536);
    const last = { ...block, length: 65_535 };
    const most = [...new Array<typeof block>(65_535).fill(block), last];
    assert.equal(
      most.reduce((sum, { length }) => sum + length, 0),
      UINT32_MAX,
    );
    const none = (): void => undefined;
    assert.equal(api.async_socket_receive_async(handle, most, most.length, none, null), 0);
    const more = [...most.slice(0, -1), block];
    assert.notEqual(api.async_socket_receive_async(handle, more, more.length, none, null), 0);
    api.async_socket_destroy(handle);
  });

  it('goes on with the array as it was when the caller changes his', () => {
    const { api, handle, script } = scripted();
    api.async_socket_open_async(handle, () => undefined, null);
    script.connection.pause();
    const buffers = [{ buffer: Buffer.from('first'), length: 5 }];
    api.async_socket_send_async(handle, buffers, 1, () => undefined, null);
    buffers[0] = { buffer: Buffer.from('other'), length: 5 };
    script.connection.resume();
    assert.equal(script.connection.sent.toString(), 'first');
    script.queue.deliver();
    api.async_socket_destroy(handle);
  });

  it('does nothing for a handle that is gone', () => {
    const { api, handle } = scripted();
    api.async_socket_destroy(handle);
    api.async_socket_destroy(handle);
    api.async_socket_close(handle);
    assert.notEqual(
      api.async_socket_open_async(handle, () => undefined, null),
      0,
    );
  });
});

const STEPS = [
  'open',
  'close',
  'send',
  'receive',
  'deliver',
  'incoming',
  'reset',
  'pause',
  'resume',
] as const;
type Step = (typeof STEPS)[number];

describe('whatever is called in whatever order', () => {
  it('what was accepted completes once, and nothing is left after a destroy', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...STEPS), { maxLength: 40 }),
        fc.infiniteStream(fc.constantFrom(...STEPS)),
        (steps, nested) => {
          const { api, handle, script, stubs, held } = scripted();
          const open: { count: number }[] = [];
          let depth = 0;
          const completion = (): (() => void) => {
            const made = { count: 0 };
            open.push(made);
            return () => {
              made.count += 1;
              // A call from inside the callback, up to a depth that ends.
              depth += 1;
              const { value } = nested.next() as { value: Step };
              if (depth < 4) act(value);
              depth -= 1;
            };
          };
          const accept = (call: (complete: () => void) => number): void => {
            const before = open.length;
            const complete = completion();
            if (call(complete) !== 0) {
              assert.equal(open[before]?.count, 0);
              open.splice(before, 1);
            }
          };
          function act(step: Step): void {
            const calls: Readonly<Record<Step, () => void>> = {
              open: () => {
                accept((complete) => api.async_socket_open_async(handle, complete, null));
              },
              close: () => {
                api.async_socket_close(handle);
              },
              send: () => {
                accept((complete) =>
                  api.async_socket_send_async(handle, [entry(3), entry(2)], 2, complete, null),
                );
              },
              receive: () => {
                accept((complete) => api.async_socket_receive_async(handle, [entry(4)], 1, complete, null));
              },
              deliver: () => {
                script.queue.deliver();
              },
              incoming: () => {
                script.connection.deliver(Buffer.alloc(5));
              },
              reset: () => {
                script.connection.reset();
              },
              pause: () => {
                script.connection.pause();
              },
              resume: () => {
                script.connection.resume();
              },
            };
            calls[step]();
          }
          for (const step of steps) act(step);
          api.async_socket_destroy(handle);
          const counts = open.map(({ count }) => count);
          assert.deepEqual(
            counts,
            counts.map(() => 1),
          );
          assert.equal(held.size, 0);
          assert.equal(script.queue.length, 0);
          assert.equal(stubs.CreateEvent.callCount, stubs.CloseHandle.callCount);
          assert.equal(stubs.CreateThreadpoolIo.callCount, stubs.CloseThreadpoolIo.callCount);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** A connection of Node.js, both ends. */
async function connection(): Promise<readonly [Socket, Socket]> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted = once(server, 'connection') as Promise<[Socket]>;
  const near = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [far] = await accepted;
  server.close();
  return [near, far];
}

const isWindows = process.platform === 'win32';

describe('async_socket_win32 by itself', { skip: isWindows, timeout: 60_000 }, () => {
  it('sends and receives over a connection of Node.js, and can be opened again', async () => {
    const [near, far] = await connection();
    const model = win32.model();
    const socket = model.socket(near);
    const api = create_async_socket_win32();
    const handle = api.async_socket_create(model.execution_engine_create(), socket);
    far.on('data', (chunk: Buffer) => far.write(chunk.toString().toUpperCase()));
    for (const text of ['first', 'again']) {
      api.async_socket_open_async(handle, () => undefined, null);
      assert.equal(await echoed(api, handle, text), text.toUpperCase());
      api.async_socket_close(handle);
    }
    api.async_socket_destroy(handle);
    model.closesocket(socket);
    near.destroy();
    far.destroy();
  });
});

function echoed(
  api: ReturnType<typeof create_async_socket_win32>,
  handle: ASYNC_SOCKET_HANDLE | null,
  text: string,
): Promise<string> {
  const buffer = Buffer.alloc(64);
  return new Promise((resolve) => {
    const received = (_context: unknown, _result: unknown, bytes: number): void => {
      resolve(buffer.subarray(0, bytes).toString());
    };
    api.async_socket_receive_async(handle, [{ buffer, length: buffer.length }], 1, received, null);
    const message = Buffer.from(text);
    api.async_socket_send_async(
      handle,
      [{ buffer: message, length: message.length }],
      1,
      () => undefined,
      null,
    );
  });
}
