import { constants } from 'node:os';
import type { Specification } from '../../../../src/specification/model.js';
import { longestText, readBytes, readNumber, readText, writeBytes, writeNumber } from './codec.js';
import { layoutOf, type Field, type Layout } from './layout.js';
import { Names } from './names.js';
import { cell, numberIn, rowsWith, tablesOf, type Row } from './tables.js';

/** Values of fields by their names; numbers may be words of the document (`PING`). What is left out is zero. */
export type Values = Readonly<Record<string, number | string | Uint8Array>>;

/** Messages as the document's tables describe them: the judge's own reading, which shares nothing with any adapter. */
export class Wire {
  readonly commands: Names;
  readonly flags: Names;
  readonly errors: Names;
  /** What introduces a side: its identity and its facilities. */
  readonly identity: string;
  readonly facilities: number;
  private readonly layout: Layout;
  private readonly callbacks: ReadonlySet<number>;

  constructor(tables: readonly (readonly Row[])[]) {
    this.layout = layoutOf(tables);
    const commands = rowsWith(tables, ['command', 'number', 'kind']);
    const callbacks = commands.filter((row) => cell(row, 'kind') === 'callback');
    this.commands = new Names('command', commands.map(numbered('command')));
    this.callbacks = new Set(callbacks.map((row) => numberIn(row, 'number')));
    this.flags = new Names('flag', rowsWith(tables, ['flag', 'number']).map(numbered('flag')));
    this.errors = new Names('error', rowsWith(tables, ['error', 'number']).map(numberedError));
    const introduction = rowsWith(tables, ['what introduces a side', 'value']);
    const valueOf = (what: string): string =>
      introduction.find((row) => row.get('what introduces a side') === what)?.get('value') ?? '';
    this.identity = valueOf('identity');
    this.facilities = Number(valueOf('facility of STARTTLS'));
  }

  /** Bytes of a message. */
  get size(): number {
    return this.layout.size;
  }

  /** A field by its name; an error where the document has none of that name. */
  field(name: string): Field {
    const field = this.layout.fields.get(name);
    if (field === undefined) throw new Error(`the document's tables have no field ${name}`);
    return field;
  }

  /** A message of these fields. */
  encode(values: Values): Buffer {
    return this.write(Buffer.alloc(this.size), values);
  }

  /** Writes fields into a message, which it returns. */
  write(message: Buffer, values: Values): Buffer {
    for (const [name, value] of Object.entries(values)) {
      const field = this.field(name);
      if (typeof value === 'number') writeNumber(message, field, value);
      else if (field.kind === 'text' || field.kind === 'bytes') writeBytes(message, field, value);
      else writeNumber(message, field, this.numberOf(name, String(value)));
    }
    return message;
  }

  number(message: Buffer, name: string): number {
    return readNumber(message, this.field(name));
  }

  bytes(message: Buffer, name: string): Buffer {
    return readBytes(message, this.field(name));
  }

  /** A text up to its NUL; null where the field has none. */
  text(message: Buffer, name: string): string | null {
    return readText(message, this.field(name));
  }

  /** What a message holds in a field: a number, a text, or bytes in hexadecimal. */
  value(message: Buffer, name: string): number | string {
    const { kind } = this.field(name);
    if (kind === 'bytes') return this.bytes(message, name).toString('hex');
    return kind === 'text'
      ? (this.text(message, name) ?? 'a text without an end')
      : this.number(message, name);
  }

  /** The value of a field as the document writes it in its sentences. */
  valueOf(name: string, word: string): number | string {
    const { kind } = this.field(name);
    return kind === 'text' || kind === 'bytes' ? word : this.numberOf(name, word);
  }

  longest(name: string): string {
    return longestText(this.field(name));
  }

  /** Name of a message's command, or its number where the document names none. */
  command(message: Buffer): string {
    const number = this.number(message, 'cmd');
    return this.commands.name(number) ?? `0x${number.toString(16)}`;
  }

  /** What a message is, for the reader of a timeline. */
  named(message: Buffer): string {
    const cbid = this.number(message, 'cbid');
    return this.command(message) + (cbid === 0 ? '' : `, callback ${cbid}`);
  }

  /** True for a message by which the pool asks something in the middle of an exchange. */
  asks(message: Buffer): boolean {
    return this.callbacks.has(this.number(message, 'cmd'));
  }

  /** Name of an error's number, or that number. */
  errorName(number: number): string {
    return this.errors.name(number) ?? String(number);
  }

  /** Name of the error that a message carries. */
  errorIn(message: Buffer): string {
    return this.errorName(this.number(message, 'tlserrno'));
  }

  /**
   * The message that a command of the API stands for, but for the numbers of its request and callback; null where that is
   * no command.
   */
  messageOf(command: unknown): Buffer | null {
    if (typeof command !== 'object' || command === null) return null;
    const cmd: unknown = Reflect.get(command, 'cmd');
    const payload: unknown = Reflect.get(command, 'payload');
    if (typeof cmd !== 'number' || !(payload instanceof Uint8Array)) return null;
    return payload.length === this.field('payload').size ? this.encode({ cmd, payload }) : null;
  }

  /** A command of the API, of these fields. */
  commandOf(values: Values): { readonly cbid: number; readonly cmd: number; readonly payload: Buffer } {
    const message = this.encode(values);
    const [cbid, cmd] = [this.number(message, 'cbid'), this.number(message, 'cmd')];
    return { cbid, cmd, payload: this.bytes(message, 'payload') };
  }

  private numberOf(name: string, word: string): number {
    if (name === 'cmd') return this.commands.number(word);
    if (name === 'tlserrno') return this.errors.number(word);
    if (name === 'flags') return this.flags.sum(word);
    const number = Number(word);
    if (Number.isNaN(number)) throw new Error(`expected a number for ${name}, not ${word}`);
    return number;
  }
}

function numbered(column: string): (row: Row) => readonly [string, number] {
  return (row) => [cell(row, column), numberIn(row, 'number')];
}

/** An error of the host has the number that the host gives it. */
function numberedError(row: Row): readonly [string, number] {
  const name = cell(row, 'error');
  if (cell(row, 'number') !== "the host's") return [name, numberIn(row, 'number')];
  const number = new Map(Object.entries(constants.errno)).get(name);
  if (number === undefined) throw new Error(`this host has no error ${name}`);
  return [name, number];
}

/** The messages of each document that was asked for, for as long as it lives. */
const wires = new WeakMap<Specification, Wire>();

/**
 * The messages of a document, whose tables are read once.
 * @throws Error where it lacks one of the tables, or one does not say what it must.
 */
export function wireOf(specification: Specification): Wire {
  const wire = wires.get(specification) ?? new Wire(tablesOf(specification));
  wires.set(specification, wire);
  return wire;
}
