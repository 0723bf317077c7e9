/** An obligation that was not met: what was expected, what was observed. Fails its scenario. */
export class ExpectationError extends Error {
  readonly expected: string;
  readonly observed: string;

  constructor(what: string, expected: string, observed: string) {
    super(`${what}\n  expected: ${expected}\n  observed: ${observed}`);
    this.name = 'ExpectationError';
    this.expected = asText(expected);
    this.observed = asText(observed);
  }
}

/** Cucumber makes numbers of what a step takes for text, and compilers know nothing of it. */
function asText(value: unknown): string {
  return String(value);
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
