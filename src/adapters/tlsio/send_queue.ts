import type { IO_SEND_RESULT } from '../xio/xio.js';
import type { ON_SEND_COMPLETE } from '../xio/xio.js';
import type { Connection } from './transport.js';

/** Bytes that are given to TLS at a time; a longer message goes in pieces. */
const PIECE = 256 * 1024;

/** A message on its way: its bytes, how far they have come, and whom to tell. */
export class Message {
  next: Message | null = null;
  private handed = 0;
  private taken = 0;

  constructor(
    readonly bytes: Uint8Array,
    private readonly on_send_complete: ON_SEND_COMPLETE,
    private readonly callback_context: unknown,
  ) {}

  /** True when some of its bytes were given to TLS. */
  get begun(): boolean {
    return this.handed > 0;
  }

  get handedOver(): boolean {
    return this.handed === this.bytes.length;
  }

  /** True when all its bytes were taken below. */
  get sent(): boolean {
    return this.taken === this.bytes.length;
  }

  /** Gives the next piece to TLS. */
  handOver(connection: Connection): void {
    const piece = this.bytes.subarray(this.handed, this.handed + PIECE);
    this.handed += piece.length;
    connection.write(piece, () => {
      this.taken += piece.length;
    });
  }

  complete(result: IO_SEND_RESULT): void {
    this.on_send_complete(this.callback_context, result);
  }
}

/** Messages that were accepted and are not completed, first in, first out. */
export class SendQueue {
  private head: Message | null = null;
  private tail: Message | null = null;
  /** The first message that TLS has not got completely. */
  private current: Message | null = null;

  get first(): Message | null {
    return this.head;
  }

  enqueue(message: Message): void {
    if (this.tail === null) this.head = message;
    else this.tail.next = message;
    this.tail = message;
    this.current ??= message;
  }

  /** Removes the first message and returns it; null when there is none. */
  dequeue(): Message | null {
    const message = this.head;
    if (message === null) return null;
    this.head = message.next;
    if (this.head === null) this.tail = null;
    if (this.current === message) this.current = this.head;
    return message;
  }

  /** Gives bytes to TLS as long as it takes them; the rest waits for the next time (SRS_TLSIO_30_093). */
  handOver(connection: Connection): void {
    while (this.current !== null && connection.writable) {
      this.current.handOver(connection);
      if (this.current.handedOver) this.current = this.current.next;
    }
  }
}
