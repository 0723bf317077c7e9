import type { AdapterApi } from '../../../src/subject/adapter.js';
import { UnavailableError } from '../../../src/stage/preparation.js';
import { observerFor } from '../../../src/stage/recorder.js';
import { requireSeam } from '../../../src/stage/seams.js';
import type { NamedArguments } from '../../../src/stage/session.js';
import type { Evidence } from '../../../src/stage/stage.js';
import type { CallRecord } from '../../../src/timeline/timeline.js';
import type { IospecWorld } from '../../../src/stage/world.js';
import {
  createLoopbackUnderlying,
  createMockUnderlying,
  type CallName,
  type COMPLETION_PORT_EPOLL_ACTION,
  type LinuxSocket,
  type LinuxSocketObserver,
  type LinuxSocketUnderlying,
} from '../underlying/index.js';
import type { Memory } from '../../../src/stage/memory.js';
import { AsyncSocketStage, buffersOf, type PassingState } from '../../async_socket/stage/stage.js';

/** The calls below in which a state passes, and those in which a function can be met from elsewhere. */
const INSIDE: Readonly<Record<string, CallName>> = {
  OPENING: 'epoll_ctl',
  CLOSING: 'close',
  async_socket_open_async: 'epoll_ctl',
  async_socket_close: 'close',
  async_socket_send_async: 'send',
  async_socket_receive_async: 'completion_port_add',
};

/** Which underlying IO stands now: another one for another async socket of the same scenario. */
class Below {
  current: LinuxSocketUnderlying;
  readonly past: LinuxSocketUnderlying[] = [];

  constructor(private readonly create: () => LinuxSocketUnderlying) {
    this.current = create();
  }

  renew(): void {
    this.past.push(this.current);
    this.current = this.create();
  }

  /** What the adapter gets once, whichever stands. */
  readonly calls = (): LinuxSocket => {
    const now = (): LinuxSocket => this.current.observed.calls;
    return {
      send: (...given) => now().send(...given),
      recv: (...given) => now().recv(...given),
      close: (...given) => now().close(...given),
      errno: () => now().errno(),
      epoll_ctl: (...given) => now().epoll_ctl(...given),
      platform_get_completion_port: () => now().platform_get_completion_port(),
      completion_port_dec_ref: (...given) => {
        now().completion_port_dec_ref(...given);
      },
      completion_port_add: (...given) => now().completion_port_add(...given),
      completion_port_remove: (...given) => {
        now().completion_port_remove(...given);
      },
    };
  };
}

/** One async socket for Linux over one socket, its completion port and its peer. */
export class AsyncSocketLinuxStage extends AsyncSocketStage {
  private constructor(
    world: IospecWorld,
    private readonly below: Below,
  ) {
    const create = (memory: Memory): AdapterApi =>
      world.adapter.create({
        log: (category, message) => {
          world.timeline.log(category, message);
        },
        allocate: memory.allocate,
        release: memory.release,
        connect: () => null,
        now: () => performance.now(),
        linux_socket: below.calls(),
      });
    super(world, () => below.current, create);
  }

  /** @throws UnavailableError where the kind of underlying IO is not on this machine. */
  static create(world: IospecWorld, kind: string): AsyncSocketLinuxStage {
    const { timeline } = world;
    const options: LinuxSocketObserver = {
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
    requireSeam(world.adapter.capabilities, 'linux_socket');
    if (kind === 'mock')
      return new AsyncSocketLinuxStage(world, new Below(() => createMockUnderlying(options)));
    if (kind !== 'loopback') throw new Error(`async_socket_linux has no underlying IO ${kind}`);
    if (process.platform !== 'linux')
      throw new UnavailableError(
        `the sockets of Linux are not on this machine, which runs ${process.platform}`,
      );
    return new AsyncSocketLinuxStage(world, new Below(() => createLoopbackUnderlying(options)));
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
    return this.callNow('async_socket_receive_async', { buffers, buffer_count: buffers.length });
  }

  /** Leaves a send waiting for room, and returns its call. */
  leaveSend(buffers = this.buffers): CallRecord {
    this.under.fill();
    return this.callNow('async_socket_send_async', { buffers, buffer_count: buffers.length });
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
    const name = INSIDE[functionName];
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
    if (this.handle !== null) this.callNow('async_socket_destroy', {});
    this.below.renew();
    return Promise.resolve();
  }

  /** As `renew`; what stood below before is released at once. */
  async renewForgetting(): Promise<void> {
    await this.renew();
    for (const under of this.below.past.splice(0)) under.dispose();
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
    for (const under of [...this.below.past, this.below.current]) under.dispose();
    return Promise.resolve();
  }
}
