import { labelOf, symbolOf } from '../../trace/verdict.js';
import { columnName } from '../matrix.js';
import type { PageRequirement } from '../page_model.js';
import { columnsFor } from '../view/filter.js';
import { windowAt } from '../view/window.js';
import type { App, View } from './app.js';
import { badge } from './badge.js';
import { foreign, h, isField } from './dom.js';

/**
 * One row a requirement, one column an adapter over an underlying IO. Only the rows around the visible ones are in the page,
 * between two spacers, so that ten thousand cost no more than a hundred.
 */
export function matrixView(app: App, scroller: HTMLElement): View {
  const { data, route } = app;
  const chosen = app.select(route.filters);
  const columns = usedColumns(app, chosen);
  const body = h('tbody');
  const table = h(
    'table',
    { class: 'matrix', 'aria-label': 'Requirements', 'aria-rowcount': chosen.length + 1 },
    h(
      'thead',
      {},
      h(
        'tr',
        { 'aria-rowindex': 1 },
        h('th', { scope: 'col', class: 'requirement' }, 'Requirement'),
        h('th', { scope: 'col' }, 'Verdict'),
        ...columns.map((column) => {
          const { adapter = null, underlying = null } = data.columns[column] ?? {};
          return h(
            'th',
            { scope: 'col', title: columnName({ adapter, underlying }) },
            foreign(adapter ?? 'no adapter'),
            ' ',
            underlying === null ? null : h('small', {}, 'over ', foreign(underlying)),
          );
        }),
      ),
    ),
    body,
  );
  const node = h('div', { class: 'matrix-view' }, table);
  if (chosen.length === 0) node.append(h('p', { class: 'empty' }, 'No requirement matches.'));

  let shown = { first: -1, end: -1 };
  const show = (first: number, end: number, height: number): void => {
    if (first === shown.first && end === shown.end) return;
    shown = { first, end };
    const focused = document.activeElement?.closest('tr')?.getAttribute('data-index') ?? null;
    body.replaceChildren(
      spacer(first * height),
      ...chosen.slice(first, end).map((index, position) => row(app, index, first + position, columns)),
      spacer((chosen.length - end) * height),
    );
    if (focused === null) return;
    // A row that was scrolled away hands its focus to what scrolls, or the next key would find nothing.
    const target = body.querySelector<HTMLElement>(`tr[data-index="${focused}"] a`) ?? scroller;
    target.focus({ preventScroll: true });
  };
  const update = (): void => {
    const height = rowHeight(body);
    const offset = scroller.scrollTop - (table.tHead?.offsetHeight ?? 0);
    const { first, end } = windowAt(offset, scroller.clientHeight, height, chosen.length);
    show(first, end, height);
  };
  const focus = (position: number): void => {
    const index = chosen[position];
    if (index === undefined) return;
    app.selected = index;
    const height = rowHeight(body);
    const head = table.tHead?.offsetHeight ?? 0;
    const top = position * height;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    const bottom = top + height + head;
    if (bottom > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = bottom - scroller.clientHeight;
    update();
    body.querySelector<HTMLElement>(`tr[data-index="${index}"] a`)?.focus({ preventScroll: true });
  };
  const position = (): number => (app.selected === null ? -1 : chosen.indexOf(app.selected));
  const listening = new AbortController();
  const { signal } = listening;
  scroller.addEventListener('scroll', update, { passive: true, signal });
  window.addEventListener('resize', update, { signal });
  show(0, Math.min(chosen.length, 30), 0);

  return {
    title: `Matrix: ${chosen.length} of ${data.requirements.length} requirements`,
    node,
    shown: () => {
      update();
      const at = position();
      if (at >= 0 && !isField(document.activeElement)) focus(at);
    },
    key: (key) => {
      const step = STEPS[key];
      if (step === undefined) return false;
      focus(Math.min(chosen.length - 1, Math.max(0, position() + step)));
      return true;
    },
    printing: (isPrinting) => {
      if (isPrinting) show(0, chosen.length, 0);
      else update();
    },
    closed: () => {
      listening.abort();
    },
  };
}

const STEPS: Readonly<Record<string, number>> = {
  j: 1,
  ArrowDown: 1,
  k: -1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};

/** The columns that the filters leave, and that hold something for one of the chosen requirements. */
function usedColumns({ data, route }: App, chosen: readonly number[]): readonly number[] {
  return columnsFor(data.columns, route.filters).filter((column) =>
    chosen.some((index) => data.requirements[index]?.cells[column] != null),
  );
}

function row(app: App, index: number, position: number, columns: readonly number[]): HTMLTableRowElement {
  const requirement = app.data.requirements[index];
  if (requirement === undefined) return h('tr');
  const link = h('a', { href: app.addressOf(index), class: 'label' }, foreign(requirement.label));
  link.addEventListener('focus', () => {
    app.selected = index;
  });
  return h(
    'tr',
    { 'data-index': index, 'aria-rowindex': position + 2 },
    h(
      'th',
      { scope: 'row', class: 'requirement' },
      h('div', { class: 'first' }, link, h('span', { class: 'place' }, foreign(placeOf(app, requirement)))),
      h(
        'div',
        { class: 'sentence', title: requirement.text.slice(0, 2000) },
        foreign(shortened(requirement.text)),
      ),
    ),
    h('td', {}, badge(requirement.verdict)),
    ...columns.map((column) => cell(requirement, column)),
  );
}

/** No row shows more of a sentence; the detail has all of it. */
const SENTENCE = 400;

function shortened(text: string): string {
  return text.length <= SENTENCE ? text : `${text.slice(0, SENTENCE)}…`;
}

function cell({ cells }: PageRequirement, column: number): HTMLTableCellElement {
  const verdict = cells[column] ?? null;
  if (verdict === null) return h('td', { class: 'none' }, h('span', { 'aria-label': 'no scenario' }, '–'));
  return h(
    'td',
    { class: `verdict ${verdict}` },
    h('span', { class: 'symbol', 'aria-hidden': 'true' }, symbolOf(verdict)),
    ` ${labelOf(verdict)}`,
  );
}

function placeOf({ data }: App, { document, function: subject, line, reading }: PageRequirement): string {
  return [
    data.documents.length > 1 ? (data.documents[document]?.key ?? '') : null,
    subject ?? null,
    `line ${line}`,
    reading === null ? null : 'has a reading',
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function spacer(height: number): HTMLTableRowElement {
  const element = h('tr', { class: 'spacer', 'aria-hidden': 'true' });
  element.style.height = `${height}px`;
  return element;
}

/** Rows are all equally high; the first one in the page tells how high. */
function rowHeight(body: HTMLElement): number {
  const height = body.querySelector('tr[data-index]')?.getBoundingClientRect().height ?? 0;
  return height > 0 ? height : 56;
}
