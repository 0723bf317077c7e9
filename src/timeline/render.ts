import { inspect } from 'node:util';

/** A context value that nothing else equals; its label shows which one it is. */
export class ContextToken {
  constructor(readonly label: string) {}
}

const LONGEST_BYTES_SHOWN = 16;

/** Renders an argument or result for the reader of a timeline: short, on one line, without what varies from run to run. */
export function render(value: unknown): string {
  if (value === null) return 'NULL';
  if (value === undefined) return '';
  if (typeof value === 'string')
    return value.length > 60 ? `"${value.slice(0, 57).replace(/\s+/g, ' ')}…"` : `"${value}"`;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  if (typeof value === 'function') return value.name === '' ? 'function' : value.name;
  if (value instanceof ContextToken) return value.label;
  if (value instanceof Uint8Array) return renderBytes(value);
  const text = inspect(value, { depth: 0, breakLength: Infinity, maxStringLength: 40 }).replace(/\s+/g, ' ');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function renderBytes(bytes: Uint8Array): string {
  const shown = Buffer.from(bytes.subarray(0, LONGEST_BYTES_SHOWN)).toString('hex');
  return `${bytes.length} byte${bytes.length === 1 ? '' : 's'} ${shown}${bytes.length > LONGEST_BYTES_SHOWN ? '…' : ''}`;
}

/** Renders named arguments: `size=5, on_send_complete=NULL`. */
export function renderNamed(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${render(value)}`)
    .join(', ');
}
