/**
 * The same value with every control character of its texts (line breaks and tabs aside) replaced: what an adapter logs
 * must not steer the terminal of its reader.
 */
export function printable<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'string' ? part.replace(/(?![\n\t])\p{Cc}/gu, '\ufffd') : part,
  ) as T;
}
