import type { IO_SEND_RESULT, ON_SEND_COMPLETE } from '../xio/xio.js';
import type { Surroundings } from './instance.js';

/** A pending send: the bytes that are left of it, and whom to tell. */
export class Message {
  private sent = 0;
  private over = false;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly on_send_complete: ON_SEND_COMPLETE | null,
    private readonly callback_context: unknown,
  ) {}

  get leftover(): Uint8Array {
    return this.bytes.subarray(this.sent);
  }

  get partiallySent(): boolean {
    return this.sent > 0;
  }

  /** True once it was completed or given up, although it may still be in a list that would not let it go. */
  get isOver(): boolean {
    return this.over;
  }

  /** Takes the sent bytes away from the front (SRS_WSIO_01_080). */
  removeSent(count: number): void {
    this.sent += count;
  }

  /** Gives the memory back, and nobody is told. */
  giveUp({ release }: Surroundings): void {
    if (this.over) return;
    this.over = true;
    release?.(this.bytes);
  }

  /** Tells how the send ended, once: SRS_WSIO_01_057, 01_059, 01_060, 01_078 and 01_110. */
  complete(surroundings: Surroundings, result: IO_SEND_RESULT): void {
    if (this.over) return;
    this.giveUp(surroundings);
    this.on_send_complete?.(this.callback_context, result);
  }
}
