import type { AdapterModule } from '../../../src/subject/adapter.js';
import { requireSeam } from '../../../src/stage/seams.js';

/** The memory that the adapter under test gets: a scenario lets it end, and looks at what was given back. */
export class Memory {
  /** Blocks that were granted, in their order. */
  readonly granted: Uint8Array[] = [];
  private readonly held = new Set<Uint8Array>();
  private left = Infinity;

  constructor(private readonly adapter: Pick<AdapterModule, 'capabilities'>) {}

  /** Requests so far, whether or not they were granted. */
  requests = 0;

  /** Blocks that were not given back. */
  get outstanding(): number {
    return this.held.size;
  }

  readonly allocate = (size: number): Uint8Array | null => {
    this.requests += 1;
    this.left -= 1;
    if (this.left < 0) return null;
    const block = new Uint8Array(size);
    this.granted.push(block);
    this.held.add(block);
    return block;
  };

  readonly release = (block: Uint8Array): void => {
    if (!this.held.delete(block)) throw new Error('memory was given back that is not held');
  };

  /**
   * Grants nothing from now on.
   * @throws UnobservableError when the adapter gets its memory elsewhere.
   */
  exhaust(): void {
    requireSeam(this.adapter.capabilities, 'allocate');
    this.left = 0;
  }
}
