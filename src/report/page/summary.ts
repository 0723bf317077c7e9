import { SEVERITY, countVerdicts, labelOf, symbolOf } from '../../trace/verdict.js';
import type { Verdict } from '../../trace/model.js';
import type { PageData } from '../page_model.js';
import { columnsFor, verdictIn } from '../view/filter.js';
import { durationText, headlineOf, instantText, limitsOf } from '../headline.js';
import { formatRoute, NO_FILTERS, type Filters } from '../route.js';
import type { App, View } from './app.js';
import { badge } from './badge.js';
import { foreign, h, type Child } from './dom.js';

/** Problems that the summary lists on screen; printed, all of them. */
const PROBLEMS_SHOWN = 40;

/** The run at a glance. */
export function summaryView(app: App): View {
  const { data } = app;
  const headline = headlineOf(data.run);
  const problems = h('section', { class: 'problems' });
  const showProblems = (most: number): void => {
    problems.replaceChildren(...problemsOf(app, most));
  };
  showProblems(PROBLEMS_SHOWN);
  const node = h(
    'div',
    { class: 'summary page' },
    h(
      'section',
      { class: `headline ${headline.kind}` },
      h('h1', {}, headline.title),
      h('p', {}, headline.sentence),
      ...limitsOf(data.run).map((limit) => h('p', { class: 'limit' }, 'Limited to ', foreign(limit))),
    ),
    facts(app),
    documents(app),
    problems,
    adapters(app),
  );
  return {
    title: headline.title,
    node,
    printing: (isPrinting) => {
      showProblems(isPrinting ? Infinity : PROBLEMS_SHOWN);
    },
  };
}

function facts({ data }: App): HTMLElement {
  const { startedAt, durationMs, tool, summary, executed } = data.run;
  const underlying = new Set(data.columns.flatMap((column) => column.underlying ?? []));
  const entries: readonly (readonly [string, Child])[] = [
    ['Started', h('time', { datetime: startedAt, title: startedAt }, instantText(startedAt))],
    ['Took', durationText(durationMs)],
    ['Requirements', String(summary.requirements)],
    [
      'Scenarios',
      executed === summary.scenarios ? String(executed) : `${executed} of ${summary.scenarios} ran`,
    ],
    ['Underlying IOs', foreign([...underlying].join(', ') || 'none')],
    ['Made by', `${tool.name} ${tool.version}, Node.js ${tool.node}`],
  ];
  return h(
    'dl',
    { class: 'facts' },
    ...entries.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  );
}

function documents({ data }: App): HTMLElement {
  const counts = data.documents.map((_document, index) =>
    countVerdicts(data.requirements.flatMap((one) => (one.document === index ? [one.verdict] : []))),
  );
  // The worst first: it is what a narrow window shows of the table without being scrolled.
  const verdicts = [...SEVERITY]
    .reverse()
    .filter((verdict) => verdict === 'passed' || counts.some((count) => count[verdict] > 0));
  const link = (key: string, verdict: Verdict | '', text: string): Child => {
    const filters: Filters = { ...NO_FILTERS, document: key, verdict };
    return h('a', { href: formatRoute({ view: 'matrix', at: null, filters }) }, text);
  };
  const rows = data.documents.map(({ key, name, file }, index) => {
    const count = counts[index] ?? countVerdicts([]);
    const total = Object.values(count).reduce((sum, one) => sum + one, 0);
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, link(key, '', name), foreign(file, 'file'), bar(count, total)),
      h('td', { class: 'number' }, link(key, '', String(total))),
      ...verdicts.map((verdict) =>
        h(
          'td',
          { class: `number ${count[verdict] > 0 ? `verdict ${verdict}` : 'none'}` },
          count[verdict] > 0 ? link(key, verdict, String(count[verdict])) : '0',
        ),
      ),
    );
  });
  const head = h(
    'tr',
    {},
    h('th', { scope: 'col' }, 'Document'),
    h('th', { scope: 'col', class: 'number' }, 'All'),
    ...verdicts.map((verdict) =>
      h(
        'th',
        { scope: 'col', class: 'number' },
        h('span', { class: `symbol ${verdict}`, 'aria-hidden': 'true' }, symbolOf(verdict)),
        ` ${labelOf(verdict)}`,
      ),
    ),
  );
  return h(
    'section',
    {},
    h('h2', {}, 'Documents'),
    h(
      'div',
      { class: 'wide', tabindex: 0, role: 'region', 'aria-label': 'Verdicts by document' },
      h('table', { class: 'counts' }, h('thead', {}, head), h('tbody', {}, ...rows)),
    ),
  );
}

