import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { SOCKET_HANDLE } from '../../../async_socket/async_socket.js';
import { Win32MisuseError } from '../completions.js';
import { blankEnvironment } from '../threadpool.js';
import { SOCKET_ERROR, WIN32_ERROR, type OVERLAPPED, type PTP_IO, type WSABUF } from '../win32_socket.js';
import { create_win32_model, type Win32Model } from './win32_model.js';

interface Told {
  readonly overlapped: OVERLAPPED | null;
  readonly io_result: number;
  readonly bytes: number;
}

let model: Win32Model;
let socket: SOCKET_HANDLE;
let near: Socket;
let far: Socket;
let told: Told[];
let waiting: (() => void)[];

const overlapped = (): OVERLAPPED => ({ hEvent: model.calls.CreateEvent(null, false, false, null) });
const buffersOf = (...lengths: readonly number[]): readonly WSABUF[] =>
  lengths.map((len) => ({ len, buf: Buffer.alloc(len, 'x') }));

function open(): PTP_IO {
  const environment = blankEnvironment();
  model.calls.InitializeThreadpoolEnvironment(environment);
  const note = (
    _instance: unknown,
    _context: unknown,
    of: OVERLAPPED | null,
    io_result: number,
    bytes: number,
  ) => {
    told.push({ overlapped: of, io_result, bytes });
    for (const wake of waiting.splice(0)) wake();
  };
  const io = model.calls.CreateThreadpoolIo(socket, note, null, environment);
  assert.ok(io !== null);
  return io;
}

async function untilTold(count: number): Promise<void> {
  while (told.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
}

function send(buffers: readonly WSABUF[], of = overlapped()): number {
  return model.calls.WSASend(socket, buffers, buffers.length, null, 0, of, null);
}

function receive(buffers: readonly WSABUF[], of = overlapped()): number {
  return model.calls.WSARecv(socket, buffers, buffers.length, null, { value: 0 }, of, null);
}

describe('the model of the thread pool', { timeout: 60_000 }, () => {
  beforeEach(async () => {
    model = create_win32_model();
    told = [];
    waiting = [];
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const accepted = once(server, 'connection') as Promise<[Socket]>;
    near = connect((server.address() as AddressInfo).port, '127.0.0.1');
    [far] = await accepted;
    far.on('error', () => undefined);
    near.on('error', () => undefined);
    if (near.connecting) await once(near, 'connect');
    server.close();
    socket = model.socket(near);
  });

  afterEach(() => {
    model.closesocket(socket);
    near.destroy();
    far.destroy();
  });

  it('tells of a send on a later turn, with the bytes of all buffers', async () => {
    const io = open();
    model.calls.StartThreadpoolIo(io);
    const of = overlapped();
    assert.equal(send(buffersOf(3, 4), of), 0);
    assert.equal(told.length, 0);
    await untilTold(1);
    assert.deepEqual(told, [{ overlapped: of, io_result: 0, bytes: 7 }]);
    const [chunk] = (await once(far, 'data')) as [Buffer];
    assert.equal(chunk.toString(), 'xxxxxxx');
  });

  it('fills the buffers of a receive one after the other, and the next receive with the rest', async () => {
    const io = open();
    const first = buffersOf(2, 3);
    const second = buffersOf(9);
    for (const buffers of [first, second]) {
      model.calls.StartThreadpoolIo(io);
      assert.equal(receive(buffers), SOCKET_ERROR);
      assert.equal(model.calls.WSAGetLastError(), WIN32_ERROR.WSA_IO_PENDING);
    }
    far.write('abcdefg');
    await untilTold(2);
    assert.deepEqual(
      told.map(({ bytes }) => bytes),
      [5, 2],
    );
    assert.equal([...first, ...second].map(({ buf }) => buf.toString()).join('|'), 'ab|cde|fgxxxxxxx');
  });

  it('lets a receive complete that is cancelled, inside the wait for it', () => {
    const io = open();
    model.calls.StartThreadpoolIo(io);
    const of = overlapped();
    receive(buffersOf(8), of);
    assert.throws(() => {
      model.calls.WaitForThreadpoolIoCallbacks(io, false);
    }, Win32MisuseError);
    assert.equal(model.calls.CancelIoEx(socket, of), true);
    assert.equal(model.calls.CancelIoEx(socket, of), false);
    assert.equal(told.length, 0);
    model.calls.WaitForThreadpoolIoCallbacks(io, false);
    assert.deepEqual(told, [{ overlapped: of, io_result: WIN32_ERROR.ERROR_OPERATION_ABORTED, bytes: 0 }]);
    model.calls.CloseThreadpoolIo(io);
    assert.ok(open() !== io);
  });

  it('gives 0 bytes at the end of the connection, again and again', async () => {
    const io = open();
    far.end();
    for (let count = 1; count <= 2; count += 1) {
      model.calls.StartThreadpoolIo(io);
      receive(buffersOf(4));
      await untilTold(count);
    }
    assert.deepEqual(
      told.map(({ io_result, bytes }) => [io_result, bytes]),
      [
        [0, 0],
        [0, 0],
      ],
    );
  });

  it('gives an error when the connection is reset, and refuses what comes afterwards', async () => {
    const io = open();
    model.calls.StartThreadpoolIo(io);
    receive(buffersOf(4));
    far.resetAndDestroy();
    await untilTold(1);
    assert.equal(told[0]?.io_result, WIN32_ERROR.ERROR_NETNAME_DELETED);
    assert.equal(send(buffersOf(4)), SOCKET_ERROR);
    assert.equal(model.calls.WSAGetLastError(), WIN32_ERROR.WSAECONNRESET);
  });

  it('refuses a second IO object on a socket, and a number that is no socket', () => {
    open();
    const environment = blankEnvironment();
    model.calls.InitializeThreadpoolEnvironment(environment);
    for (const number of [socket, socket + 4])
      assert.equal(
        model.calls.CreateThreadpoolIo(number, () => undefined, null, environment),
        null,
      );
    assert.equal(model.calls.WSAGetLastError(), WIN32_ERROR.ERROR_INVALID_PARAMETER);
    assert.equal(model.calls.WSASend(socket + 4, [], 0, null, 0, overlapped(), null), SOCKET_ERROR);
    assert.equal(model.calls.WSAGetLastError(), WIN32_ERROR.WSAENOTSOCK);
  });

  it('throws where Windows would do damage', () => {
    const { calls } = model;
    const misuses: readonly (() => void)[] = [
      () => {
        calls.SetThreadpoolCallbackPool(blankEnvironment(), {});
      },
      () => {
        calls.CloseThreadpoolCleanupGroup({});
      },
      () => {
        calls.CancelThreadpoolIo(open());
      },
      () => {
        calls.StartThreadpoolIo({});
      },
    ];
    for (const misuse of misuses) assert.throws(misuse, Win32MisuseError);
  });

  it('keeps a cleanup group open as long as it has members', () => {
    const { calls } = model;
    const group = calls.CreateThreadpoolCleanupGroup();
    assert.ok(group !== null);
    const environment = blankEnvironment();
    calls.InitializeThreadpoolEnvironment(environment);
    calls.SetThreadpoolCallbackCleanupGroup(environment, group, null);
    const io = calls.CreateThreadpoolIo(socket, () => undefined, null, environment);
    assert.ok(io !== null);
    const close = (): void => {
      calls.CloseThreadpoolCleanupGroup(group);
    };
    assert.throws(close, Win32MisuseError);
    calls.CloseThreadpoolIo(io);
    close();
    assert.throws(close, Win32MisuseError);
  });
});
