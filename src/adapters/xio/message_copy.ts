import type { Dependencies } from './dependencies.js';

/** The one copy of a message that is made, so that the caller may do with its buffer what it likes. */
export type MessageCopy = { readonly bytes: Uint8Array } | { readonly reason: string };

/** Copies the first `size` bytes of `buffer` into memory of its own, or says why it cannot. */
export function copyMessage(
  dependencies: Pick<Dependencies, 'allocate'>,
  buffer: Uint8Array,
  size: number,
): MessageCopy {
  if (!Number.isInteger(size) || size < 0 || size > buffer.length) {
    return { reason: `size ${size} does not fit the buffer of ${buffer.length} bytes` };
  }
  const bytes = dependencies.allocate(size);
  if (bytes === null) return { reason: `no memory for ${size} bytes` };
  bytes.set(buffer.subarray(0, size));
  return { bytes };
}
