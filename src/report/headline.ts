import { counted } from '../trace/counted.js';
import { SEVERITY, labelOf } from '../trace/verdict.js';
import type { Trace, Verdict } from '../trace/model.js';

/** The run in one word and one sentence, for whoever reads no further. */
export interface Headline {
  readonly kind: 'conforming' | 'failing' | 'incomplete';
  readonly title: string;
  readonly sentence: string;
}

export function headlineOf(run: Pick<Trace, 'complete' | 'selection' | 'summary'>): Headline {
  const { conforming, requirements, scenarios, verdicts } = run.summary;
  const found = `${counted(requirements, 'requirement')} (${verdictWords(verdicts) || 'none'})`;
  if (!run.complete) {
    const warning = 'The run was interrupted: what this report says is true, but it is not all.';
    const sentence = `${warning} ${found}, ${counted(scenarios, 'scenario')} planned.`;
    return { kind: 'incomplete', title: 'Incomplete', sentence };
  }
  const sentence = `${found}, ${counted(scenarios, 'scenario')}.`;
  if (!conforming) return { kind: 'failing', title: 'Not conforming', sentence };
  const title = limitsOf(run).length === 0 ? 'Conforming' : 'Conforming in a limited run';
  return { kind: 'conforming', title, sentence };
}

/** How often each verdict was found, the worst first: `1 failed, 5 passed`. */
export function verdictWords(counts: Readonly<Record<Verdict, number>>): string {
  return [...SEVERITY]
    .reverse()
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `${counts[verdict]} ${labelOf(verdict)}`)
    .join(', ');
}

/** What the run was limited to, in words; none when it was not. */
export function limitsOf({ selection }: Pick<Trace, 'selection'>): readonly string[] {
  const { underlying, requirements, tags, shard } = selection;
  return [
    ...(underlying === null ? [] : [`underlying IO: ${underlying.join(', ')}`]),
    ...(requirements === null ? [] : [`requirements: ${requirements.join(', ')}`]),
    ...(tags === null ? [] : [`tags: ${tags}`]),
    ...(shard === null ? [] : [`shard ${shard.index} of ${shard.total}`]),
  ];
}

/** A duration for a reader: `840 ms`, `27.0 s`, `4 min 12 s`. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 120_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A point in time, from its ISO 8601 form in UTC, to the minute: `2026-03-01 09:30 UTC`. */
export function instantText(iso: string): string {
  return iso.replace(/T(.{5}).*/, ' $1 UTC');
}
