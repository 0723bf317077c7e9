import type { Death } from './outcome.js';
import type { PlannedScenario } from './plan.js';

/** What a death costs, in units of a worker's start; a hang costs its whole stall limit as well. */
const COST: Readonly<Record<Death['kind'], number>> = { crashed: 1, hung: 10 };
/** Deaths up to this cost are taken as they come. */
const LIMIT = 50;

/**
 * Counts the workers that an adapter brings down. When they have become many, a scenario is spared if all the
 * requirements that it is about have been seen to bring a worker down already: their verdicts stand without it, and
 * what the run can cost stays bounded by the number of requirements.
 */
export class Toll {
  private cost = 0;
  private deaths = 0;
  private readonly tags = new Set<string>();

  /** Notes a death, with the scenario that it is laid to. */
  note({ kind }: Death, scenario: PlannedScenario | null): void {
    this.cost += COST[kind];
    this.deaths += 1;
    for (const tag of scenario?.tags ?? []) this.tags.add(tag);
  }

  /** Why a scenario is not tried, as a reader's reason; null when it is. */
  spares({ tags }: PlannedScenario): string | null {
    if (this.cost <= LIMIT || !tags.every((tag) => this.tags.has(tag))) return null;
    return `not tried: the adapter had already brought down ${this.deaths} processes, including in other scenarios of this requirement`;
  }
}
