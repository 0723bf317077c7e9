import type { TimelineEntry } from '../trace/model.js';

const ARROWS: Readonly<Record<TimelineEntry['kind'], string>> = {
  call: '→',
  return: '←',
  callback: '↩',
  below: '↓',
  belowReturn: '↑',
  log: '·',
  peer: '~',
  fault: '⚡',
};

/** One line for each entry: number, who to whom, name and arguments or result. */
export function timelineLines(timeline: readonly TimelineEntry[]): readonly string[] {
  const width = String(timeline.at(-1)?.sequence ?? 0).length;
  return timeline.map(({ sequence, kind, from, to, name, detail }) => {
    const what = detail === '' ? name : kind === 'return' ? `${name} = ${detail}` : `${name}(${detail})`;
    return `${String(sequence).padStart(width)} ${ARROWS[kind]} ${`${from} to ${to}`.padEnd(21)} ${what}`;
  });
}

/** The last entries only, with a word on how many came before. */
export function timelineEnd(timeline: readonly TimelineEntry[], count: number): readonly string[] {
  const lines = timelineLines(timeline);
  if (lines.length <= count) return lines;
  return [`… ${lines.length - count} earlier`, ...lines.slice(-count)];
}
