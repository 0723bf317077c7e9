import type { TlsioApi } from '../../../../src/adapters/tlsio/api.js';
import type { Dependencies } from '../../../../src/adapters/xio/dependencies.js';
import type { CONCRETE_IO_HANDLE } from '../../../../src/adapters/xio/xio.js';
import type { TlsUnderlying } from '../underlying.js';

/** A tlsio over an underlying IO, and what it told its user. */
export class TlsioClient {
  readonly events: string[] = [];
  readonly logs: string[] = [];
  readonly handle: CONCRETE_IO_HANDLE | null;
  private readonly api: TlsioApi;
  private readonly chunks: Buffer[] = [];
  private ahead = 0;

  constructor(under: TlsUnderlying, create: (dependencies: Dependencies) => TlsioApi) {
    this.api = create({
      log: (category, message) => {
        this.logs.push(`${category} ${message}`);
      },
      allocate: (size) => new Uint8Array(size),
      connect: under.connect,
      now: () => performance.now() + this.ahead,
    });
    this.handle = this.api.tlsio_create(under.config);
    if (this.handle !== null) this.api.tlsio_setoption(this.handle, 'TrustedCerts', under.trustedCerts);
  }

  get received(): Buffer {
    return Buffer.concat(this.chunks);
  }

  /** Lets the adapter's clock run ahead, so that its deadlines pass. */
  advance(milliseconds: number): void {
    this.ahead += milliseconds;
  }

  open(): number {
    return this.api.tlsio_open_async(
      this.handle,
      (_, result) => this.events.push(result),
      null,
      (_, buffer, size) => this.chunks.push(Buffer.from(buffer.subarray(0, size))),
      null,
      () => this.events.push('on_io_error'),
      null,
    );
  }

  send(text: string | Buffer): number {
    const bytes = Buffer.from(text);
    return this.api.tlsio_send_async(
      this.handle,
      bytes,
      bytes.length,
      (_, result) => this.events.push(result),
      null,
    );
  }

  close(): number {
    return this.api.tlsio_close_async(this.handle, () => this.events.push('closed'), null);
  }

  destroy(): void {
    this.api.tlsio_destroy(this.handle);
  }

  readonly pump = (): void => {
    this.api.tlsio_dowork(this.handle);
  };
}
