import { readSync } from 'node:fs';
import { isFull, pauseBriefly } from './channel.js';
import type { WorkerRequest } from './protocol.js';

/** Bytes that are read at a time. */
const BLOCK = 1 << 16;

/**
 * What the supervisor asks for, in turn, until it asks for nothing more. Waiting for the next one blocks: while a worker has no
 * task, nothing that an adapter has left behind goes on in it.
 */
export function* requests(): Generator<WorkerRequest> {
  let parts: Buffer[] = [];
  for (;;) {
    const bytes = nextBytes();
    if (bytes.length === 0) return;
    let start = 0;
    for (let end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', start)) {
      const line = Buffer.concat([...parts, bytes.subarray(start, end)]).toString('utf8');
      parts = [];
      start = end + 1;
      yield JSON.parse(line) as WorkerRequest;
    }
    parts.push(bytes.subarray(start));
  }
}

/** Bytes of standard input; none at its end. Read from the descriptor itself, which whoever uses `process.stdin` makes non-blocking. */
function nextBytes(): Buffer {
  const block = Buffer.alloc(BLOCK);
  for (;;) {
    try {
      return block.subarray(0, readSync(0, block, 0, BLOCK, null));
    } catch (error) {
      if (!isFull(error)) throw error;
      pauseBriefly();
    }
  }
}
