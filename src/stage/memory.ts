import type { AdapterModule } from '../subject/adapter.js';
import { requireSeam } from './seams.js';

/** The memory that the adapter under test is given: a scenario has it run short, and looks at what was given back. */
export class Memory {
  /** Sizes of the blocks that were granted, in their order. */
  readonly granted: number[] = [];
  /** Requests so far, whether or not they were granted. */
  requests = 0;
  /** Blocks that were granted and not given back. */
  outstanding = 0;
  /** Weak: an adapter that leaves its blocks to the collector must not hold more memory for being judged. */
  private readonly held = new WeakSet<Uint8Array>();
  /** Requests that are still granted. */
  private left = Infinity;
  private failsOnce = false;

  constructor(private readonly adapter: Pick<AdapterModule, 'capabilities'>) {}

  /** The dependency `allocate`: a block of `size` bytes, or null when the memory has run short. */
  readonly allocate = (size: number): Uint8Array | null => {
    this.requests += 1;
    if (this.left === 0 || this.failsOnce) {
      this.failsOnce = false;
      return null;
    }
    this.left -= 1;
    this.granted.push(size);
    this.outstanding += 1;
    const block = new Uint8Array(size);
    this.held.add(block);
    return block;
  };

  /**
   * The dependency `release`.
   * @throws Error for what is not held: in C it would be freed twice, or never have been allocated.
   */
  readonly release = (block: Uint8Array): void => {
    if (!this.held.delete(block)) throw new Error('memory was given back that is not held');
    this.outstanding -= 1;
  };

  /** @throws UnobservableError when the adapter gets its memory elsewhere. */
  requireTaken(): void {
    requireSeam(this.adapter.capabilities, 'allocate');
  }

  /**
   * Grants so many more requests, then none.
   * @throws UnobservableError when the adapter gets its memory elsewhere.
   */
  failAfter(granted: number): void {
    this.requireTaken();
    this.left = granted;
  }

  /**
   * Refuses the next request, and no other.
   * @throws UnobservableError when the adapter gets its memory elsewhere.
   */
  failNext(): void {
    this.requireTaken();
    this.failsOnce = true;
  }

  /** Refuses nothing any more. */
  grantAll(): void {
    this.left = Infinity;
    this.failsOnce = false;
  }
}
