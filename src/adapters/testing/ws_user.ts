import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import type { CONCRETE_IO_HANDLE } from '../xio/xio.js';
import type { WSIO_CONFIG, WsioApi } from '../wsio/api.js';

/** Milliseconds for something that must come. */
const DEADLINE = 20_000;

/** The user of one wsio in a test: calls it, and writes down every callback in order. */
export class WsUser {
  readonly events: string[] = [];
  readonly chunks: Buffer[] = [];
  readonly inside = new Map<string, () => void>();
  handle: CONCRETE_IO_HANDLE | null;

  constructor(
    readonly api: WsioApi,
    config: WSIO_CONFIG,
  ) {
    this.handle = api.wsio_create(config, null);
    assert.notEqual(this.handle, null);
  }

  open(): number {
    return this.api.wsio_open(
      this.handle,
      (_context, result) => {
        this.note(result);
      },
      (_context, bytes, size) => {
        this.chunks.push(Buffer.from(bytes.subarray(0, size)));
        this.note('bytes');
      },
      () => {
        this.note('error');
      },
      'context',
    );
  }

  send(bytes: Uint8Array, name = ''): number {
    const told = (_context: unknown, result: string): void => {
      this.note(`${name}${result}`);
    };
    return this.api.wsio_send(this.handle, bytes, bytes.length, told, null);
  }

  close(): number {
    return this.api.wsio_close(
      this.handle,
      () => {
        this.note('closed');
      },
      null,
    );
  }

  dowork(): void {
    this.api.wsio_dowork(this.handle);
  }

  destroy(): void {
    this.api.wsio_destroy(this.handle);
    this.handle = null;
  }

  async until(event: string, count = 1): Promise<void> {
    const end = performance.now() + DEADLINE;
    while (this.events.filter((one) => one === event).length < count) {
      assert.ok(performance.now() < end, `${event} does not come, only ${this.events.join(', ')}`);
      this.dowork();
      await turn();
    }
  }

  private note(event: string): void {
    this.events.push(event);
    const act = this.inside.get(event);
    this.inside.delete(event);
    act?.();
  }
}
