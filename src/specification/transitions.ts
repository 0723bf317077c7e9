import type { Document } from './document.js';
import type { Transition } from './model.js';
import { htmlTables, pipeTables, type Cell, type Table } from './tables.js';

const FROM_STATE = /^from (?:the )?state\s+(\S.*)$/i;

const COLUMNS = {
  state: /^(?:from|(?:from |current |old |start |initial )?state|source)$/i,
  function: /\b(?:function|call|event|action|message|trigger|input|api|request|command)\b/i,
  effect: /\b(?:effect|behaviou?r|result|outcome|response|reaction|what happens)\b/i,
} as const;

/**
 * The cells of a document's state tables, HTML or Markdown: a table for each state under "From state X", or one with columns
 * such as from, call or event, effect. A row whose state is left empty goes on with the state of the row above.
 */
export function transitionsOf(document: Document): readonly Transition[] {
  const tables = [...pipeTables(document), ...htmlTables(document)].sort(
    (left, right) => left.start - right.start,
  );
  const counts = new Map<string, number>();
  return tables.flatMap(rowsOf).map(({ state, call, effect }) => {
    const name = `${state}/${call}`.replaceAll(' ', '_');
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return {
      label: count === 1 ? name : `${name}#${count}`,
      state,
      function: call,
      text: effect.text,
      slice: document.positions.slice(effect.start, effect.end),
    };
  });
}

interface Row {
  readonly state: string;
  readonly call: string;
  readonly effect: Cell;
}

function rowsOf({ rows }: Table): readonly Row[] {
  const found: Row[] = [];
  let captioned: string | null = null;
  let columns: { readonly state: number; readonly function: number; readonly effect: number } | null = null;
  let state = '';
  for (const { caption, cells } of rows) {
    const only = cells.length === 1 ? (cells[0]?.text ?? '') : '';
    const from = FROM_STATE.exec(cells.length === 0 ? caption : only);
    if (from !== null) {
      captioned = from[1] ?? '';
      continue;
    }
    if (captioned !== null) {
      const [call, effect] = cells;
      if (call !== undefined && effect !== undefined)
        found.push({ state: captioned, call: call.text, effect });
      continue;
    }
    if (columns === null) {
      columns = columnsOf(cells);
      if (columns === null) return found;
      continue;
    }
    const named = cells[columns.state]?.text ?? '';
    if (named !== '') state = named;
    const call = cells[columns.function]?.text ?? '';
    const effect = cells[columns.effect];
    if (state !== '' && call !== '' && effect !== undefined && effect.text !== '')
      found.push({ state, call, effect });
  }
  return found;
}

function columnsOf(
  cells: readonly Cell[],
): { readonly state: number; readonly function: number; readonly effect: number } | null {
  const at = (pattern: RegExp): number => cells.findIndex(({ text }) => pattern.test(text));
  const columns = { state: at(COLUMNS.state), function: at(COLUMNS.function), effect: at(COLUMNS.effect) };
  return Object.values(columns).includes(-1) || new Set(Object.values(columns)).size < 3 ? null : columns;
}
