import type { COMPLETION_PORT_EPOLL_ACTION } from '../../../../src/adapters/async_socket_linux/linux_socket/linux_socket.js';
import { Recorder } from '../../../../src/stage/recorder.js';
import { EPOLLERR, EPOLLIN, ERRNO } from '../header.js';
import { Observed } from '../observed.js';
import type { LinuxSocketUnderlying, LinuxSocketObserver } from '../underlying.js';
import { MOCK_SOCKET, MockSocket } from './mock_socket.js';

/** What makes the model show what the completion port calls by this name. */
const BRING: Readonly<Record<COMPLETION_PORT_EPOLL_ACTION, (socket: MockSocket) => void>> = {
  COMPLETION_PORT_EPOLL_EPOLLIN: (socket) => {
    socket.forced |= EPOLLIN;
  },
  COMPLETION_PORT_EPOLL_EPOLLOUT: (socket) => {
    socket.room = Infinity;
  },
  COMPLETION_PORT_EPOLL_EPOLLRDHUP: (socket) => {
    socket.hasPeerEnded = true;
  },
  COMPLETION_PORT_EPOLL_ABANDONED: (socket) => {
    socket.remove();
  },
  COMPLETION_PORT_EPOLL_ERROR: (socket) => {
    socket.forced |= EPOLLERR;
  },
};

/** A scripted socket and completion port: nothing happens but what a scenario brings about. */
export function createMockUnderlying({ observer, onEvent }: LinuxSocketObserver): LinuxSocketUnderlying {
  const model = new MockSocket();
  const recorder = new Recorder(observer);
  const observed = new Observed(model.calls, { recorder, doubles: 'stubs', onEvent });
  return {
    kind: 'mock',
    isInMemory: true,
    observed,
    socket: MOCK_SOCKET,
    peer: {
      get received() {
        return model.sent;
      },
      get sawEnd() {
        return !model.isOpen;
      },
      deliver(bytes) {
        model.incoming = Buffer.concat([model.incoming, bytes]);
      },
      end() {
        model.hasPeerEnded = true;
      },
      reset() {
        model.isReset = true;
      },
    },
    get references() {
      return model.references;
    },
    isOpen: () => model.isOpen,
    fill() {
      model.room = 0;
    },
    makeRoom() {
      model.room = Infinity;
    },
    canFail: () => true,
    fail(name, error) {
      if (name === 'platform_get_completion_port') observed.script(name, () => null);
      else observed.script(name, () => model.failed(error === undefined ? ERRNO.EPERM : ERRNO[error]));
    },
    endBefore() {
      observed.script('recv', () => 0);
    },
    bring(action) {
      BRING[action](model);
    },
    pump() {
      model.poll();
    },
    moving: () => [],
    activity: () => recorder.activity,
    dispose() {
      model.isOpen = false;
    },
  };
}
