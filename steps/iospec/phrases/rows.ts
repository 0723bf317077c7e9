import { Then } from '../../../src/system/phrase_registry.js';
import type { CommandWorld } from '../stage/world.js';

/** A row of `iospec extract --format json`, as far as the steps read it. */
export interface Row {
  readonly id: string;
  readonly occurrence: number;
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
  readonly section: readonly string[];
  readonly function: string | null;
  readonly parent: string | null;
  readonly obligations: readonly string[];
}

/** The rows that the last run has printed; asserts that its output is a JSON array. */
export function rowsOf({ stage, expect }: CommandWorld): readonly Row[] {
  const { stdout, stderr } = stage.execution;
  const value = parsed(stdout);
  expect.that(
    Array.isArray(value),
    'iospec prints a JSON array',
    'an array',
    stdout === '' ? stderr : stdout,
  );
  return value as readonly Row[];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

Then(
  /^iospec shall print its requirement with its id, its text and its lines$/,
  function (this: CommandWorld) {
    const { id, text, line, endLine } = this.stage.notation;
    const found = rowsOf(this).map((row) => [row.id, row.text, row.line, row.endLine]);
    const [expected, observed] = [[[id, text, line, endLine]], found].map((value) => JSON.stringify(value));
    this.expect.that(expected === observed, 'iospec prints the requirement', expected ?? '', observed ?? '');
  },
);

Then(/^iospec shall print the text (.+)$/, function (this: CommandWorld, text: string) {
  const observed = rowsOf(this).map((row) => row.text);
  const holds = observed.length === 1 && observed[0] === text;
  this.expect.that(holds, 'iospec prints the text that a reader sees', text, observed.join(' / '));
});

Then(
  /^iospec shall print (\w+) as the (parent|function) of (\w+)$/,
  function (this: CommandWorld, value: string, field: 'parent' | 'function', id: string) {
    const rows = rowsOf(this);
    const observed = rows.find((row) => row.id === id)?.[field] ?? `none in ${rows.length} rows`;
    this.expect.that(observed === value, `iospec prints the ${field} of ${id}`, value, observed);
  },
);

Then(/^iospec shall print an obligation that ends in (.+)$/, function (this: CommandWorld, words: string) {
  const observed = rowsOf(this).flatMap((row) => row.obligations);
  const holds = observed.filter((text) => text.endsWith(` ${words}`)).length === 1;
  this.expect.that(holds, 'iospec prints one obligation for the duty', `… ${words}`, observed.join(' / '));
});

Then(/^iospec shall print a JSON array of (\d+) rows$/, function (this: CommandWorld, count: number) {
  const { length } = rowsOf(this);
  this.expect.that(
    length === count,
    'iospec prints one row for each requirement',
    String(count),
    String(length),
  );
});

Then(/^iospec shall print (\d+) lines of JSON$/, function (this: CommandWorld, count: number) {
  const lines = this.stage.execution.stdout.split('\n').slice(0, -1);
  const objects = lines.filter((line) => line.startsWith('{') && parsed(line) !== null);
  const observed = `${objects.length} objects in ${lines.length} lines`;
  const holds = lines.length === count && objects.length === lines.length;
  this.expect.that(holds, 'iospec prints a JSON object on each line', String(count), observed);
});

Then(/^iospec shall print rows of the fields (.+)$/, function (this: CommandWorld, fields: string) {
  const observed = rowsOf(this).map((row) => Object.keys(row).join(', '));
  const holds = observed.length > 0 && observed.every((names) => names === fields);
  this.expect.that(holds, 'every row has these fields in this order', fields, observed.join(' / '));
});
