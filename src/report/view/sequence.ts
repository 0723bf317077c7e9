import type { TimelineEntry } from '../../trace/model.js';

type Actor = TimelineEntry['from'];

/** A timeline as a sequence diagram: where its lines and words go, in pixels. */
export interface SequenceDiagram {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly { readonly name: string; readonly x: number }[];
  readonly messages: readonly Message[];
}

/** One event: an arrow from lane to lane with its words above. */
export interface Message {
  readonly entry: TimelineEntry;
  /** Height of the arrow. */
  readonly y: number;
  readonly from: number;
  readonly to: number;
  /** Where its words begin. */
  readonly textX: number;
  /** Its words, cut to the room there is. */
  readonly text: string;
}

/** Lanes from left to right. */
const LANES: readonly { readonly actor: Actor; readonly name: string }[] = [
  { actor: 'user', name: 'user' },
  { actor: 'adapter', name: 'adapter' },
  { actor: 'underlying', name: 'underlying IO' },
  { actor: 'peer', name: 'peer' },
  { actor: 'harness', name: 'harness' },
];

/** Between lanes: as much as the width gives, within what is read at a glance. */
const LEAST_GAP = 190;
const MOST_GAP = 280;
const LEFT = 56;
/** Room behind the last lane, for words that begin there. */
const RIGHT = 120;
/** Width that a diagram of few lanes has nevertheless, for the same reason. */
const LEAST = 960;
const HEAD = 40;
const ROW = 30;
/** Width of a character of the diagram's fixed-width face. */
const CHARACTER = 7.3;
const TEXT_INDENT = 8;

/** Lays a timeline out. Only the lanes that take part are drawn; user and adapter always. */
export function layOutSequence(timeline: readonly TimelineEntry[]): SequenceDiagram {
  const present = new Set<Actor>(['user', 'adapter', ...timeline.flatMap(({ from, to }) => [from, to])]);
  const gap = Math.max(
    LEAST_GAP,
    Math.min(MOST_GAP, Math.floor((LEAST - LEFT - RIGHT) / (present.size - 1))),
  );
  const lanes = LANES.filter(({ actor }) => present.has(actor)).map(({ actor, name }, index) => ({
    actor,
    name,
    x: LEFT + index * gap,
  }));
  const xOf = (actor: Actor): number => lanes.find((lane) => lane.actor === actor)?.x ?? LEFT;
  const width = Math.max(LEAST, (lanes.at(-1)?.x ?? LEFT) + RIGHT);
  const messages = timeline.map((entry, index): Message => {
    const [from, to] = [xOf(entry.from), xOf(entry.to)];
    const textX = Math.min(from, to) + TEXT_INDENT;
    return {
      entry,
      y: HEAD + (index + 1) * ROW,
      from,
      to,
      textX,
      text: cut(wordsOf(entry), (width - textX) / CHARACTER),
    };
  });
  return { width, height: HEAD + timeline.length * ROW + 16, lanes, messages };
}

/** An event in words: a call with its arguments, a return with its result. */
export function wordsOf({ kind, name, detail }: TimelineEntry): string {
  if (kind === 'return' || kind === 'belowReturn') return detail === '' ? name : `${name} = ${detail}`;
  if (kind === 'log' || kind === 'peer' || kind === 'fault')
    return detail === '' ? name : `${name}: ${detail}`;
  return `${name}(${detail})`;
}

/** The part of a long timeline that is shown at first: how it began and, mostly, how it ended. */
export interface Excerpt {
  readonly beginning: readonly TimelineEntry[];
  readonly hidden: number;
  readonly end: readonly TimelineEntry[];
}

const BEGINNING = 6;
const END = 24;

/** Cuts the middle out of a timeline when that spares more than a few entries. */
export function excerptOf(timeline: readonly TimelineEntry[]): Excerpt {
  const hidden = timeline.length - BEGINNING - END;
  if (hidden < 8) return { beginning: [], hidden: 0, end: timeline };
  return { beginning: timeline.slice(0, BEGINNING), hidden, end: timeline.slice(-END) };
}

function cut(text: string, room: number): string {
  const line = text.slice(0, 1000).replace(/\s+/g, ' ');
  const most = Math.max(8, Math.floor(room));
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/\p{Cs}/gu, '')}…`;
}
