import type {
  COMPLETION_PORT_EPOLL_ACTION,
  LinuxSocket,
} from '../../../src/adapters/async_socket_linux/linux_socket/linux_socket.js';
import { spiesOf, type Spies } from '../../../src/stage/doubles.js';
import { Interjections } from '../../../src/stage/interjections.js';

/** A function of the interface that an adapter calls for what it does. */
export type CallName = Exclude<keyof LinuxSocket, 'errno'>;

/** A call that the adapter has made. */
export interface SocketCall {
  readonly name: CallName;
  readonly arguments: readonly unknown[];
  readonly result: unknown;
  /** Error number that it set; null where it did not fail. */
  readonly errno: number | null;
  /** What {@link ObservedOptions.mark} gave before it. */
  readonly mark: number;
}

export interface ObservedOptions {
  /** Told of each call and each return. */
  readonly onCall: (kind: 'below' | 'belowReturn', name: CallName, detail: string) => void;
  /** Makes the callback of an event: what it does between is that event's doing. */
  readonly onEvent: (
    context: object | null,
    action: COMPLETION_PORT_EPOLL_ACTION,
    callBack: () => void,
  ) => void;
  /** A number that orders the calls among other events. */
  readonly mark: () => number;
}

/** The calls below an adapter, written down, with what a scenario has in mind for some of them. */
export class Observed {
  readonly made: SocketCall[] = [];
  /** Grows with every call and every event. */
  activity = 0;
  /** What the adapter gets: sinon's spies, around the functions given. */
  readonly calls: Spies<LinuxSocket>;
  /** The callback that was given with a context last. */
  lastCallback: ((context: object | null, action: COMPLETION_PORT_EPOLL_ACTION) => void) | null = null;
  private errno = 0;
  private readonly interjections = new Interjections<CallName>();
  private readonly limits = new Map<CallName, number[]>();

  constructor(
    private readonly inner: LinuxSocket,
    private readonly options: ObservedOptions,
  ) {
    const calls: LinuxSocket = {
      send: this.watched('send', (socket, buffer, length, flags) =>
        inner.send(socket, buffer, this.limited('send', length), flags),
      ),
      recv: this.watched('recv', (socket, buffer, length, flags) =>
        inner.recv(socket, buffer, this.limited('recv', length), flags),
      ),
      close: this.watched('close', (socket) => inner.close(socket)),
      errno: () => this.errno,
      epoll_ctl: this.watched('epoll_ctl', (...parameters) => inner.epoll_ctl(...parameters)),
      platform_get_completion_port: this.watched('platform_get_completion_port', () =>
        inner.platform_get_completion_port(),
      ),
      completion_port_dec_ref: this.watched('completion_port_dec_ref', (port) => {
        inner.completion_port_dec_ref(port);
      }),
      completion_port_add: this.watched(
        'completion_port_add',
        (port, operation, events, socket, callback, context) => {
          const told = (given: object | null, action: COMPLETION_PORT_EPOLL_ACTION): void => {
            this.activity += 1;
            options.onEvent(given, action, () => {
              callback(given, action);
            });
          };
          this.lastCallback = told;
          return inner.completion_port_add(port, operation, events, socket, told, context);
        },
      ),
      completion_port_remove: this.watched('completion_port_remove', (port, socket) => {
        inner.completion_port_remove(port, socket);
      }),
    };
    this.calls = spiesOf(calls);
  }

  /** Does something right before or after the next call of a function, as another thread could. */
  interject(name: CallName, when: 'before' | 'after', act: () => void): void {
    this.interjections.add(name, when, act);
  }

  /** Lets the next calls of a function transfer so many bytes at most, one after the other. */
  limit(name: 'send' | 'recv', ...bytes: readonly number[]): void {
    this.limits.set(name, [...(this.limits.get(name) ?? []), ...bytes]);
  }

  /** The calls of a function, oldest first. */
  callsOf(name: CallName): readonly SocketCall[] {
    return this.made.filter((call) => call.name === name);
  }

  private limited(name: CallName, length: number): number {
    return Math.min(length, this.limits.get(name)?.shift() ?? length);
  }

  private watched<Parameters extends unknown[], Result>(
    name: CallName,
    call: (...parameters: Parameters) => Result,
  ): (...parameters: Parameters) => Result {
    return (...parameters) => {
      const mark = this.options.mark();
      this.activity += 1;
      this.options.onCall('below', name, detailOf(name, parameters));
      this.interjections.run(name, 'before');
      const result = call(...parameters);
      const errno = result === -1 ? this.inner.errno() : null;
      this.made.push({ name, arguments: parameters, result, errno, mark });
      this.options.onCall('belowReturn', name, resultOf(result, errno));
      this.interjections.run(name, 'after');
      // Last, as what was interjected may have failed as well.
      if (errno !== null) this.errno = errno;
      return result;
    };
  }
}

function detailOf(name: CallName, parameters: readonly unknown[]): string {
  if (name === 'completion_port_add')
    return `operation=${String(parameters[1])}, events=${String(parameters[2])}`;
  if (name === 'epoll_ctl') return `operation=${String(parameters[1])}, events=${String(parameters[3])}`;
  return name === 'send' || name === 'recv' ? `length=${String(parameters[2])}` : '';
}

function resultOf(result: unknown, errno: number | null): string {
  if (errno !== null) return `-1, errno ${errno}`;
  if (result === null) return 'NULL';
  return typeof result === 'number' ? String(result) : '';
}
