import type { Readable } from 'node:stream';

/** Bytes of a line from which on it is taken for noise; no message of a worker comes near. */
const LONGEST = 64 * 1024 * 1024;
const NEWLINE = 10;

/**
 * Splits a stream into lines, whatever is written to it: of a line without an end no more is kept than the longest one
 * has bytes.
 * @param onLine Receives each line that ends, without its end.
 * @param onNoise Receives the begin of each line that is too long.
 */
export function readLines(
  stream: Readable,
  onLine: (line: string) => void,
  onNoise: (begin: string) => void,
  longest = LONGEST,
): void {
  let parts: Buffer[] = [];
  let length = 0;
  let isNoise = false;
  const keep = (part: Buffer): void => {
    if (isNoise) return;
    parts.push(part);
    length += part.length;
    if (length <= longest) return;
    isNoise = true;
    onNoise((parts[0] ?? part).toString('utf8'));
    parts = [];
  };
  stream.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      keep(chunk.subarray(start, end));
      if (!isNoise) onLine(Buffer.concat(parts).toString('utf8'));
      parts = [];
      length = 0;
      isNoise = false;
      start = end + 1;
    }
    if (start < chunk.length) keep(chunk.subarray(start));
  });
}
