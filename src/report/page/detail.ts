import { columnName } from '../matrix.js';
import type { PageRequirement } from '../page_model.js';
import { formatRoute } from '../route.js';
import type { App, View } from './app.js';
import { badge } from './badge.js';
import { foreign, h, type Child } from './dom.js';
import { scenarioList } from './scenarios.js';

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
    h('div', { class: 'title' }, h('h1', {}, foreign(requirement.label)), badge(requirement.verdict)),
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
    scenarioList(app, requirement),
    binding(app, requirement),
  );
  return {
    title: requirement.label,
    node,
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
function binding({ data }: App, { hashes, scenarios: indices }: PageRequirement): HTMLElement | null {
  if (hashes === undefined) return null;
  const names = new Set(indices.map((index) => data.scenarios[index]?.adapter));
  const bound: readonly (readonly [Child, string | null])[] = [
    ['the sentence', hashes.sentence],
    ['its scenarios and their steps', hashes.scenarios],
    ...data.adapters
      .filter(({ name }) => names.has(name))
      .map(({ name, sha256 }) => [foreign(name), sha256] as const),
  ];
  const entries = bound.map(([name, hash]) =>
    h(
      'div',
      {},
      h('dt', {}, name),
      h('dd', { class: 'file', title: hash }, hash === null ? 'unknown' : hash.slice(0, 12)),
    ),
  );
  return h(
    'section',
    {},
    h('h2', {}, 'The verdict is bound to the SHA-256 of'),
    h('dl', { class: 'facts binding' }, ...entries),
  );
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
        ` is not among the ${data.requirements.length} requirements of this report.`,
      ),
      h('p', {}, h('a', { href: back }, 'Go to the matrix')),
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
    above.length === 0 ? null : h('h2', {}, 'Part of the list of'),
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
    : h(
        'section',
        {},
        h('h2', {}, 'By adapter and underlying IO'),
        h('ul', { class: 'plain side' }, ...items),
      );
}
