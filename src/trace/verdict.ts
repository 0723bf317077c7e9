import type { Verdict } from './model.js';

/** Every verdict, from best to worst. */
export const SEVERITY: readonly Verdict[] = [
  'passed',
  'notApplicable',
  'unavailable',
  'unobservable',
  'notRun',
  'unbound',
  'flaky',
  'hung',
  'crashed',
  'failed',
];

interface Face {
  readonly label: string;
  readonly symbol: string;
}

const FACES: Readonly<Record<Verdict, Face>> = {
  passed: { label: 'passed', symbol: '✔' },
  notApplicable: { label: 'not applicable', symbol: '○' },
  unavailable: { label: 'unavailable', symbol: '⊘' },
  unobservable: { label: 'unobservable', symbol: '◌' },
  notRun: { label: 'not run', symbol: '…' },
  unbound: { label: 'unbound', symbol: '?' },
  flaky: { label: 'flaky', symbol: '≈' },
  hung: { label: 'hung', symbol: '∞' },
  crashed: { label: 'crashed', symbol: '☠' },
  failed: { label: 'failed', symbol: '✘' },
};

/** A verdict as a reader sees it. */
export function labelOf(verdict: Verdict): string {
  return FACES[verdict].label;
}

/** One character for a verdict. */
export function symbolOf(verdict: Verdict): string {
  return FACES[verdict].symbol;
}

/** True when a requirement with this verdict keeps a run from conforming. */
export function isBad(verdict: Verdict): boolean {
  return SEVERITY.indexOf(verdict) >= SEVERITY.indexOf('notRun');
}

/** The worst of some verdicts; `notRun` when there is none. */
export function worst(verdicts: Iterable<Verdict>): Verdict {
  let found = -1;
  for (const verdict of verdicts) found = Math.max(found, SEVERITY.indexOf(verdict));
  return SEVERITY[found] ?? 'notRun';
}

/** How often each verdict occurs, every verdict present. */
export function countVerdicts(verdicts: Iterable<Verdict>): Record<Verdict, number> {
  const counts: Record<Verdict, number> = {
    passed: 0,
    notApplicable: 0,
    unavailable: 0,
    unobservable: 0,
    notRun: 0,
    unbound: 0,
    flaky: 0,
    hung: 0,
    crashed: 0,
    failed: 0,
  };
  for (const verdict of verdicts) counts[verdict] += 1;
  return counts;
}
