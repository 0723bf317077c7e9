import { UNDERLYING } from './ground.js';
import type { ComposedScenario } from './model.js';
import { freeName, type Outline, type Step } from './outline.js';
import { fillSlots, slot, withoutSlots } from './template.js';

/** Every generated feature says this in its header; a file without it is somebody's own. */
export const GENERATED_MARK = 'Do not edit: iospec generate writes this file.';

/** A rule of a feature: one requirement, cell or call sequence. */
export interface Rule {
  readonly label: string;
  /** The sentence itself. */
  readonly description: string;
  /** Heading that the rule stands under in its document, where that differs from the rule before. */
  readonly heading: string | null;
  readonly outlines: readonly Outline[];
}

export interface Feature {
  readonly comments: readonly string[];
  readonly tag: string;
  readonly name: string;
  readonly rules: readonly Rule[];
}

const KEYWORD =
  /^(?:#|@|\||"""|```|(?:Feature|Business Need|Ability|Rule|Background|Scenario|Scenario Outline|Scenario Template|Example|Examples|Scenarios):)/;

/** A feature as Gherkin, with the scenarios that it holds. */
export interface WrittenFeature {
  readonly text: string;
  /** One for each example of each outline, in the order of the text. */
  readonly scenarios: readonly ComposedScenario[];
}

/** Writes a feature as Gherkin. */
export function writeFeature({ comments, tag, name, rules }: Feature): WrittenFeature {
  const lines = [
    ...[...comments, GENERATED_MARK].map((line) => `# ${oneLine(line)}`),
    `@${tagOf(tag)}`,
    `Feature: ${oneLine(name)}`,
  ];
  const scenarios: ComposedScenario[] = [];
  for (const rule of rules) {
    lines.push('', ...ruleLines(rule));
    const tags = [tagOf(tag), tagOf(rule.label)];
    for (const outline of rule.outlines) {
      lines.push('');
      const written = writeOutline(outline);
      for (const { line, ...scenario } of written.scenarios)
        scenarios.push({ ...scenario, line: lines.length + line, label: rule.label, tags });
      lines.push(...written.lines);
    }
  }
  return { text: `${lines.join('\n')}\n`, scenarios };
}

function ruleLines({ label, description, heading }: Rule): readonly string[] {
  const comment = heading === null ? [] : [`  # ${oneLine(heading)}`];
  return [
    ...comment,
    `  @${tagOf(label)}`,
    `  Rule: ${oneLine(label)}`,
    ...(description === '' ? [] : [`    ${describe(description)}`]),
  ];
}

/** The tag of a document or a label, without the `@`: a tag holds neither white space nor another one. */
export function tagOf(label: string): string {
  return oneLine(label).replace(/[\s@]+/g, '_');
}

/** A description that Gherkin would read as a keyword, a tag or a comment is put in quotation marks. */
function describe(text: string): string {
  const line = oneLine(text);
  return KEYWORD.test(line) ? `“${line}”` : line;
}

/** A scenario of an outline, its line counted from that of the outline, from 1. */
type OutlinedScenario = Omit<ComposedScenario, 'label' | 'tags'>;

function writeOutline({ title, givens, whens, thens, axes }: Outline): {
  readonly lines: readonly string[];
  readonly scenarios: readonly OutlinedScenario[];
} {
  const groups = [
    { keyword: 'Given', steps: givens },
    { keyword: 'When', steps: whens },
    { keyword: 'Then', steps: thens },
  ];
  const literal = groups
    .flatMap(({ steps }) => steps.map(({ text }) => fillSlots(text, () => '')))
    .join('\n');
  const columns = axes.flatMap(({ columns: names }) => names);
  const names = new Map<string, string>();
  for (const column of columns) names.set(column, columnName(column, literal, new Set(names.values())));
  const write = (text: string): string =>
    oneLine(fillSlots(text, (column) => `<${names.get(column) ?? column}>`));

  const hasUnderlying = columns.includes(UNDERLYING);
  const ground = hasUnderlying ? [`over a ${slot(UNDERLYING)} underlying IO`] : [];
  const differences = [...ground, title, ...axes.map((axis) => axis.title)].filter((part) => part !== '');
  const name = differences.length === 0 ? 'as the sentence says' : differences.join(', ');
  const body = groups.flatMap(({ keyword, steps }) => stepLines(keyword, steps, write));
  const rows = combine(axes.map((axis) => axis.rows));
  const isOutline = columns.length > 0;
  const lines = [
    `    ${isOutline ? 'Scenario Outline' : 'Scenario'}: ${write(name)}`,
    ...body,
    ...(isOutline
      ? ['', '      Examples:', ...table([columns.map((column) => names.get(column) ?? column), ...rows], 8)]
      : []),
  ];
  const scenarios = rows.map((row, index): OutlinedScenario => {
    const values = new Map(columns.map((column, at) => [column, oneLine(row[at] ?? '')]));
    const fill = (text: string): string => oneLine(fillSlots(text, (column) => values.get(column) ?? ''));
    return {
      line: isOutline ? lines.length - rows.length + 1 + index : 1,
      name: fill(name),
      underlying: values.get(UNDERLYING) ?? null,
      steps: groups.flatMap(({ keyword, steps }) =>
        steps.map(({ text, obligation = null }, at) => ({
          keyword: at === 0 ? keyword : 'And',
          text: fill(text),
          obligation,
        })),
      ),
    };
  });
  return { lines, scenarios };
}

/** A column's name, changed where the sentence itself has these words in angle brackets. */
function columnName(column: string, literal: string, taken: ReadonlySet<string>): string {
  let free = freeName(column, taken);
  while (literal.includes(`<${free}>`)) free = freeName(`${free}'`, taken);
  return free;
}

function stepLines(
  keyword: string,
  steps: readonly Step[],
  write: (text: string) => string,
): readonly string[] {
  return steps.flatMap(({ text, argument }, index) => [
    `      ${index === 0 ? keyword : 'And'} ${write(text)}`,
    ...(argument === undefined
      ? []
      : argument.kind === 'table'
        ? table(argument.rows, 8)
        : listing(argument.text)),
  ]);
}

function listing(text: string): readonly string[] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  const safe = lines.map((line) => line.replaceAll('```', '\\`\\`\\`'));
  return ['```c', ...safe, '```'].map((line) => (line === '' ? '' : `        ${line}`));
}

/** Every combination of the axes' rows, the last axis running fastest. */
function combine(axes: readonly (readonly (readonly string[])[])[]): readonly (readonly string[])[] {
  return axes.reduce<readonly (readonly string[])[]>(
    (all, rows) => all.flatMap((left) => rows.map((right) => [...left, ...right])),
    [[]],
  );
}

function table(rows: readonly (readonly string[])[], indent: number): readonly string[] {
  const cells = rows.map((row) => row.map(cellText));
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  return cells.map((row) => {
    const padded = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    return `${' '.repeat(indent)}| ${padded.join(' | ')} |`;
  });
}

function cellText(text: string): string {
  return oneLine(text).replaceAll('\\', '\\\\').replaceAll('|', '\\|');
}

/** Words as they stand in a line of Gherkin. */
export function oneLine(text: string): string {
  return withoutSlots(text).replace(/\s+/g, ' ').trim();
}
