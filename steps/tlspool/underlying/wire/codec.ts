import { endianness } from 'node:os';
import type { Field } from './layout.js';

const little = endianness() === 'LE';

/** A number that a message holds in a field. */
export function readNumber(message: Buffer, { name, kind, offset, size }: Field): number {
  if (kind === 'signed number')
    return little ? message.readIntLE(offset, size) : message.readIntBE(offset, size);
  if (kind === 'number') return little ? message.readUIntLE(offset, size) : message.readUIntBE(offset, size);
  throw new Error(`${name} is a ${kind}, not a number`);
}

/** The bytes of a field, a copy. */
export function readBytes(message: Buffer, { offset, size }: Field): Buffer {
  return Buffer.from(message.subarray(offset, offset + size));
}

/** A text that a message holds in a field, up to its NUL; null where it has none. */
export function readText(message: Buffer, field: Field): string | null {
  const bytes = readBytes(message, field);
  const end = bytes.indexOf(0);
  return end === -1 ? null : bytes.subarray(0, end).toString();
}

/** Writes a number into its field; throws RangeError for one that has no room there. */
export function writeNumber(message: Buffer, { kind, offset, size }: Field, value: number): void {
  if (kind === 'signed number') {
    if (little) message.writeIntLE(value, offset, size);
    else message.writeIntBE(value, offset, size);
  } else if (little) message.writeUIntLE(value, offset, size);
  else message.writeUIntBE(value, offset, size);
}

/** Writes a text or bytes into their field, and zeros behind them; throws RangeError for what has no room there. */
export function writeBytes(
  message: Buffer,
  { name, kind, offset, size }: Field,
  value: string | Uint8Array,
): void {
  const bytes = Buffer.from(value);
  if (bytes.length > (kind === 'text' ? size - 1 : size))
    throw new RangeError(`${name} has no room for ${bytes.length} bytes`);
  message.fill(0, offset, offset + size);
  bytes.copy(message, offset);
}

/** The longest text that a field holds; no part of it is like the next. */
export function longestText({ name, kind, size }: Field): string {
  if (kind !== 'text') throw new Error(`${name} is a ${kind}, not a text`);
  return Array.from({ length: size - 1 }, (_, index) => (index % 36).toString(36)).join('');
}
