import type { SOCKET_HANDLE } from '../async_socket/async_socket.js';
import { ERRNO, type COMPLETION_PORT_EPOLL_ACTION, type LinuxSocket } from './linux_socket/linux_socket.js';
import type { Ending, Operation, ReceiveOperation, SendOperation } from './operation.js';
import { receiveInto, sendFrom } from './transfer.js';

/** What an event makes of an operation: it waits on, or it ends, with so many bytes received. */
export type Attempt = 'wait' | { readonly ending: Ending; readonly count: number };

/** Ends an operation with nothing received. */
function ends(ending: Ending): Attempt {
  return { ending, count: 0 };
}

/** What has become of an operation by an event; data and room are used at once. */
export function attempt(
  calls: LinuxSocket,
  socket: SOCKET_HANDLE,
  operation: Operation,
  action: COMPLETION_PORT_EPOLL_ACTION,
): Attempt {
  switch (action) {
    case 'COMPLETION_PORT_EPOLL_ABANDONED':
      return ends('abandoned');
    case 'COMPLETION_PORT_EPOLL_ERROR':
      return ends('error');
    default: {
      const isEnd = action === 'COMPLETION_PORT_EPOLL_EPOLLRDHUP';
      return operation.operation === 'receive'
        ? receive(calls, socket, operation, isEnd)
        : send(calls, socket, operation, isEnd);
    }
  }
}

function receive(
  calls: LinuxSocket,
  socket: SOCKET_HANDLE,
  { buffers }: ReceiveOperation,
  isEnd: boolean,
): Attempt {
  const received = receiveInto(calls, socket, buffers);
  if (received.kind === 'bytes') return { ending: 'ok', count: received.count };
  // The end of the connection is told after what has arrived before it, and with no error of its own.
  if (received.kind === 'end' || isEnd) return ends('abandoned');
  if (received.kind === 'wait') return 'wait';
  return ends(received.errno === ERRNO.ECONNRESET ? 'abandoned' : 'error');
}

function send(
  calls: LinuxSocket,
  socket: SOCKET_HANDLE,
  { buffers, place }: SendOperation,
  isEnd: boolean,
): Attempt {
  if (isEnd) return ends('abandoned');
  const sent = sendFrom(calls, socket, buffers, buffers.length, place);
  if (sent === 'wait') return 'wait';
  if (sent === 'done') return ends('ok');
  return ends(sent === ERRNO.ECONNRESET ? 'abandoned' : 'error');
}
