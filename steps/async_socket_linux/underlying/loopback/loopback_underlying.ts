import type {
  COMPLETION_PORT_EPOLL_ACTION,
  LinuxSocket,
} from '../../../../src/adapters/async_socket_linux/linux_socket/linux_socket.js';
import type { NativeLinuxSocket } from '../../../../src/adapters/async_socket_linux/linux_socket/native/native_linux_socket.js';
import { libc, must } from '../../../../src/stage/libc.js';
import { Recorder } from '../../../../src/stage/recorder.js';
import { EPOLLERR, EPOLLIN, EPOLLOUT, SO_TIMESTAMPING, SOL_SOCKET } from '../header.js';
import { Observed } from '../observed.js';
import type { LinuxSocketObserver, LinuxSocketUnderlying } from '../underlying.js';
import { Connection } from './connection.js';
import { canFail, failNext } from './failures.js';

/** Timestamps of what is sent, made by software and handed out through the socket's error queue, without the data. */
const TIMESTAMP_SENDS = (1 << 1) | (1 << 4) | (1 << 11);

/** A filled error queue is the only event that is an error and no end of the connection. */
function fillErrorQueue(connection: Connection): void {
  const flags = Buffer.alloc(4);
  flags.writeUInt32LE(TIMESTAMP_SENDS);
  const calls = libc();
  must('setsockopt', calls.setsockopt(connection.socket, SOL_SOCKET, SO_TIMESTAMPING, flags, flags.length));
  must('send', connection.sendFiller(1));
  connection.awaitNear(EPOLLERR);
  flags.writeUInt32LE(0);
  must('setsockopt', calls.setsockopt(connection.socket, SOL_SOCKET, SO_TIMESTAMPING, flags, flags.length));
}

/** The real calls, which tell the connection what goes in, and know when the socket is closed. */
function over(
  native: NativeLinuxSocket,
  connection: Connection,
  state: { isOpen: boolean; port: object | null },
): LinuxSocket {
  return {
    ...native,
    send: (socket, buffer, length, flags) => {
      const sent = native.send(socket, buffer, length, flags);
      if (sent > 0 && socket === connection.socket) connection.sent(sent);
      return sent;
    },
    close: (socket) => {
      if (socket === connection.socket && state.isOpen) {
        state.isOpen = false;
        return native.close(socket);
      }
      // A second close could hit a descriptor that somebody else was given.
      return native.close(-1);
    },
    platform_get_completion_port: () => {
      state.port = native.platform_get_completion_port();
      return state.port;
    },
  };
}

/**
 * A real TCP connection over the loopback interface, the real calls, and real epoll that is polled.
 * @param native The calls and the completion port that adapters stand on in production; the port does not drive itself.
 */
export function createLoopbackUnderlying(
  native: NativeLinuxSocket,
  { observer, onEvent }: LinuxSocketObserver,
): LinuxSocketUnderlying {
  const connection = new Connection();
  const state: { isOpen: boolean; port: object | null } = { isOpen: true, port: null };
  const recorder = new Recorder(observer);
  const observed = new Observed(over(native, connection, state), { recorder, doubles: 'spies', onEvent });
  const bring: Readonly<Record<COMPLETION_PORT_EPOLL_ACTION, () => void>> = {
    // One byte, which need not be there any more when it is looked for.
    COMPLETION_PORT_EPOLL_EPOLLIN: () => {
      connection.deliver(Buffer.from('!'));
      connection.awaitNear(EPOLLIN);
    },
    COMPLETION_PORT_EPOLL_EPOLLOUT: () => {
      connection.makeRoom();
      connection.readAll();
      connection.awaitNear(EPOLLOUT);
    },
    COMPLETION_PORT_EPOLL_EPOLLRDHUP: () => {
      connection.end();
    },
    COMPLETION_PORT_EPOLL_ABANDONED: () => {
      if (state.port !== null) native.completion_port_remove(state.port, connection.socket);
    },
    COMPLETION_PORT_EPOLL_ERROR: () => {
      fillErrorQueue(connection);
    },
  };
  return {
    kind: 'loopback',
    isInMemory: false,
    observed,
    socket: connection.socket,
    peer: connection,
    get references() {
      return native.port()?.referenceCount ?? 0;
    },
    isOpen: () => state.isOpen,
    fill() {
      connection.fill();
    },
    makeRoom() {
      connection.makeRoom();
    },
    canFail,
    fail(name, error) {
      failNext(observed, connection, name, error);
    },
    endBefore() {
      observed.interject('recv', 'before', () => {
        connection.drainNear();
        connection.end();
      });
    },
    bring(action) {
      bring[action]();
    },
    pump() {
      native.port()?.poll();
    },
    moving: () =>
      state.isOpen && connection.underWay
        ? [{ what: 'bytes on their way to the peer', waitsForAdapter: false }]
        : [],
    activity: () => recorder.activity + connection.bytesRead,
    dispose() {
      connection.close();
      if (state.isOpen) libc().close(connection.socket);
      state.isOpen = false;
      for (let port = native.port(); port !== null; port = native.port()) port.release();
    },
  };
}
