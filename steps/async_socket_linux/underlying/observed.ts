import type {
  COMPLETION_PORT_EPOLL_ACTION,
  LinuxSocket,
} from '../../../src/adapters/async_socket_linux/linux_socket/linux_socket.js';
import { inWords, ObservedCalls, type ObservedCall } from '../../../src/stage/observed_calls.js';
import type { Recorder } from '../../../src/stage/recorder.js';

/** A function of the interface that an adapter calls for what it does. */
export type CallName = Exclude<keyof LinuxSocket, 'errno'>;

/** A call that the adapter has made. */
export type SocketCall = ObservedCall<CallName>;

/** Makes the callback of an event: what the adapter does between is that event's doing. */
export type OnSocketEvent = (
  context: object | null,
  action: COMPLETION_PORT_EPOLL_ACTION,
  callBack: () => void,
) => void;

export interface ObservedOptions {
  readonly recorder: Recorder;
  readonly doubles: 'stubs' | 'spies';
  readonly onEvent: OnSocketEvent;
}

/** Bytes that the next calls of a function transfer at most, one after the other. */
class Limits {
  private readonly next = new Map<CallName, number[]>();

  add(name: CallName, bytes: readonly number[]): void {
    this.next.set(name, [...(this.next.get(name) ?? []), ...bytes]);
  }

  apply(name: CallName, length: number): number {
    return Math.min(length, this.next.get(name)?.shift() ?? length);
  }
}

/** The calls below an adapter, their events and their error numbers. */
export class Observed extends ObservedCalls<Pick<LinuxSocket, CallName>> {
  /** What the adapter gets. */
  readonly calls: LinuxSocket;
  private readonly limits: Limits;
  private readonly errors: ReadonlyMap<SocketCall, number>;
  /** Makes an event's callback, for whoever calls it from outside. */
  private readonly onEvent: OnSocketEvent;
  private errno = 0;

  constructor(inner: LinuxSocket, { recorder, doubles, onEvent }: ObservedOptions) {
    const limits = new Limits();
    const errors = new Map<SocketCall, number>();
    const { errno, ...functions } = inner;
    super(
      {
        ...functions,
        send: (socket, buffer, length, flags) =>
          inner.send(socket, buffer, limits.apply('send', length), flags),
        recv: (socket, buffer, length, flags) =>
          inner.recv(socket, buffer, limits.apply('recv', length), flags),
        completion_port_add: (port, operation, events, socket, callback, context) =>
          inner.completion_port_add(
            port,
            operation,
            events,
            socket,
            (given, action) => {
              recorder.move();
              onEvent(given, action, () => {
                callback(given, action);
              });
            },
            context,
          ),
      },
      {
        recorder,
        doubles,
        given: inWordsOf,
        got: (call) => {
          const number = errors.get(call);
          return number === undefined ? resultInWords(call.result) : `-1, errno ${number}`;
        },
        onReturn: (call) => {
          if (call.result === -1) errors.set(call, errno());
        },
      },
    );
    this.limits = limits;
    this.errors = errors;
    this.onEvent = onEvent;
    this.calls = { ...this.face, errno: () => this.errno };
  }

  override run(name: CallName, parameters: readonly unknown[]): SocketCall {
    const call = super.run(name, parameters);
    // Last, as what was interjected may have failed as well.
    this.errno = this.errors.get(call) ?? this.errno;
    return call;
  }

  /** Lets the next calls of a function transfer so many bytes at most, one after the other. */
  limit(name: 'send' | 'recv', ...bytes: readonly number[]): void {
    this.limits.add(name, bytes);
  }

  /**
   * Calls the callback that was given to the completion port last, as the port would.
   * @throws Error when it was given none.
   */
  callBack(context: object | null, action: COMPLETION_PORT_EPOLL_ACTION): void {
    const added = this.callsOf('completion_port_add').at(-1);
    if (added === undefined) throw new Error('the completion port was given no callback');
    const callback = added.arguments[4] as Parameters<LinuxSocket['completion_port_add']>[4];
    this.onEvent(context, action, () => {
      callback(context, action);
    });
  }
}

function inWordsOf(name: CallName, parameters: readonly unknown[]): string {
  if (name === 'completion_port_add')
    return `operation=${String(parameters[1])}, events=${String(parameters[2])}`;
  if (name === 'epoll_ctl') return `operation=${String(parameters[1])}, events=${String(parameters[3])}`;
  return name === 'send' || name === 'recv' ? `length=${String(parameters[2])}` : '';
}

function resultInWords(result: unknown): string {
  return typeof result === 'object' && result !== null ? '' : inWords(result);
}
