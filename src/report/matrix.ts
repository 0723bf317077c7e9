import type { RequirementTrace, ScenarioTrace, Trace, Verdict } from '../trace/model.js';
import { overall } from '../trace/requirement_verdict.js';

/** A column of the matrix: an adapter over a kind of underlying IO; null where scenarios name none. */
export interface Column {
  readonly adapter: string | null;
  readonly underlying: string | null;
}

/** The columns that a trace's scenarios fill: adapters in the trace's order, each with its underlying IOs as they come. */
export function columnsOf({ adapters, specifications }: Trace): readonly Column[] {
  const columns = new Map<string, Column>();
  for (const { requirements } of specifications) {
    for (const { scenarios } of requirements) {
      for (const { adapter, underlying } of scenarios)
        columns.set(keyOf(adapter, underlying), { adapter, underlying });
    }
  }
  const rank = ({ adapter }: Column): number => {
    const position = adapters.findIndex(({ name }) => name === adapter);
    return position < 0 ? adapters.length : position;
  };
  return [...columns.values()].sort((one, other) => rank(one) - rank(other));
}

/** A requirement's verdict in each column; null where no scenario of it was meant for that column. */
export function cellsOf(
  { scenarios }: RequirementTrace,
  columns: readonly Column[],
): readonly (Verdict | null)[] {
  const groups = new Map<string, ScenarioTrace['verdict'][]>();
  for (const { adapter, underlying, verdict } of scenarios) {
    const key = keyOf(adapter, underlying);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [verdict]);
    else group.push(verdict);
  }
  return columns.map(({ adapter, underlying }) => {
    const group = groups.get(keyOf(adapter, underlying));
    return group === undefined ? null : overall([group]);
  });
}

/** A column's heading: `cached_store over mock`. */
export function columnName({ adapter, underlying }: Column): string {
  return underlying === null ? (adapter ?? 'no adapter') : `${adapter ?? 'no adapter'} over ${underlying}`;
}

function keyOf(adapter: string | null, underlying: string | null): string {
  return JSON.stringify([adapter, underlying]);
}
