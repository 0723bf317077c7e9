import type { TransitionTrace, Verdict } from '../../trace/model.js';
import { SEVERITY, isExecuted, labelOf, severityOf, symbolOf } from '../../trace/verdict.js';
import type { PageRequirement } from '../page_model.js';
import { layOutStates, type Edge, type StateBox } from '../view/state_diagram.js';
import type { App, View } from './app.js';
import { badge } from './badge.js';
import { chosenDocument, documentPicker } from './document.js';
import { foreign, h, svg } from './dom.js';

type Judge = (label: string) => {
  readonly requirement: PageRequirement | undefined;
  readonly address: string;
};

/** The state diagram that a document's tables describe, with the verdict of each call in each state. */
export function statesView(app: App): View {
  const { data } = app;
  const isShown = (index: number): boolean => (data.documents[index]?.transitions.length ?? 0) > 0;
  const index = chosenDocument(app, isShown);
  const known = data.documents[index ?? -1];
  if (index === null || known === undefined) {
    return {
      title: 'States',
      node: h('p', { class: 'empty' }, 'No document in this report has a state table.'),
    };
  }
  const judge: Judge = (label) => {
    const position = app.find(label, known.key);
    return {
      requirement: data.requirements[position ?? -1],
      address: position === null ? '#/states' : app.addressOf(position),
    };
  };
  const diagram = layOutStates(known);
  const verdicts = known.transitions.map(({ label }) => judge(label).requirement?.verdict ?? 'notRun');
  const drawing = svg(
    'svg',
    {
      class: 'diagram states',
      width: diagram.width,
      height: diagram.height,
      viewBox: `0 0 ${diagram.width} ${diagram.height}`,
      role: 'group',
      'aria-label': `States of ${known.name}`,
    },
    // The worst are drawn last, over the others that share their lane; what did not run hides nothing that did.
    ...[...diagram.edges]
      .sort((one, other) => rank(judge, one) - rank(judge, other))
      .map((edge) => line(edge, judge)),
    ...diagram.states.map((state) => box(state, judge)),
  );
  followCalls(drawing);
  return {
    title: `States of ${known.name}`,
    node: h(
      'div',
      { class: 'states-view page' },
      h(
        'div',
        { class: 'bar-above' },
        documentPicker(app, index, isShown),
        foreign(known.file, 'file'),
        h(
          'ul',
          { class: 'legend' },
          ...SEVERITY.filter((verdict) => verdicts.includes(verdict)).map((verdict) =>
            h('li', {}, badge(verdict)),
          ),
          h(
            'li',
            { class: 'soft' },
            '↻ stays in its state · line: leads to another · dashed: no scenario ran',
          ),
        ),
      ),
      h(
        'div',
        { class: 'beside' },
        h('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': 'State diagram' }, drawing),
        definitions(known.states),
      ),
    ),
  };
}

function verdictOf(judge: Judge, label: string): Verdict {
  return judge(label).requirement?.verdict ?? 'notRun';
}

function rank(judge: Judge, { transition: { label } }: Edge): number {
  return hasRun(judge, label) ? severityOf(verdictOf(judge, label)) : -1;
}

/** The lines of the call that the pointer or the focus is on stand out. */
function followCalls(drawing: SVGSVGElement): void {
  const light = (event: Event): void => {
    const call = event.target instanceof Element ? event.target.closest('.call') : null;
    const isOn = event.type === 'pointerover' || event.type === 'focusin';
    for (const edge of drawing.querySelectorAll<SVGElement>('.edge')) {
      const isOwn = edge.dataset.label === call?.getAttribute('data-label');
      edge.classList.toggle('lit', isOn && isOwn);
    }
  };
  for (const type of ['pointerover', 'pointerout', 'focusin', 'focusout'])
    drawing.addEventListener(type, light);
}

/** True if some scenario of a transition came to an end that tells something of it. */
function hasRun(judge: Judge, label: string): boolean {
  const verdict = verdictOf(judge, label);
  return isExecuted(verdict) && verdict !== 'notApplicable';
}

function line({ transition, points, head, side, joint }: Edge, judge: Judge): SVGGElement {
  const { label } = transition;
  const inwards = side === 'right' ? 9 : -9;
  return svg(
    'g',
    { class: `edge ${verdictOf(judge, label)}${hasRun(judge, label) ? '' : ' idle'}`, 'data-label': label },
    svg('title', {}, label),
    svg('polyline', { points: points.map((point) => point.join(',')).join(' ') }),
    joint === null ? null : svg('circle', { class: 'joint', cx: joint.x, cy: joint.y, r: 3.5 }),
    svg('path', { class: 'head', d: `M${head.x} ${head.y}l${inwards} -5v10z` }),
  );
}

function box({ name, x, y, width, height, calls }: StateBox, judge: Judge): SVGGElement {
  if (name === null) {
    const centre = x + width / 2;
    return svg(
      'g',
      { class: 'end' },
      svg('title', {}, 'destroyed'),
      svg('circle', { cx: centre, cy: y + height / 2, r: height / 2 - 1 }),
      svg('circle', { class: 'dot', cx: centre, cy: y + height / 2, r: height / 2 - 7 }),
      svg('text', { x: centre - height / 2 - 8, y: y + height / 2 + 5, 'text-anchor': 'end' }, 'destroyed'),
    );
  }
  return svg(
    'g',
    { class: 'state' },
    svg('rect', { x, y, width, height, rx: 6 }),
    svg('text', { class: 'name', x: x + width / 2, y: y + 22, 'text-anchor': 'middle' }, name),
    ...calls.map(({ transition, y: centre, stays }) => {
      const { requirement, address } = judge(transition.label);
      const verdict = requirement?.verdict ?? 'notRun';
      return svg(
        'a',
        {
          href: address,
          class: `call ${verdict}`,
          'data-label': transition.label,
          'aria-label': `${transition.label}: ${labelOf(verdict)}${targetsOf(transition)}`,
        },
        svg('title', {}, `${transition.label}: ${requirement?.text ?? ''} (${labelOf(verdict)})`),
        svg('rect', { x: x + 4, y: centre - 12, width: width - 8, height: 24, rx: 3 }),
        svg('text', { x: x + 14, y: centre + 4.5 }, `${symbolOf(verdict)} ${transition.function}`),
        stays ? svg('text', { x: x + width - 14, y: centre + 4.5, 'text-anchor': 'end' }, '↻') : null,
      );
    }),
  );
}

/** What the lines say, for whoever does not see them. */
function targetsOf({ targets }: TransitionTrace): string {
  if (targets.length === 0) return '';
  return `, leads to ${targets.map((target) => target ?? 'the end of the instance').join(' or ')}`;
}

function definitions(
  states: readonly { readonly name: string; readonly text: string; readonly line: number }[],
): HTMLElement | null {
  if (states.length === 0) return null;
  const entries = states.flatMap(({ name, text, line: at }) => [
    h('dt', {}, foreign(name)),
    h('dd', {}, foreign(text), h('span', { class: 'soft' }, ` (line ${at})`)),
  ]);
  return h('section', {}, h('h2', {}, 'What the states mean'), h('dl', { class: 'definitions' }, ...entries));
}
