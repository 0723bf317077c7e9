import { slot, type Axis, type Template } from './template.js';

/** What stands below a step: a code listing or a table. */
export type StepArgument =
  | { readonly kind: 'listing'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

export interface Step {
  /** The step's words behind its keyword; may hold slots. */
  readonly text: string;
  readonly argument?: StepArgument;
  /** Place of the obligation that it shows among those of its requirement; left out: it shows none. */
  readonly obligation?: number;
}

/** A scenario outline before it is written: steps by keyword, and the axes that its Examples run over. */
export interface Outline {
  /** What tells it from the other outlines of its rule; empty where it is alone. */
  readonly title: string;
  readonly givens: readonly Step[];
  readonly whens: readonly Step[];
  readonly thens: readonly Step[];
  readonly axes: readonly Axis[];
}

/** Takes templates into one outline and sees to it that two axes with the same column name stay apart. */
export interface AxisCollector {
  readonly axes: readonly Axis[];
  /** The template's text, its slots named so that they are this outline's own. */
  readonly take: (template: Template) => string;
}

export function collectAxes(): AxisCollector {
  const axes: Axis[] = [];
  const claim = (text: string, axis: Axis): string => {
    if (axes.some((known) => JSON.stringify(known) === JSON.stringify(axis))) return text;
    const taken = new Set(axes.flatMap(({ columns }) => columns));
    const renamed = axis.columns.map((column) => [column, freeName(column, taken)] as const);
    const rename = (words: string): string =>
      renamed.reduce((out, [from, to]) => out.replaceAll(slot(from), slot(to)), words);
    axes.push({ columns: renamed.map(([, to]) => to), rows: axis.rows, title: rename(axis.title) });
    return rename(text);
  };
  return { axes, take: ({ text, axes: added }) => added.reduce(claim, text) };
}

/** The first of `name`, `name 2`, `name 3`, … that is not taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name} ${count}`;
  return free;
}
