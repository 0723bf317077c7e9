import type { lws_callback_reasons } from '../lws.js';
import type { Address } from './lws_calls.js';

/** What a connection knows of its context: once that is over, no call about it is allowed. */
interface Living {
  readonly isOver: boolean;
}

/** `struct lws`: a connection, by the address that the library has for it as long as it lives. */
export class NativeConnection {
  private stage: 'connecting' | 'standing' | 'gone' = 'connecting';
  private isWriteable = false;
  private wantsToWrite = false;
  /** Messages that the library took, and messages that came whole. */
  sent = 0;
  noted = 0;

  constructor(
    readonly context: Living,
    private readonly address: Address,
  ) {}

  /** Its address while calls about it are allowed; null when it is gone. */
  get living(): Address | null {
    return this.stage === 'gone' || this.context.isOver ? null : this.address;
  }

  /** Its address while one `lws_write` is allowed. */
  get writeable(): Address | null {
    return this.isWriteable ? this.living : null;
  }

  get connecting(): boolean {
    return this.stage === 'connecting' && this.living !== null;
  }

  get standing(): boolean {
    return this.stage === 'standing' && this.living !== null;
  }

  /** True when a service would find something to do. */
  get hasWork(): boolean {
    return this.wantsToWrite && this.standing;
  }

  /** Notes what the library is about to tell, and what is true while it does. */
  telling<T>(reason: lws_callback_reasons, tell: () => T): T {
    if (reason === 'LWS_CALLBACK_CLIENT_ESTABLISHED') this.stage = 'standing';
    if (reason === 'LWS_CALLBACK_CLIENT_CONNECTION_ERROR' || reason === 'LWS_CALLBACK_CLOSED') this.leave();
    this.isWriteable = reason === 'LWS_CALLBACK_CLIENT_WRITEABLE';
    if (this.isWriteable) this.wantsToWrite = false;
    try {
      return tell();
    } finally {
      this.isWriteable = false;
    }
  }

  /** A writeable event was asked for. */
  asked(): void {
    this.wantsToWrite = true;
  }

  /** The one write of a writeable event was made. */
  wrote(isTaken: boolean): void {
    this.isWriteable = false;
    if (isTaken) this.sent += 1;
  }

  leave(): void {
    this.stage = 'gone';
  }
}
