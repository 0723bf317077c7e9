import type { ScenarioRun } from '../run/run.js';
import { judgeRun } from './repetition.js';
import { shownBy } from './obligations.js';

/** How one duty stood up to the broken adapters that break it. */
export interface ObligationProof {
  readonly text: string;
  /** Broken adapters that the requirement's own scenarios found, at this duty, by assertion. */
  readonly killed: readonly string[];
  /** Those that they did not find. */
  readonly survived: readonly string[];
  /** Values that, changed in the document, failed the requirement's own scenarios at this duty, by assertion. */
  readonly noticed: readonly string[];
  /** Changed values with which they passed as before: the sentence may say what it likes there. */
  readonly unnoticed: readonly string[];
}

/** What an audit found of a requirement. */
export type Proof = 'proven' | 'unproven' | 'notApplicable';

/** A requirement with what proves it. */
export interface RequirementProof {
  readonly label: string;
  readonly text: string;
  readonly file: string;
  readonly line: number;
  /** The sound adapter whose broken copies were tried; null where none shows the requirement over the mock. */
  readonly adapter: string | null;
  readonly proof: Proof;
  /** Why it is not proven. */
  readonly reason: string | null;
  readonly obligations: readonly ObligationProof[];
}

/** Whether a scenario passed. */
export function isGreen(run: ScenarioRun): boolean {
  return judgeRun(run).scenario.trace.verdict === 'passed';
}

/**
 * Which duties of a requirement a scenario found broken, by assertion: that of the step that failed; every one, where the
 * scenario is written by hand and has steps of its own, or a monitor laid what it saw to the requirement.
 * @param label The requirement whose scenario it is.
 */
export function foundBy(run: ScenarioRun, label: string, obligations: readonly string[]): readonly boolean[] {
  const { scenario, blame } = judgeRun(run);
  if (blame.has(label)) return obligations.map(() => true);
  const { verdict, error } = scenario.trace;
  if (verdict !== 'failed' || error?.expected == null) return obligations.map(() => false);
  const shown = shownBy(scenario, label, obligations.length);
  if (shown.every((one) => one === null)) return obligations.map(() => true);
  return shown.map((one) => one === 'failed');
}

/**
 * Whether a requirement's scenarios noticed that one of its duties has another value than the adapter: true where one failed at
 * that duty's step by assertion, false where all that reached it passed, null where none did.
 * @param obligations The duties as the changed document has them.
 */
export function noticedBy(
  runs: readonly ScenarioRun[],
  label: string,
  obligations: readonly string[],
  position: number,
): boolean | null {
  if (runs.some((one) => foundBy(one, label, obligations)[position] === true)) return true;
  return runs.some((one) => shownBy(judgeRun(one).scenario, label, obligations.length)[position] === 'passed')
    ? false
    : null;
}

/**
 * A requirement's proof from those of its duties: each must have a broken adapter that was found or a changed value that was
 * noticed, and none that was not noticed.
 */
export function concludeProof(
  obligations: readonly ObligationProof[],
): Pick<RequirementProof, 'proof' | 'reason'> {
  const idle = obligations.find(({ unnoticed }) => unnoticed.length > 0);
  if (idle !== undefined) {
    return { proof: 'unproven', reason: `"${idle.text}": passes with ${idle.unnoticed.join(', ')} as well` };
  }
  const weak = obligations.find(({ killed, noticed }) => killed.length === 0 && noticed.length === 0);
  if (weak === undefined) return { proof: 'proven', reason: null };
  const why =
    weak.survived.length === 0
      ? 'no broken adapter is derived for it, and no value in it could be changed'
      : 'its scenarios find none of the broken adapters';
  return { proof: 'unproven', reason: `"${weak.text}": ${why}` };
}
