import type { TimelineEntry } from '../timeline/timeline_entry.js';

/**
 * Keeps the timelines of a run in little room: thousands of scenarios open, send and close in the same way, so that of their
 * entries most are equal to another's. Equal ones become one.
 */
export class SharedEntries {
  /** By what they say, then by their sequence numbers. */
  private readonly known = new Map<string, Map<number, TimelineEntry>>();

  /** The same timeline, of entries that are shared. */
  share(timeline: readonly TimelineEntry[]): readonly TimelineEntry[] {
    return timeline.map((entry) => this.shared(entry));
  }

  private shared(entry: TimelineEntry): TimelineEntry {
    const { sequence, kind, from, to, name, detail } = entry;
    const text = `${kind} ${from} ${to} ${name} ${detail}`;
    const alike = this.known.get(text);
    if (alike === undefined) {
      this.known.set(text, new Map([[sequence, entry]]));
      return entry;
    }
    const equal = alike.get(sequence);
    if (equal !== undefined) return equal;
    // Its texts are those of the first one, so that they are kept once.
    const [first = entry] = alike.values();
    const shared = { ...first, sequence };
    alike.set(sequence, shared);
    return shared;
  }
}
