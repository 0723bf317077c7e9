import { columnName } from '../matrix.js';
import { isBad } from '../../trace/verdict.js';
import type { PageRequirement, PageScenario } from '../view/data.js';
import { durationText } from '../view/headline.js';
import { formatRoute } from '../view/route.js';
import { timelineAt } from '../view/timelines.js';
import type { App, View } from './app.js';
import { badge } from './badge.js';
import { foreign, h, type Child } from './dom.js';
import { sequenceView } from './sequence.js';

/** One requirement from its sentence to the events that proved it. */
export function detailView(app: App): View {
  const { data, route } = app;
  const index = app.find(route.at ?? '', route.filters.document);
  const requirement = index === null ? undefined : data.requirements[index];
  if (index === null || requirement === undefined) return unknown(app);
  app.selected = index;
  const chosen = app.select(route.filters);
  const list = chosen.includes(index) ? chosen : data.requirements.map((_one, position) => position);
  const at = list.indexOf(index);
  const neighbour = (step: number): string | null => {
    const next = list[at + step];
    return next === undefined ? null : app.addressOf(next);
  };
  const back = formatRoute({ view: 'matrix', at: null, filters: route.filters });
  const heading = h('h1', { tabindex: -1 }, foreign(requirement.label));
  const node = h(
    'article',
    { class: 'detail page' },
    h(
      'nav',
      { class: 'pager', 'aria-label': 'Requirements' },
      h('a', { href: back }, '← Matrix'),
      h('span', { class: 'soft' }, `${at + 1} of ${list.length}`),
      step('Previous', neighbour(-1)),
      step('Next', neighbour(1)),
    ),
    h('div', { class: 'title' }, heading, badge(requirement.verdict)),
    h('p', { class: 'place' }, ...place(app, requirement)),
    h('blockquote', { class: `sentence ${requirement.verdict}` }, foreign(requirement.text)),
    requirement.reading === null
      ? null
      : h('p', { class: 'reading' }, h('strong', {}, 'Reading: '), foreign(requirement.reading)),
    requirement.reason === null
      ? null
      : h('p', { class: 'reason' }, h('strong', {}, 'Why: '), foreign(requirement.reason)),
    family(app, index),
    obligations(requirement),
    columns(app, requirement),
    scenarios(app, requirement),
    binding(requirement),
  );
  return {
    title: requirement.label,
    node,
    shown: () => {
      heading.focus({ preventScroll: true });
    },
    key: (key) => {
      const address = { j: 1, ArrowRight: 1, k: -1, ArrowLeft: -1 }[key];
      if (address === undefined) return false;
      const target = neighbour(address);
      if (target !== null) app.visit(target);
      return true;
    },
  };
}

/** What the verdict holds for: it is stale when one of these changes. */
function binding({ hashes }: PageRequirement): HTMLElement | null {
  if (hashes === undefined) return null;
  const text = `sentence ${hashes.sentence.slice(0, 12)}, scenarios ${hashes.scenarios.slice(0, 12)}`;
  return h('p', { class: 'soft' }, 'Bound to ', foreign(text, 'file'));
}

function unknown({ data, route }: App): View {
  const back = formatRoute({ view: 'matrix', at: null, filters: route.filters });
  return {
    title: 'No such requirement',
    node: h(
      'div',
      { class: 'detail page' },
      h('h1', {}, 'No such requirement'),
      h(
        'p',
        {},
        foreign(route.at ?? ''),
        ` is none of the ${data.requirements.length} requirements of this report.`,
      ),
      h('p', {}, h('a', { href: back }, 'To the matrix')),
    ),
  };
}

function step(name: string, address: string | null): Child {
  return address === null
    ? h('span', { class: 'step soft', 'aria-disabled': 'true' }, name)
    : h('a', { class: 'step', href: address }, name);
}

function place(app: App, { document, file, line, label, section }: PageRequirement): readonly Child[] {
  const known = app.data.documents[document];
  const where = foreign(`${file}:${line}`, 'file');
  const shown =
    known?.isRendered === true
      ? h(
          'a',
          {
            href: formatRoute({
              view: 'document',
              at: label,
              filters: { ...app.route.filters, document: known.key },
            }),
          },
          where,
        )
      : where;
  return [shown, section.length === 0 ? null : foreign(` in ${section.join(' › ')}`)];
}

