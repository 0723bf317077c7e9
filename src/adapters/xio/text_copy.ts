import type { Dependencies } from './dependencies.js';

/** A text in memory of its owner, which outlives the caller's. */
export class TextCopy {
  private constructor(private readonly bytes: Uint8Array) {}

  /** Copies the text; null when there is no memory for it. */
  static of(dependencies: Pick<Dependencies, 'allocate'>, text: string): TextCopy | null {
    const encoded = new TextEncoder().encode(text);
    const bytes = dependencies.allocate(encoded.length);
    bytes?.set(encoded);
    return bytes === null ? null : new TextCopy(bytes);
  }

  /** Gives the memory back; the copy is of no use any more. */
  release(dependencies: Pick<Dependencies, 'release'>): void {
    dependencies.release?.(this.bytes);
  }

  toString(): string {
    return new TextDecoder().decode(this.bytes);
  }
}
