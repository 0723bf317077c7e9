import { IO_OPEN_OK, IO_SEND_OK } from '../xio/xio.js';
import type { CONCRETE_IO_HANDLE, IO_INTERFACE_DESCRIPTION, OPTIONHANDLER_HANDLE } from '../xio/xio.js';

/** What one open of the owned xio tells; each is called during a call into that xio. */
export interface XioListener {
  /** The bytes are the xio's own again when this returns. */
  onBytes(bytes: Uint8Array): void;
  onFailure(reason: string): void;
}

/**
 * The owned xio resource of a chained tlsio (SRS_TLSIO_30_018). It is not trusted: what it tells twice, late, or
 * after a close has no effect.
 */
export class OwnedXio {
  /** `unclosed`: it refused to close, and has to be asked again before it can be opened. */
  private status: 'closed' | 'opening' | 'open' | 'closing' | 'unclosed' = 'closed';
  /** The open that may tell something; any other is over. */
  private listener: XioListener | null = null;

  private constructor(
    private readonly io: IO_INTERFACE_DESCRIPTION,
    private readonly handle: CONCRETE_IO_HANDLE,
  ) {}

  /** Creates the xio; null when it cannot be created. Serves SRS_TLSIO_30_018 and SRS_TLSIO_30_019. */
  static create(io: IO_INTERFACE_DESCRIPTION, parameters: unknown): OwnedXio | null {
    const handle = io.concrete_io_create(parameters);
    return handle === null ? null : new OwnedXio(io, handle);
  }

  get opened(): boolean {
    return this.status === 'open';
  }

  get closing(): boolean {
    return this.status === 'closing';
  }

  /** Opens it; false when it refuses. */
  open(listener: XioListener): boolean {
    if (this.status === 'unclosed' && !this.close()) return false;
    this.listener = listener;
    this.status = 'opening';
    const isCurrent = (): boolean => this.listener === listener;
    const result = this.io.concrete_io_open(
      this.handle,
      (_context, open_result) => {
        if (!isCurrent() || this.status !== 'opening') return;
        this.status = open_result === IO_OPEN_OK ? 'open' : 'closed';
        if (!this.opened) listener.onFailure(`opening the underlying IO ended with ${open_result}`);
      },
      null,
      (_context, buffer, size) => {
        if (isCurrent() && this.opened && size > 0) listener.onBytes(buffer.subarray(0, size));
      },
      null,
      () => {
        if (isCurrent()) listener.onFailure('the underlying IO reported an error');
      },
      null,
    );
    if (result === 0) return true;
    this.listener = null;
    this.status = 'closed';
    return false;
  }

  /** Sends bytes; false when it refuses, and then `done` should not be called. */
  send(bytes: Uint8Array, done: (sent: boolean) => void): boolean {
    const result = this.io.concrete_io_send(
      this.handle,
      bytes,
      bytes.length,
      (_context, send_result) => {
        done(send_result === IO_SEND_OK);
      },
      null,
    );
    return result === 0;
  }

  dowork(): void {
    this.io.concrete_io_dowork(this.handle);
  }

  /** Starts to close what is open or opening; false when it refuses. From here on this open tells nothing. */
  close(): boolean {
    this.listener = null;
    if (this.status === 'closed') return true;
    this.status = 'closing';
    const result = this.io.concrete_io_close(
      this.handle,
      () => {
        if (this.closing) this.status = 'closed';
      },
      null,
    );
    if (result !== 0) this.status = 'unclosed';
    return result === 0;
  }

  /** Closes at once: an xio that is already closing, or refuses to, is asked once more. */
  forceClose(): void {
    if (!this.close() || this.closing) this.close();
  }

  setoption(optionName: string, value: unknown): number {
    return this.io.concrete_io_setoption(this.handle, optionName, value);
  }

  /** Feeds options that were retrieved from another xio of this kind. */
  feedOptions(options: OPTIONHANDLER_HANDLE): number {
    return options.OptionHandler_FeedOptions(this.handle);
  }

  retrieveoptions(): OPTIONHANDLER_HANDLE | null {
    return this.io.concrete_io_retrieveoptions(this.handle);
  }

  destroy(): void {
    this.listener = null;
    this.io.concrete_io_destroy(this.handle);
  }
}
