import { writeSync } from 'node:fs';
import { MESSAGE_DESCRIPTOR, type WorkerMessage } from './protocol.js';

const idle = new Int32Array(new SharedArrayBuffer(4));

/**
 * Writes a message to the supervisor before it returns, so that the last line is there even when the next statement
 * kills the process or never ends.
 */
export function send(message: WorkerMessage): void {
  const bytes = Buffer.from(`${JSON.stringify(message)}\n`);
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(MESSAGE_DESCRIPTOR, bytes, written);
    } catch (error) {
      if (!isFull(error)) throw error;
      // The supervisor is behind.
      pauseBriefly();
    }
  }
}

/** Waits a millisecond without letting anything else of this process run. */
export function pauseBriefly(): void {
  Atomics.wait(idle, 0, 0, 1);
}

/** Whether a descriptor could not take or give anything just now. */
export function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAGAIN';
}
