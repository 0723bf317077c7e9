import { SEVERITY, labelOf } from '../../trace/verdict.js';
import { countFilters, NO_FILTERS, type Filters, type Route } from '../route.js';
import type { App } from './app.js';
import { button, h, picker } from './dom.js';

/** Search and filters. It stays in the page, so that typing goes on while the view below changes. */
export interface Toolbar {
  readonly filters: HTMLElement;
  readonly search: HTMLInputElement;
  /** Shows what the address says. */
  readonly sync: () => void;
}

/** @param change Called with the filters that are wanted; `isTyping` when they change with every key. */
export function createToolbar(app: App, change: (filters: Filters, isTyping: boolean) => void): Toolbar {
  const search = h('input', {
    type: 'search',
    class: 'search',
    name: 'q',
    placeholder: 'Search id or words  ( / )',
    'aria-label': 'Search id or words',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  search.addEventListener('input', () => {
    change({ ...app.route.filters, q: search.value }, true);
  });
  const pickers = h('div', { class: 'pickers', id: 'pickers' });
  const toggle = button(
    'Filters',
    { class: 'filters-toggle', 'aria-expanded': 'false', 'aria-controls': 'pickers' },
    () => {
      const isOpen = pickers.classList.toggle('open');
      toggle.setAttribute('aria-expanded', String(isOpen));
    },
  );
  const count = h('output', { class: 'count', 'aria-live': 'polite' });
  const clear = button('Clear', { class: 'clear' }, () => {
    change(NO_FILTERS, false);
    search.focus();
  });
  let offered = '';
  const offer = (filters: Filters): void => {
    const wanted = JSON.stringify({ ...filters, q: '' });
    // A letter that is typed changes nothing here.
    if (wanted === offered) return;
    offered = wanted;
    pickers.replaceChildren(
      ...choicesOf(app).map(([name, options]) =>
        picker(NAMES[name], [{ value: '', text: 'all' }, ...options], filters[name], (value) => {
          change({ ...app.route.filters, [name]: value }, false);
        }),
      ),
    );
  };
  const sync = (): void => {
    const { filters } = app.route;
    if (search.value !== filters.q) search.value = filters.q;
    offer(filters);
    const set = countFilters({ ...filters, q: '' });
    toggle.textContent = set === 0 ? 'Filters' : `Filters (${set})`;
    clear.hidden = countFilters(filters) === 0;
    count.textContent = `${app.select(filters).length} of ${app.data.requirements.length}`;
  };
  return {
    filters: h(
      'div',
      { class: 'filters', role: 'group', 'aria-label': 'Filters' },
      toggle,
      pickers,
      count,
      clear,
    ),
    search,
    sync,
  };
}

/** The route that a change of filters leads to: they belong to the matrix. */
export function filtered(route: Route, filters: Filters): Route {
  return { view: 'matrix', at: null, filters: { ...route.filters, ...filters } };
}

type Choice = Exclude<keyof Filters, 'q'>;

const NAMES: Readonly<Record<Choice, string>> = {
  verdict: 'verdict',
  document: 'document',
  function: 'function',
  adapter: 'adapter',
  underlying: 'underlying IO',
};

/** What can be chosen; a filter without a choice is left out. */
function choicesOf({
  data,
  route,
}: App): readonly (readonly [Choice, readonly { value: string; text: string }[]])[] {
  const { documents, requirements, columns } = data;
  const inDocument = requirements.filter(
    ({ document }) => route.filters.document === '' || documents[document]?.key === route.filters.document,
  );
  const present = new Set(requirements.map(({ verdict }) => verdict));
  const verdicts = SEVERITY.filter((verdict) => present.has(verdict) || route.filters.verdict === verdict);
  const unique = (values: readonly (string | null | undefined)[]): readonly string[] => [
    ...new Set(values.filter((value) => value != null)),
  ];
  const choices: readonly (readonly [Choice, readonly { value: string; text: string }[]])[] = [
    [
      'verdict',
      [
        { value: 'problems', text: 'problems' },
        ...verdicts.map((verdict) => ({ value: verdict, text: labelOf(verdict) })),
      ],
    ],
    ['document', plain(documents.map(({ key }) => key))],
    ['function', plain([...unique(inDocument.map((one) => one.function))].sort())],
    ['adapter', plain(unique(columns.map(({ adapter }) => adapter)))],
    ['underlying', plain(unique(columns.map(({ underlying }) => underlying)))],
  ];
  return choices.filter(([name, options]) => options.length > 1 || route.filters[name] !== '');
}

function plain(values: readonly string[]): readonly { value: string; text: string }[] {
  return values.map((value) => ({ value, text: value }));
}
