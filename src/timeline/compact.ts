import type { TimelineEntry } from './timeline_entry.js';

interface Pump {
  readonly name: string;
  readonly call: TimelineEntry;
  readonly end: TimelineEntry;
}

function pumpAt(entries: readonly TimelineEntry[], index: number): Pump | null {
  const call = entries[index];
  const end = entries[index + 1];
  const idle = call?.kind === 'call' && end?.kind === 'return' && call.name === end.name && end.detail === '';
  return idle ? { name: call.name, call, end } : null;
}

/**
 * Folds runs of calls in which nothing happened (a pumped `store_dowork`) into their first, so that a reader sees what
 * happened and how often nothing did. Sequence numbers stay those of the events that are kept.
 */
export function compact(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const kept: TimelineEntry[] = [];
  let index = 0;
  while (index < entries.length) {
    const first = pumpAt(entries, index);
    let times = 0;
    for (let pump = first; pump !== null && pump.name === first?.name; pump = pumpAt(entries, index)) {
      times += 1;
      index += 2;
    }
    if (first === null) {
      const entry = entries[index];
      if (entry !== undefined) kept.push(entry);
      index += 1;
    } else if (times === 1) {
      kept.push(first.call, first.end);
    } else {
      kept.push(first.call, { ...first.end, detail: `(${times} times, nothing happened)` });
    }
  }
  return kept;
}
