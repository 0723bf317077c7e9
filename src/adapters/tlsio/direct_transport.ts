import type { Dependencies } from '../xio/dependencies.js';
import { NotedStream, describe } from '../xio/noted_stream.js';
import { _FAILURE_ } from '../xio/xio.js';
import { TlsEngine } from './tls_engine.js';
import type { CloseProgress, Connection, TlsSettings, Transport } from './transport.js';

/**
 * TLS on a TCP connection of its own. TLS starts when the adapter is called for the first time after the connection
 * stands. From then on node:tls works on the socket itself, which is what makes it fast: handshake and cipher text go
 * out as the socket takes them, while all that the user can observe waits for a call of the adapter.
 */
class DirectConnection implements Connection {
  private readonly tcp: NotedStream;
  private engine: TlsEngine | null = null;
  private refusal: string | null = null;

  constructor(
    stream: NotedStream['stream'],
    private readonly settings: TlsSettings,
  ) {
    this.tcp = new NotedStream(stream);
  }

  get secured(): boolean {
    return this.engine?.secured ?? false;
  }

  get loss(): string | null {
    return this.engine === null ? (this.refusal ?? this.tcp.failure) : this.engine.loss;
  }

  get writable(): boolean {
    return this.engine?.writable ?? false;
  }

  pump(): void {
    if (this.engine !== null || this.refusal !== null || !this.tcp.connected) return;
    try {
      this.engine = new TlsEngine(this.tcp.stream, this.settings);
    } catch (error) {
      this.refusal = describe(error);
    }
  }

  flush(): void {
    // The socket takes what it can by itself.
  }

  receive(): Uint8Array | null {
    return this.engine?.receive() ?? null;
  }

  write(bytes: Uint8Array, onTaken: () => void): void {
    this.engine?.write(bytes, onTaken);
  }

  shutDown(): CloseProgress {
    return { failure: 'a direct connection closes at once' };
  }

  abort(): void {
    // The close_notify is in the socket's hands before the socket is closed, unless sends are on their way.
    this.engine?.end();
    this.engine?.discard();
    this.tcp.discard();
  }
}

/** The direct design: a TCP connection that `dependencies.connect` gives. It has no options but those of TLS. */
export class DirectTransport implements Transport {
  readonly asynchronousClose = false;

  constructor(private readonly dependencies: Dependencies) {}

  connect(settings: TlsSettings): Connection | null {
    const stream = this.dependencies.connect({ host: settings.hostname, port: settings.port });
    return stream === null ? null : new DirectConnection(stream, settings);
  }

  setoption(): number {
    return _FAILURE_;
  }

  retrieveoptions(): null {
    return null;
  }

  destroy(): void {
    // The connection is gone by then, and it was all there is.
  }
}
