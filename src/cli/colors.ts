import type { WriteStream } from 'node:tty';

/** A stream as the terminal's own class types it; on a pipe or a file none of it exists. */
type Output = Partial<Pick<WriteStream, 'isTTY' | 'hasColors'>>;

/**
 * Whether to write colours there: on a terminal that has them, never into a pipe or a file, CI's included.
 * `hasColors` heeds NO_COLOR, FORCE_COLOR and TERM.
 */
export function isColorful(stream: Output): boolean {
  return stream.isTTY === true && stream.hasColors?.() === true;
}
