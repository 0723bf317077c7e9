/** Media types of what steps attach for the trace; every body is JSON. */
export const MEDIA_TYPE = {
  /** `TimelineEntry[]`: everything that could be observed in the scenario. */
  timeline: 'application/vnd.iospec.timeline+json',
  /** `Withdrawal`: the scenario is skipped because it can't be judged here. */
  verdict: 'application/vnd.iospec.verdict+json',
  /** `Violation[]`: rules broken in the scenario that are the business of other requirements than its own. */
  violations: 'application/vnd.iospec.violations+json',
  /** `Difference`: what a failed assertion wanted and what it saw. */
  failure: 'application/vnd.iospec.failure+json',
  /** `Unseen`, attached by the step whose obligation can't be seen. */
  unseen: 'application/vnd.iospec.unseen+json',
  /** `AssertionCount`: how many assertions the scenario evaluated. */
  assertions: 'application/vnd.iospec.assertions+json',
} as const;

/**
 * Why a scenario can't be judged: a capability rules its condition out, the adapter offers no seam to see it, the
 * machine lacks what it stands on, or it could not be brought to where its sentence begins.
 */
export interface Withdrawal {
  readonly verdict: 'notApplicable' | 'unavailable' | 'unobservable' | 'notRun';
  readonly reason: string;
  /** A step threw it: that the step failed says nothing more. */
  readonly isThrown?: true;
}

export interface Difference {
  readonly expected: string;
  readonly observed: string;
}

/** Why one obligation of a scenario can't be seen, while the others can. */
export interface Unseen {
  readonly reason: string;
}

export interface AssertionCount {
  readonly count: number;
}
