import { endianness } from 'node:os';

/** Bytes of a message, and of its header. */
export const MESSAGE_SIZE = 388;
const HEADER_SIZE = 8;

interface Field {
  /** From the begin of the message. */
  readonly offset: number;
  readonly kind: 'uint8' | 'uint16' | 'uint32' | 'int32' | 'text' | 'bytes';
  /** Bytes; a text has a NUL among them. */
  readonly size: number;
}

const number = (offset: number, kind: 'uint8' | 'uint16' | 'uint32' | 'int32'): Field => ({
  offset,
  kind,
  size: { uint8: 1, uint16: 2, uint32: 4, int32: 4 }[kind],
});
const text = (offset: number, size: number): Field => ({ offset, kind: 'text', size });

/** Every field of every kind of message: no two of them have a name in common. */
export const FIELDS = {
  reqid: number(0, 'uint16'),
  cbid: number(2, 'uint16'),
  cmd: number(4, 'uint32'),
  tlserrno: number(8, 'int32'),
  message: text(12, 128),
  producer: text(8, 136),
  facilities: number(144, 'uint32'),
  flags: number(8, 'uint32'),
  local: number(12, 'uint32'),
  ipproto: number(16, 'uint8'),
  streamid: number(18, 'uint16'),
  localid: text(20, 128),
  remoteid: text(148, 128),
  ctlkey: { offset: 276, kind: 'bytes', size: 16 },
  service: text(292, 16),
  timeout: number(308, 'uint32'),
} as const satisfies Readonly<Record<string, Field>>;

/** Name of a field. */
export type FieldName = keyof typeof FIELDS;

type NumberField = Exclude<FieldName, TextField | 'ctlkey'>;
/** A field that holds a text. */
export type TextField = 'message' | 'producer' | 'localid' | 'remoteid' | 'service';

/** Values for fields; what is left out is zero. */
export type FieldValues = Partial<Readonly<Record<NumberField, number>>> &
  Partial<Readonly<Record<TextField, string>>> & { readonly ctlkey?: Uint8Array };

const little = endianness() === 'LE';

/** Longest text that a field holds, in bytes: its last byte is a NUL. */
export function longestText(name: TextField): number {
  return FIELDS[name].size - 1;
}

/**
 * Writes fields into a message.
 * @throws RangeError for a number or a text that its field can't hold.
 */
export function writeFields(message: Buffer, values: FieldValues): void {
  for (const [name, value] of Object.entries(values)) {
    const { offset, kind, size }: Field = FIELDS[name as FieldName];
    if (typeof value === 'number') writeNumber(message, offset, kind, value);
    else {
      const bytes = Buffer.from(value);
      const longest = kind === 'text' ? size - 1 : size;
      if (bytes.length > longest) throw new RangeError(`${name} holds ${longest} bytes, not ${bytes.length}`);
      message.fill(0, offset, offset + size);
      bytes.copy(message, offset);
    }
  }
}

function writeNumber(message: Buffer, offset: number, kind: Field['kind'], value: number): void {
  if (kind === 'uint8') message.writeUInt8(value, offset);
  else if (kind === 'uint16') {
    if (little) message.writeUInt16LE(value, offset);
    else message.writeUInt16BE(value, offset);
  } else if (kind === 'int32') {
    if (little) message.writeInt32LE(value, offset);
    else message.writeInt32BE(value, offset);
  } else if (little) message.writeUInt32LE(value, offset);
  else message.writeUInt32BE(value, offset);
}

/** A message of these fields, everything else zero. */
export function encode(values: FieldValues): Buffer {
  const message = Buffer.alloc(MESSAGE_SIZE);
  writeFields(message, values);
  return message;
}

/** A number that a message holds. */
export function readNumber(message: Buffer, name: NumberField): number {
  const { offset, kind } = FIELDS[name];
  switch (kind) {
    case 'uint8':
      return message.readUInt8(offset);
    case 'uint16':
      return little ? message.readUInt16LE(offset) : message.readUInt16BE(offset);
    case 'int32':
      return little ? message.readInt32LE(offset) : message.readInt32BE(offset);
    default:
      return little ? message.readUInt32LE(offset) : message.readUInt32BE(offset);
  }
}

/** A text that a message holds, up to its NUL; the last byte counts as one. */
export function readText(message: Buffer, name: TextField): string {
  const { offset, size } = FIELDS[name];
  const bytes = message.subarray(offset, offset + size - 1);
  const end = bytes.indexOf(0);
  return bytes.subarray(0, end === -1 ? bytes.length : end).toString();
}

/** The bytes of a field, a copy. */
export function readBytes(message: Buffer, name: FieldName): Buffer {
  const { offset, size } = FIELDS[name];
  return Buffer.from(message.subarray(offset, offset + size));
}

/** What stands behind the header. */
export function payloadOf(message: Buffer): Buffer {
  return message.subarray(HEADER_SIZE);
}

/** A message of a header and what stands behind it, cut or filled with zeros to its size. */
export function withPayload(
  header: { readonly reqid: number; readonly cbid: number; readonly cmd: number },
  payload: Uint8Array,
): Buffer {
  const { reqid, cbid, cmd } = header;
  const message = encode({ reqid, cbid, cmd });
  message.set(payload.subarray(0, MESSAGE_SIZE - HEADER_SIZE), HEADER_SIZE);
  return message;
}
