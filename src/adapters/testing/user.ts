import type { Dependencies } from '../xio/dependencies.js';
import type { CONCRETE_IO_HANDLE } from '../xio/xio.js';
import type { TlsioApi } from '../tlsio/api.js';

export const TICK = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const living = new Set<User>();

/** Destroys the instances that a test has left, so that a failed test holds nothing up. */
export function destroyAll(): void {
  for (const user of living) user.destroy();
}

/** The user of one tlsio instance in a test: calls it, and writes down every callback in order. */
export class User {
  /** `name` or `name(result)` of each callback, in order. */
  readonly events: string[] = [];
  readonly logs: string[] = [];
  readonly chunks: Buffer[] = [];
  /** Runs inside the callbacks, by name, after they are written down. */
  readonly inside = new Map<string, () => void>();
  api!: TlsioApi;
  handle: CONCRETE_IO_HANDLE | null = null;
  private calls = 0;
  /** Callbacks that came outside any call of the adapter. */
  strays = 0;

  /** Dependencies that write the log here. */
  log: Dependencies['log'] = (category, message) => this.logs.push(`${category} ${message}`);

  get received(): Buffer {
    return Buffer.concat(this.chunks);
  }

  during<Result>(call: () => Result): Result {
    this.calls += 1;
    try {
      return call();
    } finally {
      this.calls -= 1;
    }
  }

  open(): number {
    living.add(this);
    return this.during(() =>
      this.api.tlsio_open_async(
        this.handle,
        (context, result) => {
          this.note(`${String(context)}(${result})`);
        },
        'open',
        (context, buffer, size) => {
          this.chunks.push(Buffer.from(buffer.subarray(0, size)));
          this.note(String(context), false);
        },
        'bytes',
        (context) => {
          this.note(String(context));
        },
        'error',
      ),
    );
  }

  close(name = 'close'): number {
    return this.during(() =>
      this.api.tlsio_close_async(
        this.handle,
        (context) => {
          this.note(String(context));
        },
        name,
      ),
    );
  }

  send(bytes: Uint8Array | string, name = 'send'): number {
    const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
    return this.during(() =>
      this.api.tlsio_send_async(
        this.handle,
        buffer,
        buffer.length,
        (context, result) => {
          this.note(`${String(context)}(${result})`);
        },
        name,
      ),
    );
  }

  dowork(): void {
    this.during(() => {
      this.api.tlsio_dowork(this.handle);
    });
  }

  destroy(): void {
    living.delete(this);
    if (this.handle === null) return;
    this.during(() => {
      this.api.tlsio_destroy(this.handle);
    });
  }

  /** Calls dowork once a turn until the condition holds; fails after ten seconds. */
  async until(what: string, condition: () => boolean): Promise<void> {
    const deadline = performance.now() + 10_000;
    while (!condition()) {
      if (performance.now() > deadline) {
        throw new Error(
          `waited for ${what}; events: ${this.events.join(' ')}; logs: ${this.logs.join(' | ')}`,
        );
      }
      this.dowork();
      await TICK();
    }
  }

  /** Calls dowork in a number of turns in which nothing should happen. */
  async turns(count = 20): Promise<void> {
    for (let turn = 0; turn < count; turn += 1) {
      this.dowork();
      await TICK();
    }
  }

  async untilEvent(event: string): Promise<void> {
    await this.until(event, () => this.events.includes(event));
  }

  private note(event: string, listed = true): void {
    if (this.calls === 0) this.strays += 1;
    if (listed) this.events.push(event);
    this.inside.get(event)?.();
  }
}
