import type { Address, LwsCalls } from './lws_calls.js';

/** C memory that is freed at once, when whoever reads it is gone. */
export class CMemory {
  private readonly pieces: Address[] = [];

  constructor(private readonly calls: Pick<LwsCalls, 'copyOut' | 'free'>) {}

  bytes(bytes: Uint8Array): Address {
    const piece = this.calls.copyOut(bytes);
    this.pieces.push(piece);
    return piece;
  }

  /** A C string; 0n for null. */
  text(text: string | null): Address {
    return text === null ? 0n : this.bytes(Buffer.from(`${text}\0`));
  }

  free(): void {
    for (const piece of this.pieces.splice(0)) this.calls.free(piece);
  }
}
