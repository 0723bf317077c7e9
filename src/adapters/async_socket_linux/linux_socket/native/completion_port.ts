import type { SOCKET_HANDLE } from '../../../async_socket/async_socket.js';
import { EPOLL_CTL, EPOLL_EVENTS, type ON_COMPLETION_PORT_EVENT_COMPLETE } from '../linux_socket.js';
import { WaitList } from '../wait_list.js';
import { Epoll } from './epoll.js';

const { EPOLLONESHOT, EPOLLRDHUP } = EPOLL_EVENTS;
/** Turns of the event loop in which it is looked without waiting: cheaper than a thread's wait when more follows soon. */
const EAGER_TURNS = 3;

/** A socket that the port's epoll knows. Its id is used once: events of a number that was given out again are not its. */
interface Registration {
  readonly id: number;
  readonly socket: SOCKET_HANDLE;
  readonly list: WaitList;
  /** Events that epoll waits for; 0 once one has come. */
  armed: number;
}

export interface CompletionPortOptions {
  /** It looks for events by itself as long as somebody waits; else only {@link CompletionPort.poll} does. */
  readonly drivesItself: boolean;
  /** Called when the last reference was given back. */
  readonly onGone: () => void;
}

/** Waits, by epoll, for events of sockets, and tells the contexts that wait for them. It has no threads of its own. */
export class CompletionPort {
  private references = 1;
  private readonly bySocket = new Map<SOCKET_HANDLE, Registration>();
  private readonly byId = new Map<number, Registration>();
  /** Those for which somebody waits. */
  private readonly waitedFor = new Set<Registration>();
  private nextId = 1;
  private isDriven = false;
  private idleTurns = 0;

  private constructor(
    private readonly epoll: Epoll,
    private readonly options: CompletionPortOptions,
  ) {}

  /** A port with one reference; null when the system gives none. */
  static create(options: CompletionPortOptions): CompletionPort | null {
    const epoll = Epoll.create();
    return epoll === null ? null : new CompletionPort(epoll, options);
  }

  get referenceCount(): number {
    return this.references;
  }

  /** Sockets that epoll knows. */
  get size(): number {
    return this.bySocket.size;
  }

  refer(): this {
    this.references += 1;
    return this;
  }

  release(): void {
    this.references -= 1;
    if (this.references > 0) return;
    this.epoll.close();
    this.options.onGone();
  }

  /** `epoll_ctl`. */
  control(operation: EPOLL_CTL, socket: SOCKET_HANDLE, events: number): number {
    const known = this.bySocket.get(socket);
    const id = operation === EPOLL_CTL.EPOLL_CTL_ADD ? this.nextId++ : (known?.id ?? 0);
    const result = this.epoll.control(operation, socket, events, id);
    if (result !== 0) return result;
    if (operation === EPOLL_CTL.EPOLL_CTL_ADD) {
      const registration = { id, socket, list: new WaitList(), armed: events };
      this.bySocket.set(socket, registration);
      this.byId.set(id, registration);
    } else if (known !== undefined) {
      if (operation === EPOLL_CTL.EPOLL_CTL_DEL) this.forget(known);
      else known.armed = events;
    }
    return 0;
  }

  add(
    operation: EPOLL_CTL,
    events: number,
    socket: SOCKET_HANDLE,
    callback: ON_COMPLETION_PORT_EVENT_COMPLETE,
    context: object,
  ): number {
    const armed = this.bySocket.get(socket)?.armed ?? 0;
    const wanted = armed | events | EPOLLRDHUP | EPOLLONESHOT;
    if (wanted !== armed && this.control(operation, socket, wanted) !== 0) return -1;
    const registration = this.bySocket.get(socket);
    // An operation that takes the socket out of the set leaves nothing to wait for.
    if (registration === undefined) return -1;
    registration.list.add(events, callback, context);
    this.waitedFor.add(registration);
    this.drive();
    return 0;
  }

  remove(socket: SOCKET_HANDLE): void {
    const registration = this.bySocket.get(socket);
    if (registration === undefined) return;
    this.epoll.control(EPOLL_CTL.EPOLL_CTL_DEL, socket, 0, 0);
    this.forget(registration);
    registration.list.abandon();
  }

  /** Tells all that has happened by now; returns of how many sockets. */
  poll(): number {
    return this.epoll.poll(this.tell);
  }

  private forget(registration: Registration): void {
    this.bySocket.delete(registration.socket);
    this.byId.delete(registration.id);
    this.waitedFor.delete(registration);
    if (this.waitedFor.size === 0) this.epoll.wake();
  }

  private readonly tell = (id: number, events: number): void => {
    const registration = this.byId.get(id);
    if (registration === undefined) return;
    const { list, socket } = registration;
    registration.armed = 0;
    try {
      list.tell(events);
    } finally {
      if (this.byId.has(id)) {
        if (list.length === 0) this.waitedFor.delete(registration);
        else if ((list.events & ~registration.armed) !== 0)
          this.control(EPOLL_CTL.EPOLL_CTL_MOD, socket, list.events | EPOLLRDHUP | EPOLLONESHOT);
      }
    }
  };

  private drive(): void {
    this.idleTurns = 0;
    if (!this.options.drivesItself || this.isDriven) return;
    this.isDriven = true;
    setImmediate(this.turn);
  }

  /** Looks eagerly while something happens, then lets a thread of libuv's wait; nothing runs while nobody waits. */
  private readonly turn = (): void => {
    try {
      this.idleTurns = this.poll() > 0 ? 0 : this.idleTurns + 1;
    } finally {
      if (this.waitedFor.size === 0) this.isDriven = false;
      else if (this.idleTurns < EAGER_TURNS) setImmediate(this.turn);
      else {
        this.idleTurns = 0;
        this.epoll.wait(this.turn);
      }
    }
  };
}
