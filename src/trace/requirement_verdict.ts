import type { RequirementTrace, ScenarioTrace, Verdict } from './model.js';
import { isBad, worst } from './verdict.js';

/** A requirement with all that its verdict follows from. */
export type RequirementRecord = Omit<RequirementTrace, 'verdict' | 'reason'>;

interface Judgement {
  readonly verdict: Verdict;
  readonly reason: string | null;
}

/**
 * One verdict over what several adapters showed: the worst of what applies. What an adapter can't show counts only where
 * it showed nothing else, and what the machine has no underlying IO for only where nothing else was shown at all.
 * @param perAdapter Verdicts, a list for each adapter.
 */
export function overall(perAdapter: Iterable<readonly Verdict[]>): Verdict {
  const verdicts = [...perAdapter].filter(({ length }) => length > 0).map(ofOneAdapter);
  return worst(without(verdicts, 'notApplicable', 'unavailable'));
}

function ofOneAdapter(verdicts: readonly Verdict[]): Verdict {
  return worst(without(verdicts, 'notApplicable', 'unavailable', 'unobservable'));
}

/** What is left of some verdicts without those of a kind, taken away kind by kind as long as others are left. */
function without(verdicts: readonly Verdict[], ...kinds: readonly Verdict[]): readonly Verdict[] {
  return kinds.reduce((left, kind) => {
    const others = left.filter((verdict) => verdict !== kind);
    return others.length > 0 ? others : left;
  }, verdicts);
}

/** Groups by adapter. */
export function byAdapter<T>(
  items: Iterable<T>,
  adapterOf: (item: T) => string | null,
): readonly (readonly T[])[] {
  const groups = new Map<string | null, T[]>();
  for (const item of items) {
    const group = groups.get(adapterOf(item));
    if (group === undefined) groups.set(adapterOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/**
 * Gives the requirements of one document their verdicts: over their own scenarios, their obligations and their children.
 * Where a parent introduces a list and nothing of its own was run, its children speak for it.
 */
export function conclude(records: readonly RequirementRecord[]): readonly RequirementTrace[] {
  const children = new Map<string, RequirementRecord[]>();
  for (const record of records) {
    if (record.parent !== null) children.set(record.parent, [...(children.get(record.parent) ?? []), record]);
  }
  const judgements = new Map<string, Judgement>();
  const judge = (record: RequirementRecord): Judgement => {
    const known = judgements.get(record.label);
    if (known !== undefined) return known;
    const below = children.get(record.label) ?? [];
    const inherited = below.map((child) => ({ label: child.label, ...judge(child) }));
    const own = { label: record.label, ...judgeOwn(record) };
    const silent = record.scenarios.length === 0 && inherited.length > 0;
    const verdict = combine((silent ? inherited : [own, ...inherited]).map((part) => part.verdict));
    const cause = [own, ...inherited].find((part) => part.verdict === verdict);
    const reason =
      cause === undefined || cause === own ? own.reason : `${cause.label}: ${cause.reason ?? verdict}`;
    const judgement = { verdict, reason: verdict === 'passed' ? null : reason };
    judgements.set(record.label, judgement);
    return judgement;
  };
  return records.map((record) => ({ ...record, ...judge(record) }));
}

function combine(verdicts: readonly Verdict[]): Verdict {
  return worst(without(verdicts, 'notApplicable'));
}

function judgeOwn({ scenarios, obligations }: RequirementRecord): Judgement {
  if (scenarios.length === 0) return { verdict: 'notRun', reason: 'none of its scenarios was run' };
  const verdict = overall(
    byAdapter(scenarios, ({ adapter }) => adapter).map((group) => group.map((one) => one.verdict)),
  );
  if (isBad(verdict)) return { verdict, reason: reasonFor(scenarios, verdict) };
  // A duty that no step of any scenario carries was not shown, however green the rest is.
  const missing = obligations.find((obligation) => obligation.verdict === 'notRun');
  if (verdict === 'passed' && missing !== undefined) {
    return { verdict: 'notRun', reason: `no step of its scenarios showed "${missing.text}"` };
  }
  const hidden = UNSHOWN.find((kind) => obligations.some((obligation) => obligation.verdict === kind));
  if (verdict === 'passed' && hidden !== undefined) {
    return { verdict: hidden, reason: reasonFor(scenarios, hidden) };
  }
  return { verdict, reason: reasonFor(scenarios, verdict) };
}

/** What an obligation is that no scenario could show, the worse first. */
const UNSHOWN: readonly Verdict[] = ['unobservable', 'unavailable'];

function reasonFor(scenarios: readonly ScenarioTrace[], verdict: Verdict): string | null {
  return scenarios.find((scenario) => scenario.verdict === verdict)?.reason ?? null;
}
