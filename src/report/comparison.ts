import pc from 'picocolors';
import { adaptersOf, compareAdapters } from '../trace/comparison.js';
import type { SpecificationTrace, Trace } from '../trace/model.js';
import { labelOf, symbolOf } from '../trace/verdict.js';
import { printable } from './printable.js';
import { painted, type Colors } from './verdict_colours.js';

/** Adapters side by side, for a terminal: a row for each requirement, a column for each adapter. */
export function renderComparison(rawTrace: Trace, isColorful: boolean): string {
  const trace = printable(rawTrace);
  const colors = pc.createColors(isColorful);
  return trace.specifications
    .map((specification) => renderTable(specification, adaptersOf(trace, specification), colors))
    .join('');
}

function renderTable(specification: SpecificationTrace, adapters: readonly string[], colors: Colors): string {
  if (adapters.length < 2) return '';
  const rows = compareAdapters(specification, adapters).map(({ requirement, verdicts }) => ({
    label: requirement.label,
    cells: verdicts.map((verdict) => ({ verdict, text: `${symbolOf(verdict)} ${labelOf(verdict)}` })),
  }));
  const first = Math.max(specification.name.length, ...rows.map(({ label }) => label.length));
  const widths = adapters.map((name, column) =>
    Math.max(name.length, ...rows.map(({ cells }) => cells[column]?.text.length ?? 0)),
  );
  const head = [
    specification.name.padEnd(first),
    ...adapters.map((name, at) => name.padEnd(widths[at] ?? 0)),
  ];
  const lines = rows.map(({ label, cells }) => {
    const shown = cells.map(({ verdict, text }, at) =>
      painted(verdict, text.padEnd(widths[at] ?? 0), colors),
    );
    return [label.padEnd(first), ...shown].join('  ').trimEnd();
  });
  return `${[colors.bold(head.join('  ').trimEnd()), ...lines].join('\n')}\n\n`;
}
