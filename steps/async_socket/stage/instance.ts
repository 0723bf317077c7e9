import type { ASYNC_SOCKET_HANDLE } from '../../../src/adapters/async_socket/async_socket.js';
import type { NamedArguments, Session } from '../../../src/stage/session.js';
import type { StateChange } from '../../../src/stage/stage.js';
import type { CallRecord, Timeline } from '../../../src/timeline/timeline.js';

/** One async socket by its API, and its state as an observer derives it from the calls. */
export class AsyncSocketInstance {
  handle: ASYNC_SOCKET_HANDLE | null = null;
  private readonly changes: StateChange[] = [];

  constructor(
    private readonly session: Session,
    private readonly timeline: Timeline,
  ) {}

  get history(): readonly StateChange[] {
    return this.changes;
  }

  /** The state now; `none` before there was an instance. */
  get state(): string {
    return this.changes.at(-1)?.state ?? 'none';
  }

  get destroyed(): boolean {
    return (
      this.handle === null && this.timeline.calls.some(({ function: name }) => name.endsWith('_destroy'))
    );
  }

  call(functionName: string, given: NamedArguments = {}): CallRecord {
    const call = this.session.call(functionName, given);
    const isOurs = call.arguments.async_socket === this.handle && this.handle !== null;
    if (functionName === 'async_socket_create' && call.result !== null && this.handle === null) {
      this.handle = call.result as ASYNC_SOCKET_HANDLE;
      this.enter('CLOSED');
    } else if (functionName === 'async_socket_open_async' && isOurs && call.result === 0) this.enter('OPEN');
    else if (functionName === 'async_socket_close' && isOurs && this.state === 'OPEN') this.enter('CLOSED');
    else if (functionName === 'async_socket_destroy' && isOurs) {
      this.handle = null;
      this.enter('CLOSED');
    }
    return call;
  }

  /** Creates it, unless it stands. */
  create(): void {
    if (this.handle === null) this.call('async_socket_create');
    if (this.handle === null) throw new Error('async_socket_create returned NULL');
  }

  /** Opens it, unless it is open. */
  open(): void {
    if (this.state === 'OPEN') return;
    const { result } = this.call('async_socket_open_async');
    if (result !== 0) throw new Error(`async_socket_open_async returned ${String(result)}`);
  }

  /** Notes a state that no call shows by its return. */
  enter(state: string): void {
    this.changes.push({ state, sequence: Math.max(0, this.timeline.mark - 1) });
  }
}
