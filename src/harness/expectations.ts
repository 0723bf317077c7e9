/** An obligation that was not met: what was expected, what was observed. Fails its scenario. */
export class ExpectationError extends Error {
  constructor(
    what: string,
    readonly expected: string,
    readonly observed: string,
  ) {
    super(`${what}\n  expected: ${expected}\n  observed: ${observed}`);
    this.name = 'ExpectationError';
  }
}

/** Counts the assertions of a scenario, so that one which asserts nothing can't pass. */
export class Expectations {
  private evaluated = 0;

  /** Assertions evaluated so far. */
  get count(): number {
    return this.evaluated;
  }

  /** Asserts `holds`; the texts are worded for the reader of a report. */
  that(holds: boolean, what: string, expected: string, observed: string): void {
    this.evaluated += 1;
    if (!holds) throw new ExpectationError(what, expected, observed);
  }
}
