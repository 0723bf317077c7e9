import type { lws_callback_function, lws_callback_reasons, lws_write_protocol } from '../lws.js';
import { TlsContext } from './portable_openssl.js';
import { WebSocketLine } from './websocket_line.js';
import type { Target } from './websocket_line.js';

/** Messages that are asked for in one service, so that it comes to an end when each write asks for the next. */
const WRITES_A_SERVICE = 512;

/** `struct lws`: a connection as libwebsockets shows it. Its callback comes inside `service` only. */
export class Connection {
  private line: WebSocketLine | null = null;
  private wantsToWrite = false;
  private isWriteable = false;
  private isGone = false;
  /** Messages that were taken. */
  sent = 0;

  private constructor(
    /** `struct lws_context`. */
    readonly context: object,
    private readonly target: Target,
    private readonly callback: lws_callback_function,
  ) {}

  /** Starts to connect; with TLS the first service does, because certificates are asked for before. Null when it can't. */
  static start(context: object, target: Target, callback: lws_callback_function): Connection | null {
    const connection = new Connection(context, target, callback);
    if (target.secure) return connection;
    try {
      connection.line = new WebSocketLine(target, []);
      return connection;
    } catch {
      return null;
    }
  }

  /** True when a connection is being made, which goes on by itself. */
  get connecting(): boolean {
    return this.line?.connecting === true;
  }

  /** True when a service would find something to do. */
  get hasWork(): boolean {
    if (this.isGone) return false;
    return this.line === null || this.line.hasNotices || (this.wantsToWrite && this.line.writable);
  }

  /** True while it stands, as far as it knows. */
  get standing(): boolean {
    return !this.isGone && this.line?.standing === true;
  }

  /** Messages that came, told or not. */
  get noted(): number {
    return this.line?.messages ?? 0;
  }

  askToWrite(): boolean {
    if (this.isGone || this.line?.open !== true) return false;
    this.wantsToWrite = true;
    return true;
  }

  /** Takes all bytes or, when it is not the time for it, none: -1. */
  write(bytes: Uint8Array, length: number, protocol: lws_write_protocol): number {
    if (this.isGone || this.line?.open !== true || !this.isWriteable) return -1;
    this.isWriteable = false;
    this.sent += 1;
    this.line.send(bytes.subarray(0, length), protocol === 'LWS_WRITE_BINARY');
    return length;
  }

  /** Tells everything that was noted, and lets write. */
  service(): void {
    if (this.line === null && !this.isGone) this.startSecurely();
    for (let notice = this.takeNotice(); notice !== null; notice = this.takeNotice()) {
      if (notice.kind === 'received') this.tell('LWS_CALLBACK_CLIENT_RECEIVE', null, notice.bytes);
      else if (notice.kind === 'established') this.tell('LWS_CALLBACK_CLIENT_ESTABLISHED', null, null);
      else this.end(notice.kind === 'failed' ? notice.reason : null);
    }
    if (this.mayWrite()) {
      this.line?.together(() => {
        this.letWrite();
      });
    }
  }

  /** Nothing of it is left, and nothing is told any more. */
  discard(): void {
    this.isGone = true;
    this.line?.discard();
  }

  private letWrite(): void {
    for (let count = 0; count < WRITES_A_SERVICE && this.mayWrite(); count += 1) {
      this.wantsToWrite = false;
      this.isWriteable = true;
      this.tell('LWS_CALLBACK_CLIENT_WRITEABLE', null, null);
      this.isWriteable = false;
    }
  }

  private takeNotice(): ReturnType<WebSocketLine['take']> {
    return this.isGone ? null : (this.line?.take() ?? null);
  }

  private mayWrite(): boolean {
    return !this.isGone && this.wantsToWrite && this.line?.writable === true;
  }

  private startSecurely(): void {
    const tls = new TlsContext();
    this.tell('LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS', tls, null);
    if (this.isGone) return;
    try {
      this.line = new WebSocketLine(this.target, tls.store.certificates);
    } catch (error) {
      this.end(error instanceof Error ? error.message : String(error));
    }
  }

  /** Tells that the connection is gone: why it never stood, or with null that it did. */
  private end(reason: string | null): void {
    if (reason === null) this.tell('LWS_CALLBACK_CLOSED', null, null);
    else this.tell('LWS_CALLBACK_CLIENT_CONNECTION_ERROR', null, new TextEncoder().encode(reason));
    this.discard();
  }

  private tell(reason: lws_callback_reasons, user: object | null, bytes: Uint8Array | null): void {
    if (this.callback(this, reason, user, bytes, bytes?.length ?? 0) !== 0) this.discard();
  }
}
