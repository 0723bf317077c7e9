import type { Libwebsockets } from './libwebsockets/libwebsockets.js';
import type { LIST_HANDLE } from './libwebsockets/list.js';
import type { lws, lws_context } from './libwebsockets/lws.js';
import type { Dependencies } from '../xio/dependencies.js';
import type { TextCopy } from '../xio/text_copy.js';
import { _FAILURE_ } from '../xio/xio.js';
import type {
  IO_OPEN_RESULT,
  ON_BYTES_RECEIVED,
  ON_IO_CLOSE_COMPLETE,
  ON_IO_ERROR,
  ON_IO_OPEN_COMPLETE,
} from '../xio/xio.js';

/** What an instance takes from its surroundings. */
export type Surroundings = Pick<Dependencies, 'log' | 'allocate' | 'release'> & {
  readonly libwebsockets: Libwebsockets;
};

/** The configuration, in memory of the instance's own (SRS_WSIO_01_006). */
export interface Settings {
  readonly host: TextCopy;
  readonly port: number;
  readonly protocol_name: TextCopy;
  readonly relative_path: TextCopy;
  readonly use_ssl: boolean;
  readonly trusted_ca: TextCopy | null;
}

/** The callbacks of an open; any can be null. */
export interface OpenCallbacks {
  readonly on_io_open_complete: ON_IO_OPEN_COMPLETE | null;
  readonly on_io_open_complete_context: unknown;
  readonly on_bytes_received: ON_BYTES_RECEIVED | null;
  readonly on_bytes_received_context: unknown;
  readonly on_io_error: ON_IO_ERROR | null;
  readonly on_io_error_context: unknown;
}

/** A close that was accepted and is not completed. */
export interface PendingClose {
  readonly on_io_close_complete: ON_IO_CLOSE_COMPLETE | null;
  readonly callback_context: unknown;
}

/** One open of an instance, and the user context that libwebsockets passes to its callbacks (SRS_WSIO_01_096). */
export class Session {
  context: lws_context | null = null;
  wsi: lws | null = null;
  /** What libwebsockets has told before `wsio_open` could know how it ends; null once it knows. */
  early: (() => void)[] | null = [];
  openPending = true;
  servicing = false;

  constructor(
    readonly instance: Instance,
    readonly callbacks: OpenCallbacks,
  ) {}

  /** False once the session was closed: what libwebsockets still says of it is nobody's business. */
  get current(): boolean {
    return this.instance.session === this;
  }
}

/** `error`: `on_io_error` was called, and only a close leads out of it. */
export type State = 'closed' | 'opening' | 'open' | 'closing' | 'error';

/**
 * What a wsio consists of. Whoever makes a callback looks again at `state` and at `Session.current` afterwards, because
 * the user may have called any function from inside it.
 */
export class Instance {
  state: State = 'closed';
  session: Session | null = null;
  pendingClose: PendingClose | null = null;

  constructor(
    readonly surroundings: Surroundings,
    readonly settings: Settings,
    /** The pending sends, `Message`s: SRS_WSIO_01_098. */
    readonly list: LIST_HANDLE,
  ) {}

  fail(message: string): number {
    this.surroundings.log('AZ_LOG_ERROR', message);
    return _FAILURE_;
  }
}

/** Tells the user how the open ended, once: SRS_WSIO_01_036, 01_037, 01_039 and 01_040. */
export function completeOpen(session: Session, result: IO_OPEN_RESULT): void {
  if (!session.openPending) return;
  session.openPending = false;
  const { on_io_open_complete, on_io_open_complete_context } = session.callbacks;
  on_io_open_complete?.(on_io_open_complete_context, result);
}
