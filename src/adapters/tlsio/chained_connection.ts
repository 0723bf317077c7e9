import { describe } from '../xio/noted_stream.js';
import { CipherPipe } from './cipher_pipe.js';
import type { OwnedXio, XioListener } from './owned_xio.js';
import { TlsEngine } from './tls_engine.js';
import type { CloseProgress, Connection, TlsSettings } from './transport.js';

/** TLS over an owned xio. All that goes below goes during a call of the adapter, cipher text included. */
export class ChainedConnection implements Connection, XioListener {
  private readonly pipe = new CipherPipe();
  private engine: TlsEngine | null = null;
  private begun = false;
  private broken: string | null = null;
  /** How far a graceful close has come. */
  private closing: 'not yet' | 'notified' | 'below' = 'not yet';

  constructor(
    private readonly xio: OwnedXio,
    private readonly settings: TlsSettings,
  ) {}

  get secured(): boolean {
    return this.engine?.secured ?? false;
  }

  get loss(): string | null {
    const failure = this.broken ?? this.pipe.failure;
    if (this.engine === null) return failure;
    const drained = this.pipe.backlog === 0 && this.engine.drained;
    return this.engine.loss ?? (drained ? failure : null);
  }

  get writable(): boolean {
    return this.broken === null && this.pipe.failure === null && (this.engine?.writable ?? false);
  }

  /** Opens the xio; false when it refuses. */
  openBelow(): boolean {
    this.begun = true;
    return this.xio.open(this);
  }

  onBytes(bytes: Uint8Array): void {
    this.pipe.feed(bytes);
  }

  onFailure(reason: string): void {
    this.broken ??= reason;
  }

  pump(): void {
    if (this.broken !== null) return;
    // What TLS has not read yet goes first; the xio has to wait as long, so that little piles up here.
    if (this.pipe.backlog === 0 || this.engine === null || this.closing === 'below') this.xio.dowork();
    if (!this.begun) this.openWhenClosed();
    else if (this.xio.opened && this.engine === null) this.startTls();
  }

  flush(): void {
    if (this.broken === null) this.pipe.flush((bytes, done) => this.xio.send(bytes, done));
  }

  receive(): Uint8Array | null {
    return this.engine?.receive() ?? null;
  }

  write(bytes: Uint8Array, onTaken: () => void): void {
    this.engine?.write(bytes, onTaken);
  }

  shutDown(): CloseProgress {
    const { engine } = this;
    if (this.closing === 'below') return this.xio.closing ? 'pending' : 'graceful';
    if (engine === null) return { failure: 'TLS was not started' };
    if (this.closing === 'not yet' && engine.idle) {
      engine.end();
      this.closing = 'notified';
    }
    if (this.closing === 'notified' && engine.ended && this.pipe.idle) return this.closeBelow(engine);
    const failure = this.broken ?? this.pipe.failure ?? engine.failure;
    return failure === null ? 'pending' : { failure };
  }

  abort(): void {
    this.engine?.end();
    this.flush();
    this.engine?.discard();
    this.pipe.discard();
    this.xio.forceClose();
  }

  private openWhenClosed(): void {
    if (!this.xio.closing && !this.openBelow()) this.broken = 'the underlying IO refused to open';
  }

  private startTls(): void {
    try {
      this.engine = new TlsEngine(this.pipe.stream, this.settings);
    } catch (error) {
      this.broken = describe(error);
    }
  }

  private closeBelow(engine: TlsEngine): CloseProgress {
    this.closing = 'below';
    engine.discard();
    this.pipe.discard();
    if (!this.xio.close()) return { failure: 'the underlying IO refused to close' };
    return this.xio.closing ? 'pending' : 'graceful';
  }
}
