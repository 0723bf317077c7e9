import { counted } from '../../trace/counted.js';
import type { TimelineEntry } from '../../trace/model.js';
import { excerptOf, layOutSequence, wordsOf, type Message, type SequenceDiagram } from '../view/sequence.js';
import { button, foreign, h, svg } from './dom.js';

/** A timeline as a sequence diagram, the middle of a long one folded, and as text for whoever wants every word. */
export function sequenceView(timeline: readonly TimelineEntry[]): HTMLElement {
  if (timeline.length === 0) return h('p', { class: 'soft' }, 'Nothing was observed.');
  const { beginning, hidden, end } = excerptOf(timeline);
  const node = h('div', { class: 'sequence' });
  if (hidden === 0) node.append(diagram(timeline));
  else {
    const unfold = button(`Show ${counted(hidden, 'more event')}`, { class: 'unfold' }, () => {
      node.replaceChildren(diagram(timeline), asText(timeline));
    });
    // Paper has nothing to press, and must not look as if nothing were missing.
    const gap = h('p', { class: 'on-paper' }, `${counted(hidden, 'event')} left out here`);
    node.append(diagram(beginning), unfold, gap, diagram(end));
  }
  node.append(asText(timeline));
  return node;
}

function diagram(timeline: readonly TimelineEntry[]): HTMLElement {
  const layout = layOutSequence(timeline);
  const { width, height, lanes, messages } = layout;
  const drawing = svg(
    'svg',
    {
      class: 'diagram',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': `Sequence diagram of ${counted(timeline.length, 'event')}; the text below it has every word`,
    },
    ...lanes.map(({ name, x }) => lane(name, x, layout)),
    ...messages.map(message),
  );
  return h('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': 'Sequence diagram' }, drawing);
}

function lane(name: string, x: number, { height }: SequenceDiagram): SVGGElement {
  const width = name.length * 7.5 + 20;
  return svg(
    'g',
    { class: 'lane' },
    svg('line', { x1: x, y1: 28, x2: x, y2: height }),
    svg('rect', { x: x - width / 2, y: 4, width, height: 24, rx: 4 }),
    svg('text', { x, y: 20, 'text-anchor': 'middle' }, name),
  );
}

const HEAD = 7;

function message({ entry, y, from, to, textX, text }: Message): SVGGElement {
  const full = `${entry.sequence}: ${entry.from} to ${entry.to}, ${wordsOf(entry)}`;
  const direction = to < from ? -1 : 1;
  const line =
    from === to
      ? svg('path', { class: 'arrow', d: `M${from} ${y - 8}h16v8h-16` })
      : svg('line', { class: 'arrow', x1: from, y1: y, x2: to - direction, y2: y });
  const side = from === to ? 1 : -direction;
  return svg(
    'g',
    { class: `message ${entry.kind}` },
    svg('title', {}, full.slice(0, 4000)),
    line,
    svg('path', { class: 'head', d: `M${to} ${y}l${side * HEAD} -4v8z` }),
    svg('text', { x: textX + (from === to ? 16 : 0), y: y - 6 }, text),
  );
}

/** Every word of a timeline; made when it is opened. */
function asText(timeline: readonly TimelineEntry[]): HTMLElement {
  const details = h(
    'details',
    { class: 'as-text' },
    h('summary', {}, `${counted(timeline.length, 'event')} as text`),
  );
  details.addEventListener('toggle', () => {
    if (!details.open || details.querySelector('ol') !== null) return;
    const items = timeline.map((entry) =>
      h(
        'li',
        { class: entry.kind, value: entry.sequence },
        h('span', { class: 'who' }, `${entry.from} → ${entry.to}`),
        ' ',
        foreign(wordsOf(entry)),
      ),
    );
    details.append(h('ol', { start: 0 }, ...items));
  });
  return details;
}
