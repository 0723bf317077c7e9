import type koffi from 'koffi';

/** Memory outside of JavaScript's heap, which the collector neither moves nor frees. */
export interface NativeBlock {
  readonly address: bigint;
  readonly bytes: Buffer;
}

const SMALLEST = 32;

/**
 * Memory for the operating system. Blocks are used again and never freed: the thread pool may still hold the address of
 * an operation that has been reported as complete, and a view of an address can be made once only.
 */
export class NativeMemory {
  private readonly free = new Map<number, NativeBlock[]>();

  constructor(private readonly ffi: typeof koffi) {}

  /** Gives at least `size` bytes, all of them 0. */
  take(size: number): NativeBlock {
    const capacity = Math.max(SMALLEST, 2 ** Math.ceil(Math.log2(size)));
    const known = this.free.get(capacity)?.pop();
    if (known !== undefined) {
      known.bytes.fill(0, 0, size);
      return known;
    }
    const address = this.ffi.address(this.ffi.alloc('uint8', capacity));
    const bytes = Buffer.from(this.ffi.view(address, capacity));
    bytes.fill(0);
    return { address, bytes };
  }

  giveBack(block: NativeBlock): void {
    const blocks = this.free.get(block.bytes.length);
    if (blocks === undefined) this.free.set(block.bytes.length, [block]);
    else blocks.push(block);
  }
}
