import {
  COMPLETION_PORT_EPOLL_ACTION,
  EPOLL_EVENTS,
  type ON_COMPLETION_PORT_EVENT_COMPLETE,
} from './linux_socket.js';

/** A context that waits for one event of one socket. */
interface Waiter {
  readonly events: number;
  readonly callback: ON_COMPLETION_PORT_EVENT_COMPLETE;
  readonly context: object;
}

const {
  COMPLETION_PORT_EPOLL_ABANDONED,
  COMPLETION_PORT_EPOLL_EPOLLIN,
  COMPLETION_PORT_EPOLL_EPOLLOUT,
  COMPLETION_PORT_EPOLL_EPOLLRDHUP,
  COMPLETION_PORT_EPOLL_ERROR,
} = COMPLETION_PORT_EPOLL_ACTION;
const { EPOLLIN, EPOLLOUT, EPOLLERR, EPOLLHUP, EPOLLRDHUP } = EPOLL_EVENTS;

/** What the events of a socket are for one who waits for some of them; null: nothing. */
function actionFor(wanted: number, events: number): COMPLETION_PORT_EPOLL_ACTION | null {
  // The end of the connection comes first: who is told of it looks for what has arrived before.
  if ((events & (EPOLLRDHUP | EPOLLHUP)) !== 0) return COMPLETION_PORT_EPOLL_EPOLLRDHUP;
  if ((events & wanted & EPOLLIN) !== 0) return COMPLETION_PORT_EPOLL_EPOLLIN;
  if ((events & wanted & EPOLLOUT) !== 0) return COMPLETION_PORT_EPOLL_EPOLLOUT;
  return (events & EPOLLERR) === 0 ? null : COMPLETION_PORT_EPOLL_ERROR;
}

/** Those who wait for events of one socket, in their order. */
export class WaitList {
  private waiters: Waiter[] = [];
  /** Places of those who are being told now: one who is added again keeps his. */
  private readonly places = new Map<object, number>();

  get length(): number {
    return this.waiters.length;
  }

  /** All events that are waited for. */
  get events(): number {
    return this.waiters.reduce((events, waiter) => events | waiter.events, 0);
  }

  add(events: number, callback: ON_COMPLETION_PORT_EVENT_COMPLETE, context: object): void {
    this.waiters.splice(this.places.get(context) ?? this.waiters.length, 0, { events, callback, context });
  }

  /** Takes a context out that was added and can't be waited for. */
  remove(context: object): void {
    this.waiters = this.waiters.filter((waiter) => waiter.context !== context);
  }

  /**
   * Tells what has happened: data and room to the first who waits for it, as there may be no more of it for the next;
   * the end of the connection and errors to all.
   */
  tell(events: number): void {
    const told = new Set<COMPLETION_PORT_EPOLL_ACTION>();
    for (const waiter of [...this.waiters]) {
      const action = actionFor(waiter.events, events);
      if (action === null) continue;
      const isForOne = action === COMPLETION_PORT_EPOLL_EPOLLIN || action === COMPLETION_PORT_EPOLL_EPOLLOUT;
      if (isForOne && told.has(action)) continue;
      told.add(action);
      this.callBack(waiter, action);
    }
  }

  /** Tells all that they wait in vain. */
  abandon(): void {
    for (const waiter of [...this.waiters]) this.callBack(waiter, COMPLETION_PORT_EPOLL_ABANDONED);
  }

  private callBack(waiter: Waiter, action: COMPLETION_PORT_EPOLL_ACTION): void {
    const place = this.waiters.indexOf(waiter);
    // Somebody told before him may have ended his wait.
    if (place === -1) return;
    this.waiters.splice(place, 1);
    this.places.set(waiter.context, place);
    try {
      waiter.callback(waiter.context, action);
    } finally {
      this.places.delete(waiter.context);
    }
  }
}
