/** Arguments or a result in one line; what is opaque is not looked into. */
export function told(...values: readonly unknown[]): string {
  return values.map(one).join(', ');
}

function one(value: unknown): string {
  if (value === null) return 'NULL';
  if (value === undefined) return '';
  if (value instanceof Uint8Array) return `${value.length} byte${value.length === 1 ? '' : 's'}`;
  if (typeof value === 'string')
    return value.length > 40 ? `${value.slice(0, 39).replace(/\s+/g, ' ')}…` : value;
  return typeof value === 'number' ? String(value) : '…';
}