/** The shares of the verdicts; the table beside it says the same in figures. */
function bar(count: Readonly<Record<Verdict, number>>, total: number): HTMLElement {
  const parts = SEVERITY.filter((verdict) => count[verdict] > 0).map((verdict) => {
    const part = h('span', { class: `share ${verdict}` });
    part.style.flexGrow = String(count[verdict] / Math.max(1, total));
    return part;
  });
  return h('div', { class: 'bar', 'aria-hidden': 'true' }, ...parts);
}

function problemsOf({ data, addressOf }: App, most: number): readonly HTMLElement[] {
  const all = data.requirements.flatMap((one, index) => (one.isProblem ? [index] : []));
  if (all.length === 0) return [];
  const items = all.slice(0, most).flatMap((index) => {
    const requirement = data.requirements[index];
    if (requirement === undefined) return [];
    const { label, text, file, line, verdict, reason } = requirement;
    return [
      h(
        'li',
        {},
        badge(verdict),
        ' ',
        h('a', { href: addressOf(index), class: 'label' }, foreign(label)),
        ' ',
        foreign(`${file}:${line}`, 'file'),
        h('p', {}, foreign(text)),
        reason === null ? null : h('p', { class: 'reason' }, foreign(reason)),
      ),
    ];
  });
  const filters: Filters = { ...NO_FILTERS, verdict: 'problems' };
  const rest = h(
    'a',
    { href: formatRoute({ view: 'matrix', at: null, filters }) },
    all.length === 1 ? 'Show it in the matrix' : `Show all ${all.length} in the matrix`,
  );
  return [
    h('h2', {}, 'What keeps it from conforming'),
    h('ul', {}, ...items),
    h('p', { class: 'rest' }, rest),
  ];
}

function adapters({ data }: App): HTMLElement | string {
  if (data.adapters.length === 0) return '';
  const cards = data.adapters.map(({ name, version, specification, capabilities, sha256 }) =>
    h(
      'li',
      { class: 'card' },
      h('h3', {}, foreign(name), ' ', foreign(version, 'file')),
      h('p', {}, 'claims ', foreign(specification)),
      shownBy(data, name),
      h(
        'ul',
        { class: 'capabilities' },
        ...Object.entries(capabilities).map(([key, value]) => h('li', {}, foreign(`${key}: ${value}`))),
      ),
      sha256 === null ? null : h('p', { title: sha256 }, 'source ', foreign(sha256.slice(0, 12), 'file')),
    ),
  );
  return h('section', {}, h('h2', {}, 'Adapters under test'), h('ul', { class: 'cards' }, ...cards));
}

/** How many requirements an adapter came to which verdict on, each a way to them. */
function shownBy({ requirements, columns }: PageData, adapter: string): HTMLElement {
  const own = columnsFor(columns, { adapter, underlying: '' });
  const counts = countVerdicts(requirements.flatMap((one) => verdictIn(one, columns, own) ?? []));
  const items = SEVERITY.filter((verdict) => counts[verdict] > 0).map((verdict) => {
    const filters: Filters = { ...NO_FILTERS, adapter, verdict };
    const address = formatRoute({ view: 'matrix', at: null, filters });
    return h('li', {}, badge(verdict), ' ', h('a', { href: address }, String(counts[verdict])));
  });
  return h('ul', { class: 'plain side shown-by' }, ...items);
}
