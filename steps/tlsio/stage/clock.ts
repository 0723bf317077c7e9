import type { AdapterModule } from '../../../src/subject/adapter.js';
import { requireSeam } from '../../../src/stage/seams.js';

/** The clock that the adapter under test is given: a scenario lets it run ahead. */
export class Clock {
  /** Added to the real time, so that a deadline passes without waiting for it, in milliseconds. */
  private ahead = 0;

  constructor(private readonly adapter: Pick<AdapterModule, 'capabilities'>) {}

  readonly now = (): number => performance.now() + this.ahead;

  /** @throws UnobservableError when the adapter's clock is another one. */
  advance(milliseconds: number): void {
    requireSeam(this.adapter.capabilities, 'now');
    this.ahead += milliseconds;
  }
}
