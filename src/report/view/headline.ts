import { SEVERITY, labelOf } from '../../trace/verdict.js';
import type { Trace } from '../../trace/model.js';

/** The run in one word and one sentence, for whoever reads no further. */
export interface Headline {
  readonly kind: 'conforming' | 'failing' | 'incomplete';
  readonly title: string;
  readonly sentence: string;
}

export function headlineOf({ complete, summary }: Pick<Trace, 'complete' | 'summary'>): Headline {
  const { conforming, requirements, scenarios, verdicts } = summary;
  const counts = [...SEVERITY]
    .reverse()
    .filter((verdict) => verdicts[verdict] > 0)
    .map((verdict) => `${verdicts[verdict]} ${labelOf(verdict)}`);
  const found = `${requirements} ${requirements === 1 ? 'requirement' : 'requirements'} (${counts.join(', ') || 'none'}), ${scenarios} ${scenarios === 1 ? 'scenario' : 'scenarios'}.`;
  if (!complete) {
    const warning = 'The run was interrupted: what is shown here is true, and more was to come.';
    return { kind: 'incomplete', title: 'Incomplete', sentence: `${warning} ${found}` };
  }
  return conforming
    ? { kind: 'conforming', title: 'Conforming', sentence: found }
    : { kind: 'failing', title: 'Not conforming', sentence: found };
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
