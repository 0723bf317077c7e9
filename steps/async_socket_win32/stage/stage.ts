import type { ASYNC_SOCKET_BUFFER } from '../../../src/adapters/async_socket/async_socket.js';
import { preparing } from '../../../src/stage/preparation.js';
import { observerFor } from '../../../src/stage/recorder.js';
import type { NamedArguments } from '../../../src/stage/session.js';
import type { Evidence } from '../../../src/stage/stage.js';
import type { CallRecord } from '../../../src/timeline/timeline.js';
import type { IospecWorld } from '../../../src/stage/world.js';
import { NO_ERROR } from '../underlying/header.js';
import type { CallName } from '../underlying/observed.js';
import type { Win32Observer, Win32Underlying } from '../underlying/underlying.js';
import { bytesOf } from '../../async_socket/buffers.js';
import type { PassingState } from '../../async_socket/stage/passing.js';
import { AsyncSocketStage } from '../../async_socket/stage/stage.js';
import { leftBelow, stillOpen } from './left_below.js';

/** A call below that each function makes: where a call from elsewhere can come into it. */
const INSIDE = new Map(
  Object.entries<CallName>({
    async_socket_open_async: 'CreateThreadpoolIo',
    async_socket_close: 'CloseThreadpoolIo',
    async_socket_send_async: 'WSASend',
    async_socket_receive_async: 'WSARecv',
  }),
);

const PASSED_BY: Readonly<Record<PassingState, string>> = {
  OPENING: 'async_socket_open_async',
  CLOSING: 'async_socket_close',
};

/** How calls below and callbacks of the thread pool come into the timeline. */
export function observing({ timeline }: IospecWorld): Win32Observer {
  return {
    observer: observerFor(timeline),
    onCompletion: ({ io_result, number_of_bytes_transferred, overlapped }, callBack) => {
      const given = { overlapped, io_result, number_of_bytes_transferred };
      const shown = `io_result=${io_result}, number_of_bytes_transferred=${number_of_bytes_transferred}`;
      const call = timeline.beginCall('on_io_complete', given, shown);
      try {
        callBack();
      } finally {
        timeline.endCall(call, undefined, '');
      }
    },
  };
}

/** One async socket for Windows under test, over one socket and one thread pool. */
export class AsyncSocketWin32Stage extends AsyncSocketStage {
  /** Blocks of memory that were out before the IOs that `on_io_complete` is about were started. */
  outstandingBefore = 0;

  constructor(
    world: IospecWorld,
    readonly under: Win32Underlying,
  ) {
    super(world, () => under, { win32_socket: under.observed.calls });
  }

  get socket(): number {
    return this.under.socket;
  }

  protected override get executionEngine(): object {
    return this.under.execution_engine;
  }

  /** The socket is its owner's, and is never closed: what is, is the thread pool's IO on it. */
  get isSocketOpen(): boolean {
    return stillOpen(this.under.observed, 'CreateThreadpoolIo', 'CloseThreadpoolIo') > 0;
  }

  /**
   * A close and a destroy find a receive that waits. A callback of the thread pool comes for a send and two receives, which
   * have completed, and which the thread pool is about to tell.
   */
  async beforeCall(functionName: string): Promise<void> {
    if (this.state !== 'OPEN' || this.passing !== null) return;
    if (functionName === 'async_socket_close' || functionName === 'async_socket_destroy') {
      await preparing('leave a receive pending', () => {
        this.startIo('receive');
      });
    } else if (functionName === 'on_io_complete') {
      await this.completeBelow('receive', 'receive', 'send');
    }
  }

  async beforeFailure(): Promise<void> {
    // Everything that can fail is called in any case.
  }

  failBelow(name: string): void {
    const { observed } = this.under;
    if (!observed.canFail(name)) throw new Error(`${name} is no call below that can fail`);
    observed.fail(name);
  }

  inside(functionName: string, act: () => void): void {
    const name = INSIDE.get(functionName);
    if (name === undefined) throw new Error(`no call below is known that ${functionName} makes`);
    this.under.observed.interject(name, 'before', act);
  }

  async renew(): Promise<void> {
    if (this.handle !== null) this.instance.call('async_socket_destroy');
    await this.settle();
  }

  leftBelow(): readonly Evidence[] {
    return leftBelow(this.under.observed);
  }

  /** Starts a send or a receive. */
  startIo(operation: 'send' | 'receive', buffers: readonly ASYNC_SOCKET_BUFFER[] = this.buffers): CallRecord {
    const name = `async_socket_${operation}_async`;
    const call = this.instance.call(name, { buffers, buffer_count: buffers.length });
    if (call.result !== 0) throw new Error(`${name} returned ${String(call.result)}`);
    return call;
  }

  /** Starts IOs and waits until they have completed below, which the adapter has not been told. */
  async completeBelow(...operations: readonly ('send' | 'receive')[]): Promise<void> {
    const { peer } = this.under;
    const { ios } = this.under.observed;
    await preparing('have IOs complete', async () => {
      this.outstandingBefore = this.memory.outstanding;
      ios.hold();
      for (const operation of operations) this.startIo(operation);
      for (const operation of operations) if (operation === 'receive') peer.deliver(bytesOf(this.buffers));
      await this.waitUntil('the end of the IOs', () => ios.heldBack === operations.length);
    });
  }

  /** Starts an IO and waits until the adapter has been told of its end. */
  async completeOne(operation: 'send' | 'receive'): Promise<void> {
    await this.completeBelow(operation);
    this.under.observed.ios.release();
  }

  protected during(state: PassingState, act: () => void): void {
    const functionName = PASSED_BY[state];
    this.inside(functionName, () => {
      // What the call that is under way does is not the scenario's doing.
      this.world.act();
      act();
    });
    this.instance.call(functionName);
  }

  protected callFromBelow(functionName: string, given: NamedArguments): CallRecord {
    const { ios } = this.under.observed;
    if ('overlapped' in given)
      ios.raise({ overlapped: null, io_result: NO_ERROR, number_of_bytes_transferred: 0 });
    else ios.release();
    const call = this.world.timeline.calls.findLast(({ function: name }) => name === functionName);
    if (call === undefined) throw new Error(`the thread pool has not called ${functionName}`);
    return call;
  }

  protected async disposeBelow(): Promise<void> {
    await this.under.dispose();
  }
}
