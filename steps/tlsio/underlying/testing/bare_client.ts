import { Duplex } from 'node:stream';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import type { CONCRETE_IO_HANDLE, IO_INTERFACE_DESCRIPTION } from '../../../../src/adapters/xio/xio.js';
import { IO_OPEN_OK, IO_SEND_OK } from '../../../../src/stage/xio.js';
import type { TlsUnderlying } from '../underlying.js';

type Callback = (error?: Error | null) => void;

/** A stream over the xio of a chained underlying IO, with no more than node:tls needs. */
export class XioStream extends Duplex {
  readonly io: IO_INTERFACE_DESCRIPTION;
  readonly handle: CONCRETE_IO_HANDLE | null;
  openResult: number | null = null;
  sendCompletions = 0;
  receivedSizes: number[] = [];
  errors = 0;
  private opened = false;
  private waiting: (() => void) | null = null;

  constructor(under: TlsUnderlying) {
    super();
    const { underlying_io_interface: io, underlying_io_parameters: parameters } = under.config;
    if (io === null) throw new Error('not a chained design');
    this.io = io;
    this.handle = io.concrete_io_create(parameters);
    if (this.handle === null) {
      this.destroy(new Error('create gave NULL'));
      return;
    }
    this.openResult = io.concrete_io_open(
      this.handle,
      (_, result) => {
        if (result !== IO_OPEN_OK) {
          this.destroy(new Error(result));
          return;
        }
        this.opened = true;
        this.waiting?.();
        this.waiting = null;
      },
      null,
      (_, buffer, size) => {
        this.receivedSizes.push(size);
        this.push(Buffer.from(buffer.subarray(0, size)));
      },
      null,
      () => {
        this.errors += 1;
        this.push(null);
      },
      null,
    );
    if (this.openResult !== 0) this.destroy(new Error('open failed'));
  }

  dowork(): void {
    this.io.concrete_io_dowork(this.handle);
  }

  override _read(): void {
    // Bytes come when the xio has some.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: Callback): void {
    const send = (): void => {
      const result = this.io.concrete_io_send(
        this.handle,
        chunk,
        chunk.length,
        (_, sent) => {
          this.sendCompletions += 1;
          callback(sent === IO_SEND_OK ? null : new Error(sent));
        },
        null,
      );
      if (result !== 0) callback(new Error('send failed'));
    };
    if (this.opened) send();
    else this.waiting = send;
  }

  override _destroy(error: Error | null, callback: Callback): void {
    if (this.handle !== null) {
      if (this.openResult === 0) this.io.concrete_io_close(this.handle, () => undefined, null);
      this.io.concrete_io_destroy(this.handle);
    }
    callback(error);
  }
}

/** A plain node:tls client over an underlying IO: shows what any adapter built on it would see. */
export class BareClient {
  readonly tls: TLSSocket;
  readonly stream: Duplex;
  secure = false;
  ended = false;
  closed = false;
  error: Error | null = null;
  private readonly chunks: Buffer[] = [];

  constructor(under: TlsUnderlying, options: ConnectionOptions = {}) {
    const stream =
      under.design === 'chained'
        ? new XioStream(under)
        : under.connect({ host: under.config.hostname ?? '', port: under.config.port });
    if (stream === null) throw new Error('connect gave NULL');
    this.stream = stream;
    this.stream.on('error', (error) => {
      this.error ??= error;
    });
    const { hostname } = under.config;
    this.tls = connect({
      socket: this.stream,
      ca: under.trustedCerts,
      ...(hostname === null ? {} : { servername: hostname, host: hostname }),
      ...options,
    });
    this.tls.on('secureConnect', () => {
      this.secure = true;
    });
    this.tls.on('data', (chunk: Buffer) => {
      this.chunks.push(chunk);
    });
    this.tls.on('end', () => {
      this.ended = true;
    });
    this.tls.on('error', (error) => {
      this.error ??= error;
    });
    this.tls.on('close', () => {
      this.closed = true;
    });
  }

  get received(): Buffer {
    return Buffer.concat(this.chunks);
  }

  readonly pump = (): void => {
    if (this.stream instanceof XioStream && !this.stream.destroyed) this.stream.dowork();
  };

  destroy(): void {
    this.tls.destroy();
    this.stream.destroy();
  }
}
