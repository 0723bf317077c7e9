import type { TlspoolStage } from './stage.js';

/** The exchanges of each scenario that has several, in the order in which they began. */
export class ExchangesByNumber<Exchange> {
  private readonly scenarios = new WeakMap<TlspoolStage, Exchange[]>();

  of(stage: TlspoolStage): Exchange[] {
    const known = this.scenarios.get(stage) ?? [];
    this.scenarios.set(stage, known);
    return known;
  }

  /** The exchange that a feature gives a number, counted from 1. */
  get(stage: TlspoolStage, number: number | string): Exchange {
    const found = this.of(stage)[Number(number) - 1];
    if (found === undefined) throw new Error(`there is no exchange ${number}`);
    return found;
  }
}
