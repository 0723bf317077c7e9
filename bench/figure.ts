/** What a ratio shall be. */
export interface Aim {
  readonly kind: 'at most' | 'at least';
  readonly value: number;
}

/** One comparison: what iospec took (or carried) and what it is held against, pair by pair. */
export interface Figure {
  readonly name: string;
  /** `ms`, `MiB`, `MiB/s`, `handshakes/s`, … of both series. */
  readonly unit: string;
  readonly against: string;
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
  /** null: printed for the reader, judged by nobody. */
  readonly aim: Aim | null;
}

/** Median and range of a series. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface Result extends Omit<Figure, 'ours' | 'theirs'> {
  readonly ours: Spread;
  readonly theirs: Spread;
  /** Of the ratios ours / theirs of each pair. */
  readonly ratio: Spread;
  readonly verdict: 'met' | 'missed' | null;
}

/** Judges a figure by the median of its pairs' ratios, rounded to the two decimals that are printed. */
export function resultOf({ ours, theirs, ...figure }: Figure): Result {
  const ratio = spreadOf(ours.map((value, index) => value / (theirs[index] ?? NaN)));
  return {
    ...figure,
    ours: spreadOf(ours),
    theirs: spreadOf(theirs),
    ratio,
    verdict:
      figure.aim === null ? null : meets(Number(ratio.median.toFixed(2)), figure.aim) ? 'met' : 'missed',
  };
}

function meets(ratio: number, { kind, value }: Aim): boolean {
  return kind === 'at most' ? ratio <= value : ratio >= value;
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
  return { median, min: sorted[0] ?? NaN, max: sorted.at(-1) ?? NaN };
}

/** Two lines for a terminal: the ratio with its aim and verdict, then both series. */
export function lineOf({ name, unit, against, ours, theirs, ratio, aim, verdict }: Result): string {
  const judged = aim === null ? 'no aim' : `aim ${aim.kind} ${aim.value.toFixed(2)}: ${verdict}`;
  return [
    `${name}: ${textOf(ratio, 2)}, ${judged}`,
    `    ${textOf(ours, 1)} ${unit}; ${against}: ${textOf(theirs, 1)} ${unit}`,
  ].join('\n');
}

function textOf({ median, min, max }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)} to ${max.toFixed(digits)})`;
}
