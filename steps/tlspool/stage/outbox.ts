import { COMMANDS, commandName, type CommandName } from '../../../src/adapters/tlspool/commands.js';
import { TLSPOOL_ERRORS } from '../../../src/adapters/tlspool/errors.js';
import {
  FIELDS,
  readBytes,
  readNumber,
  readText,
  type FieldName,
  type FieldValues,
  type TextField,
} from '../../../src/adapters/tlspool/wire.js';
import type { Sent } from '../underlying/recorder.js';
import type { TlspoolWorld } from './world.js';

/** Where each side's messages of the scenario's action begin. */
const marks = new WeakMap<TlspoolWorld, { readonly messages: number; readonly writes: number }>();

function all({ stage }: TlspoolWorld): readonly Buffer[] {
  if (stage.side === 'pool') return stage.service.clients.flatMap(({ messages }) => messages);
  return stage.client.stand?.received.map(({ message }) => message) ?? [];
}

/** Begins the scenario's action: messages of the side under test count from here. */
export function act(world: TlspoolWorld): void {
  // What was sent before is not the action's.
  if (world.stage.side === 'pool') world.stage.service.pump();
  else world.stage.client.stand?.pump();
  world.act();
  marks.set(world, { messages: all(world).length, writes: world.stage.recorder.sent.length });
}

/** What the side under test has sent since the action began. */
export function outbox(world: TlspoolWorld): readonly Buffer[] {
  return all(world).slice(marks.get(world)?.messages ?? 0);
}

/** The writes of the side under test since the action began; on the connection between client and pool, or on others. */
export function writes(world: TlspoolWorld, which: 'connection' | 'others' = 'connection'): readonly Sent[] {
  return world.stage.recorder.sent
    .slice(marks.get(world)?.writes ?? 0)
    .filter(({ through }) => /^(?:connect|accept)$/.test(through ?? '') === (which === 'connection'));
}

/** The last message since the action began; asserts that there is one. */
export async function lastSent(world: TlspoolWorld): Promise<Buffer> {
  await world.stage.comes(() => outbox(world).length > 0);
  const last = outbox(world).at(-1);
  world.expect.that(last !== undefined, 'a message is sent', 'a message', 'none');
  if (last === undefined) throw new Error('there is no message');
  return last;
}

/** The messages of a command since the action began. */
export function sentAs(world: TlspoolWorld, cmd: number): readonly Buffer[] {
  return outbox(world).filter((message) => readNumber(message, 'cmd') === cmd);
}

/** Messages that the reader of a failure is told of. */
const MOST_SHOWN = 8;

/** What was sent, for the reader of a failure. */
export function described(messages: readonly Buffer[]): string {
  const names = messages.map((one) => commandName(readNumber(one, 'cmd')));
  const shown = names.slice(0, MOST_SHOWN).join(', ') + (names.length > MOST_SHOWN ? ', …' : '');
  return names.length === 0 ? 'nothing' : shown;
}

/** The number of a command as the document writes it: by its name, or as a number. */
export function commandOf(word: string): number {
  return word in COMMANDS ? COMMANDS[word as CommandName] : numberOf(word);
}

function numberOf(word: string): number {
  const number = Number(word);
  if (Number.isNaN(number)) throw new Error(`${word} is no number`);
  return number;
}

/** The number of an error as the document writes it. */
export function errorOf(word: string): number {
  const known = Object.entries(TLSPOOL_ERRORS).find(([name]) => name === word);
  return known?.[1] ?? numberOf(word);
}

/** Name of an error's number. */
export function errorName(number: number): string {
  return Object.entries(TLSPOOL_ERRORS).find(([, value]) => value === number)?.[0] ?? String(number);
}

/** A field that the document names. */
export function fieldOf(word: string): FieldName {
  if (!(word in FIELDS)) throw new Error(`a message has no field ${word}`);
  return word as FieldName;
}

/** The value of a field as the document writes it. */
export function valueOfField(name: FieldName, word: string): string | number {
  if (FIELDS[name].kind === 'text') return word;
  return name === 'tlserrno' ? errorOf(word) : numberOf(word);
}

/** The value of a field of a message. */
export function readField(message: Buffer, name: FieldName): string | number {
  if (name === 'ctlkey') return readBytes(message, name).toString('hex');
  if (FIELDS[name].kind === 'text') return readText(message, name as TextField);
  return readNumber(message, name as Exclude<FieldName, TextField | 'ctlkey'>);
}

/** A field with its value, to be written into a message. */
export function fieldValue(word: string, value: string): FieldValues {
  const name = fieldOf(word);
  return { [name]: valueOfField(name, value) };
}
