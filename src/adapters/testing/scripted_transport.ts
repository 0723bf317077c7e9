import type { MakeTransport } from '../tlsio/create.js';
import type { CloseProgress, Connection, Transport } from '../tlsio/transport.js';

/** A connection whose every answer a test decides; it writes down what the state machine asks of it. */
export class ScriptedConnection implements Connection {
  secured = false;
  failure: string | null = null;
  readonly incoming: Uint8Array[] = [];
  window = 0;
  readonly written: { bytes: Uint8Array; onTaken: () => void }[] = [];
  progress: CloseProgress = 'pending';
  readonly asked = { pump: 0, flush: 0, shutDown: 0, abort: 0 };
  onFlush: (() => void) | null = null;

  get loss(): string | null {
    return this.incoming.length > 0 ? null : this.failure;
  }

  get writable(): boolean {
    return this.written.length < this.window;
  }

  get writtenBytes(): Buffer {
    return Buffer.concat(this.written.map(({ bytes }) => bytes));
  }

  pump(): void {
    this.asked.pump += 1;
  }

  flush(): void {
    this.asked.flush += 1;
    this.onFlush?.();
  }

  receive(): Uint8Array | null {
    return this.incoming.shift() ?? null;
  }

  write(bytes: Uint8Array, onTaken: () => void): void {
    this.written.push({ bytes, onTaken });
  }

  shutDown(): CloseProgress {
    this.asked.shutDown += 1;
    return this.progress;
  }

  abort(): void {
    this.asked.abort += 1;
  }
}

/** A transport for the state machine's own tests: no TLS, no network, every step on command. */
export class ScriptedTransport implements Transport {
  readonly connections: ScriptedConnection[] = [];
  refuses = false;
  destroyed = 0;

  constructor(readonly asynchronousClose: boolean) {}

  /** Gives this transport to `create_tlsio`. */
  readonly make: MakeTransport = () => this;

  get newest(): ScriptedConnection {
    const connection = this.connections.at(-1);
    if (connection === undefined) throw new Error('nothing was opened');
    return connection;
  }

  connect(): Connection | null {
    if (this.refuses) return null;
    const connection = new ScriptedConnection();
    this.connections.push(connection);
    return connection;
  }

  setoption(): number {
    return 1;
  }

  retrieveoptions(): null {
    return null;
  }

  destroy(): void {
    this.destroyed += 1;
  }
}
