import type {
  COMPLETION_PORT_EPOLL_ACTION,
  ON_COMPLETION_PORT_EVENT_COMPLETE,
} from '../../../../src/adapters/async_socket_linux/linux_socket/linux_socket.js';
import { EPOLLERR, EPOLLHUP, EPOLLIN, EPOLLOUT, EPOLLRDHUP } from '../header.js';

type Action = COMPLETION_PORT_EPOLL_ACTION;

/** A context that waits at a completion port for one event of the socket. */
interface Waiter {
  readonly events: number;
  readonly callback: ON_COMPLETION_PORT_EVENT_COMPLETE;
  readonly context: object;
}

/** A place in the order of those who wait. */
interface Place {
  readonly context: object;
  /** Null while its callback is running. */
  waiter: Waiter | null;
}

/** What events are to one who waits for some of them; null: nothing. */
function meaning({ events }: Waiter, happened: number): Action | null {
  const has = (bits: number): boolean => (happened & bits) !== 0;
  if (has(EPOLLRDHUP | EPOLLHUP)) return 'COMPLETION_PORT_EPOLL_EPOLLRDHUP';
  if (has(events & EPOLLIN)) return 'COMPLETION_PORT_EPOLL_EPOLLIN';
  if (has(events & EPOLLOUT)) return 'COMPLETION_PORT_EPOLL_EPOLLOUT';
  return has(EPOLLERR) ? 'COMPLETION_PORT_EPOLL_ERROR' : null;
}

/** The contexts that wait at a mock's completion port. A place that becomes free while its context is told stays that context's. */
export class Waiters {
  /** In their order. */
  private readonly places: Place[] = [];

  add(waiter: Waiter): void {
    const kept = this.places.find((place) => place.waiter === null && place.context === waiter.context);
    if (kept === undefined) this.places.push({ context: waiter.context, waiter });
    else kept.waiter = waiter;
  }

  /** Data and room are for the first who waits for them; the end of the connection and errors are for all. */
  tell(happened: number): void {
    const forOne = new Set<Action>(['COMPLETION_PORT_EPOLL_EPOLLIN', 'COMPLETION_PORT_EPOLL_EPOLLOUT']);
    const taken = new Set<Action>();
    this.wake((waiter) => {
      const action = meaning(waiter, happened);
      if (action === null || taken.has(action)) return null;
      if (forOne.has(action)) taken.add(action);
      return action;
    });
  }

  /** Tells all that they wait in vain. */
  abandon(): void {
    this.wake(() => 'COMPLETION_PORT_EPOLL_ABANDONED');
  }

  /** Calls back those who wait now, each once, and only if nobody told before has ended its wait. */
  private wake(actionFor: (waiter: Waiter) => Action | null): void {
    for (const { place, waiter } of this.places.map((one) => ({ place: one, waiter: one.waiter }))) {
      if (waiter === null || place.waiter !== waiter) continue;
      const action = actionFor(waiter);
      if (action === null) continue;
      place.waiter = null;
      try {
        waiter.callback(waiter.context, action);
      } finally {
        this.giveUp(place);
      }
    }
  }

  /** Unless whoever had the place has been added again. */
  private giveUp(place: Place): void {
    if (place.waiter === null) this.places.splice(this.places.indexOf(place), 1);
  }
}
