import { Duplex } from 'node:stream';
import type { LineEnd } from './line.js';

type Callback = (error?: Error | null) => void;

/** An end of a line as a stream, as node:tls takes it for a socket. */
export class LineDuplex extends Duplex {
  constructor(
    protected readonly line: LineEnd,
    options: { readonly allowHalfOpen: boolean; readonly autoDestroy?: boolean },
  ) {
    super(options);
  }

  /** Begins to hear the line. */
  protected listen(): void {
    this.line.attach({
      received: (bytes) => {
        this.arrive(bytes);
      },
      finished: () => {
        this.arriveEnd();
      },
      failed: (error) => {
        this.fail(error);
      },
    });
  }

  /** The line broke. */
  protected fail(error: Error): void {
    this.destroy(error);
  }

  protected arrive(bytes: Buffer): void {
    if (!this.push(bytes)) this.line.pause();
  }

  protected arriveEnd(): void {
    this.push(null);
  }

  override _read(): void {
    this.line.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: Callback): void {
    this.line.write(chunk, callback);
  }

  override _final(callback: Callback): void {
    this.line.finish();
    callback();
  }

  override _destroy(error: Error | null, callback: Callback): void {
    this.line.destroy();
    callback(error);
  }
}