/** The requirement whose list it stands in, and those in its own list. */
function family(app: App, index: number): HTMLElement | null {
  const { requirements } = app.data;
  const own = requirements[index];
  if (own === undefined) return null;
  const isNear = (one: PageRequirement): boolean => one.document === own.document;
  const links = (matches: (one: PageRequirement) => boolean): readonly Child[] =>
    requirements.flatMap((one, position): readonly Child[] =>
      isNear(one) && matches(one)
        ? [
            h(
              'li',
              {},
              badge(one.verdict),
              ' ',
              h('a', { href: app.addressOf(position) }, foreign(one.label)),
            ),
          ]
        : [],
    );
  const above = own.parent === null ? [] : links(({ label }) => label === own.parent);
  const below = links(({ parent }) => parent === own.label);
  if (above.length + below.length === 0) return null;
  return h(
    'section',
    {},
    above.length === 0 ? null : h('h2', {}, 'Stands in the list of'),
    above.length === 0 ? null : h('ul', { class: 'plain' }, ...above),
    below.length === 0 ? null : h('h2', {}, 'Introduces'),
    below.length === 0 ? null : h('ul', { class: 'plain' }, ...below),
  );
}

function obligations({ obligations: all }: PageRequirement): HTMLElement | null {
  if (all.length === 0) return null;
  const items = all.map(({ text, verdict }) => h('li', {}, badge(verdict), ' ', foreign(text)));
  return h('section', {}, h('h2', {}, 'Obligations'), h('ul', { class: 'plain obligations' }, ...items));
}

function columns({ data }: App, { cells }: PageRequirement): HTMLElement | null {
  const items = data.columns.flatMap((column, index): readonly Child[] => {
    const verdict = cells[index] ?? null;
    return verdict === null ? [] : [h('li', {}, badge(verdict), ' ', foreign(columnName(column)))];
  });
  return items.length < 2
    ? null
    : h('section', {}, h('h2', {}, 'Shown by'), h('ul', { class: 'plain side' }, ...items));
}

function scenarios({ data }: App, { scenarios: indices }: PageRequirement): HTMLElement {
  const all = indices.flatMap((index) => data.scenarios[index] ?? []);
  if (all.length === 0) {
    return h(
      'section',
      {},
      h('h2', {}, 'Scenarios'),
      h('p', { class: 'soft' }, 'No scenario of it was run.'),
    );
  }
  const telling = all.find(({ verdict }) => isBad(verdict)) ?? all[0];
  return h(
    'section',
    {},
    h('h2', {}, all.length === 1 ? 'Scenario' : `${all.length} scenarios`),
    ...all.map((one) => scenario(one, one === telling, data.timelines)),
  );
}

function scenario(one: PageScenario, isOpen: boolean, timelines: App['data']['timelines']): HTMLElement {
  const { name, feature, line, adapter, underlying, verdict, durationMs } = one;
  const details = h(
    'details',
    { class: `scenario ${verdict}` },
    h(
      'summary',
      {},
      badge(verdict),
      ' ',
      foreign(columnName({ adapter, underlying }), 'column'),
      ' ',
      foreign(name, 'name'),
      ' ',
      h('span', { class: 'soft' }, foreign(`${feature}:${line}`), `, ${durationText(durationMs)}`),
    ),
  );
  const fill = (): void => {
    if (!details.open || details.childElementCount > 1) return;
    const ways = one.repetitions.length > 0 ? one.repetitions : [one];
    for (const way of ways) {
      if ('times' in way)
        details.append(
          h('p', { class: 'way' }, badge(way.verdict), ` ${way.times} ${way.times === 1 ? 'time' : 'times'}`),
        );
      details.append(...outcome(way), sequenceView(timelineAt(timelines, way.timeline)));
    }
  };
  details.addEventListener('toggle', fill);
  details.open = isOpen;
  fill();
  return details;
}

function outcome({ reason, error }: Pick<PageScenario, 'reason' | 'error'>): readonly HTMLElement[] {
  if (error === null) return reason === null ? [] : [h('p', { class: 'reason' }, foreign(reason))];
  const { step: failed, message, expected, observed } = error;
  const [first = '', ...rest] = message.split('\n');
  const entries = [
    ['Step', failed],
    ['Expected', expected],
    ['Observed', observed],
    ['Message', first],
  ].flatMap(([name, text]) =>
    text == null || name == null ? [] : [h('dt', {}, name), h('dd', {}, foreign(text))],
  );
  if (rest.length > 0) {
    const whole = h('details', {}, h('summary', {}, 'all its lines'), foreign(message));
    entries.push(h('dt'), h('dd', {}, whole));
  }
  return [h('dl', { class: 'error' }, ...entries)];
}
