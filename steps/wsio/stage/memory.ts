import type { AdapterModule } from '../../../src/subject/adapter.js';
import { requireSeam } from '../../../src/stage/seams.js';

/** The memory that the adapter under test is given. */
export class Memory {
  /** Sizes of all allocations granted so far. */
  readonly granted: number[] = [];
  private readonly out = new Set<Uint8Array>();
  private left = Infinity;
  private fails = false;

  constructor(private readonly adapter: Pick<AdapterModule, 'capabilities'>) {}

  readonly allocate = (size: number): Uint8Array | null => {
    this.left -= 1;
    if (this.left < 0 || this.fails) {
      this.fails = false;
      return null;
    }
    this.granted.push(size);
    const memory = new Uint8Array(size);
    this.out.add(memory);
    return memory;
  };

  readonly release = (memory: Uint8Array): void => {
    this.out.delete(memory);
  };

  /** Allocations that were granted and not given back. */
  get unreleased(): number {
    return this.out.size;
  }

  /**
   * Lets this many more allocations succeed, then none.
   * @throws UnobservableError when the adapter gets its memory elsewhere.
   */
  failAfter(count: number): void {
    requireSeam(this.adapter.capabilities, 'allocate');
    this.left = count;
  }

  /**
   * Fails the next allocation, and no other.
   * @throws UnobservableError when the adapter gets its memory elsewhere.
   */
  failNext(): void {
    requireSeam(this.adapter.capabilities, 'allocate');
    this.fails = true;
  }

  grantAll(): void {
    this.left = Infinity;
    this.fails = false;
  }
}
