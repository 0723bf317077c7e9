import { cell, numberIn, rowsWith, type Row } from './tables.js';

const KINDS = ['number', 'signed number', 'text', 'bytes'] as const;

/** A place in a message, as a row of the document's table of fields gives it. */
export interface Field {
  readonly name: string;
  readonly kind: (typeof KINDS)[number];
  /** Bytes from the beginning of the message. */
  readonly offset: number;
  /** Bytes; a text has a NUL among them. */
  readonly size: number;
}

/** Where everything in a message is. */
export interface Layout {
  /** Bytes of a message: as far as the last of its fields reaches. */
  readonly size: number;
  readonly fields: ReadonlyMap<string, Field>;
}

/** The layout of a message by the tables of a document. */
export function layoutOf(tables: readonly (readonly Row[])[]): Layout {
  const fields = rowsWith(tables, ['field', 'kind', 'offset', 'bytes']).map((row): Field => {
    const [name, kind] = [cell(row, 'field'), cell(row, 'kind')];
    const known = KINDS.find((one) => one === kind);
    if (known === undefined)
      throw new Error(`${name} is of the kind ${kind}; expected one of ${KINDS.join(', ')}`);
    return { name, kind: known, offset: numberIn(row, 'offset'), size: numberIn(row, 'bytes') };
  });
  return {
    size: Math.max(...fields.map(({ offset, size }) => offset + size)),
    fields: new Map(fields.map((field) => [field.name, field])),
  };
}
