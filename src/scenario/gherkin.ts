import { fillSlots, withoutSlots } from './template.js';
import { freeName, type Outline, type Step } from './outline.js';

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

/** Writes a feature as Gherkin. */
export function featureText({ comments, tag, name, rules }: Feature): string {
  const head = [
    ...[...comments, GENERATED_MARK].map((line) => `# ${oneLine(line)}`),
    tagOf(tag),
    `Feature: ${oneLine(name)}`,
  ];
  return [...head, ...rules.flatMap((rule) => ['', ...ruleLines(rule)])].join('\n') + '\n';
}

function ruleLines({ label, description, heading, outlines }: Rule): readonly string[] {
  const comment = heading === null ? [] : [`  # ${oneLine(heading)}`];
  return [
    ...comment,
    `  ${tagOf(label)}`,
    `  Rule: ${oneLine(label)}`,
    ...(description === '' ? [] : [`    ${describe(description)}`]),
    ...outlines.flatMap((outline) => ['', ...outlineLines(outline)]),
  ];
}

function tagOf(label: string): string {
  return `@${oneLine(label).replace(/[\s@]+/g, '_')}`;
}

/** A description that Gherkin would read as a keyword, a tag or a comment is put in quotation marks. */
function describe(text: string): string {
  const line = oneLine(text);
  return KEYWORD.test(line) ? `“${line}”` : line;
}

function outlineLines({ title, givens, whens, thens, axes }: Outline): readonly string[] {
  const steps = [...givens, ...whens, ...thens];
  const literal = steps.map(({ text }) => fillSlots(text, () => '')).join('\n');
  const columns = axes.flatMap(({ columns: names }) => names);
  const names = new Map<string, string>();
  for (const column of columns) names.set(column, columnName(column, literal, new Set(names.values())));
  const write = (text: string): string =>
    oneLine(fillSlots(text, (column) => `<${names.get(column) ?? column}>`));

  const differences = [title, ...axes.map((axis) => axis.title)].filter((part) => part !== '');
  const name = [`over a <${names.get('underlying')}> underlying IO`, ...differences].join(', ');
  return [
    `    Scenario Outline: ${write(name)}`,
    ...stepLines('Given', givens, write),
    ...stepLines('When', whens, write),
    ...stepLines('Then', thens, write),
    '',
    '      Examples:',
    ...table(
      [columns.map((column) => names.get(column) ?? column), ...combine(axes.map(({ rows }) => rows))],
      8,
    ),
  ];
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
