/** Smaller sizes are left to Node.js, which cuts them from blocks of its own. */
const SMALLEST = 4 * 1024;
/**
 * A block's room beyond a power of two. Messages like to be as long as one, and what is added to them on their way (the
 * padding of libwebsockets, the ends of TLS records) shall not take a block twice as large, or none.
 */
const ROOM = 128;
/** Larger ones are rare, and too much to keep. */
const LARGEST = 1024 * 1024 + ROOM;
/** Bytes that are kept at most. */
const KEPT_LIMIT = 4 * 1024 * 1024;

/**
 * Memory for messages. What is given back is used again: a copy into memory that the processor has just used costs
 * next to nothing, while fresh memory for every message halves what a connection carries.
 */
export class MemoryPool {
  private readonly free = new Map<number, ArrayBuffer[]>();
  /** Blocks that are out; what is not among them is not taken back. */
  private readonly lent = new WeakSet<object>();
  private kept = 0;

  /** Gives `size` bytes of any content, or null when there is no memory. */
  allocate(size: number): Uint8Array | null {
    try {
      if (size < SMALLEST || size > LARGEST) return Buffer.allocUnsafe(size);
      const blockSize = 2 ** Math.ceil(Math.log2(size - ROOM)) + ROOM;
      const block = this.take(blockSize) ?? new ArrayBuffer(blockSize);
      this.lent.add(block);
      return new Uint8Array(block, 0, size);
    } catch {
      return null;
    }
  }

  /** Takes memory back that `allocate` has given and that nobody looks at any more; any other is left alone. */
  release(memory: Uint8Array): void {
    const block = memory.buffer;
    if (!(block instanceof ArrayBuffer) || !this.lent.delete(block)) return;
    if (this.kept + block.byteLength > KEPT_LIMIT) return;
    const blocks = this.free.get(block.byteLength);
    if (blocks === undefined) this.free.set(block.byteLength, [block]);
    else blocks.push(block);
    this.kept += block.byteLength;
  }

  private take(blockSize: number): ArrayBuffer | undefined {
    const block = this.free.get(blockSize)?.pop();
    if (block !== undefined) this.kept -= blockSize;
    return block;
  }
}
