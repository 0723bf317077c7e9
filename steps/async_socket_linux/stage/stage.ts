import { observerFor } from '../../../src/stage/recorder.js';
import type { NamedArguments } from '../../../src/stage/session.js';
import type { Evidence } from '../../../src/stage/stage.js';
import type { CallRecord } from '../../../src/timeline/timeline.js';
import type { IospecWorld } from '../../../src/stage/world.js';
import type { COMPLETION_PORT_EPOLL_ACTION } from '../../../src/adapters/async_socket_linux/linux_socket/linux_socket.js';
import type { CallName } from '../underlying/observed.js';
import type {
  CreateUnderlying,
  LinuxSocketObserver,
  LinuxSocketUnderlying,
} from '../underlying/underlying.js';
import { buffersOf } from '../../async_socket/buffers.js';
import type { PassingState } from '../../async_socket/stage/passing.js';
import { AsyncSocketStage } from '../../async_socket/stage/stage.js';
import { Below } from './below.js';

/** The calls below in which a state passes, and those in which a function can be met from elsewhere. */
const INSIDE = new Map(
  Object.entries<CallName>({
    OPENING: 'epoll_ctl',
    CLOSING: 'close',
    async_socket_open_async: 'epoll_ctl',
    async_socket_close: 'close',
    async_socket_send_async: 'send',
    async_socket_receive_async: 'completion_port_add',
  }),
);

/** How calls below and events of the completion port come into the timeline. */
function observing({ timeline }: IospecWorld): LinuxSocketObserver {
  return {
    observer: observerFor(timeline),
    onEvent: (context, action, callBack) => {
      const call = timeline.beginCall('event_complete_callback', { context, action }, `action=${action}`);
      try {
        callBack();
      } finally {
        timeline.endCall(call, undefined, '');
      }
    },
  };
}

/** One async socket for Linux over one socket, its completion port and its peer. */
export class AsyncSocketLinuxStage extends AsyncSocketStage {
  private readonly below: Below;

  /** @param create Makes what an async socket stands on. */
  constructor(world: IospecWorld, create: CreateUnderlying) {
    const observer = observing(world);
    const below = new Below(() => create(observer));
    super(world, () => below.current, { linux_socket: below.calls() });
    this.below = below;
  }

  get under(): LinuxSocketUnderlying {
    return this.below.current;
  }

  get socket(): number {
    return this.under.socket;
  }

  get isSocketOpen(): boolean {
    return this.under.isOpen();
  }

  /** Brings something about and has the completion port tell it. */
  happen(action: COMPLETION_PORT_EPOLL_ACTION): void {
    this.under.bring(action);
    this.under.pump();
  }

  /** Leaves a receive waiting, and returns its call. */
  leaveReceive(buffers = buffersOf(64)): CallRecord {
    return this.instance.call('async_socket_receive_async', { buffers, buffer_count: buffers.length });
  }

  /** Leaves a send waiting for room, and returns its call. */
  leaveSend(buffers = this.buffers): CallRecord {
    this.under.fill();
    return this.instance.call('async_socket_send_async', { buffers, buffer_count: buffers.length });
  }

  beforeCall(functionName: string): Promise<void> {
    const isEnding = functionName === 'async_socket_close' || functionName === 'async_socket_destroy';
    if (isEnding && this.state === 'OPEN') {
      this.leaveReceive();
      this.leaveSend();
    }
    // Short sends, which have to be gone on with.
    if (functionName === 'async_socket_send_async') this.under.observed.limit('send', 3, 1);
    return Promise.resolve();
  }

  beforeFailure(functionName: string): Promise<void> {
    if (functionName === 'async_socket_send_async') this.under.fill();
    return Promise.resolve();
  }

  failBelow(name: string): void {
    this.under.fail(name as CallName);
  }

  inside(functionName: string, act: () => void): void {
    const name = INSIDE.get(functionName);
    if (name === undefined) throw new Error(`${functionName} makes no call below that could be met`);
    this.under.observed.interject(name, 'before', act);
  }

  leftBelow(): readonly Evidence[] {
    const { references } = this.under;
    const isOpen = this.isSocketOpen;
    return [
      {
        what: 'the completion port is given back',
        holds: references === 0,
        expected: 'no reference',
        observed: `${references} references`,
      },
      { what: 'the socket is closed', holds: !isOpen, expected: 'a closed socket', observed: 'an open one' },
    ];
  }

  renew(): Promise<void> {
    if (this.handle !== null) this.instance.call('async_socket_destroy');
    this.below.renew();
    return Promise.resolve();
  }

  /** As `renew`; what stood below before is released at once. */
  async renewForgetting(): Promise<void> {
    await this.renew();
    this.below.disposePast();
  }

  protected during(state: PassingState, act: () => void): void {
    const outer = state === 'OPENING' ? 'async_socket_open_async' : 'async_socket_close';
    this.inside(outer, act);
    this.session.call(outer, { async_socket: this.handle });
  }

  protected callFromBelow(_functionName: string, given: NamedArguments): CallRecord {
    this.leaveReceive();
    const { timeline } = this.world;
    this.world.act();
    this.under.observed.callBack(given.context ?? null, 'COMPLETION_PORT_EPOLL_EPOLLIN');
    const call = timeline.calls.findLast(({ function: name }) => name === 'event_complete_callback');
    if (call === undefined) throw new Error('the callback was not called');
    return call;
  }

  protected disposeBelow(): Promise<void> {
    this.below.dispose();
    return Promise.resolve();
  }
}
