import { inWords, ObservedCalls, type Telling } from '../../../src/stage/observed_calls.js';
import type { Recorder } from '../../../src/stage/recorder.js';
import type { Libwebsockets } from '../../../src/adapters/wsio/libwebsockets/libwebsockets.js';
import type {
  lws,
  lws_callback_function,
  lws_context,
  lws_context_creation_info,
} from '../../../src/adapters/wsio/libwebsockets/lws.js';
import type { EventRecord, Ground, ToldEvent } from './underlying.js';

/** The context is asked for again and again, and the value of an item: they tell nothing that the call before has not told. */
const UNTOLD: ReadonlySet<string> = new Set(['lws_get_context', 'lws_context_user', 'list_item_get_value']);

function telling(name: string): Telling {
  if (UNTOLD.has(name)) return 'none';
  return name === 'lws_service' ? 'eventful' : 'each';
}

/** As it was when the call was made: what is written from is the library's during the call, which may change it. */
function asGiven(argument: unknown): unknown {
  if (!(argument instanceof Uint8Array)) return argument;
  const { buffer, byteOffset, byteLength } = argument;
  return new Uint8Array(buffer.slice(0), byteOffset, byteLength);
}

/**
 * What lies between an adapter and a library: every call and event is written down, and a scenario can have events told
 * that the library below would not have, or hold them back.
 */
export class Seam {
  /** The library as the adapter gets it. */
  readonly observed: ObservedCalls<Libwebsockets>;
  readonly events: EventRecord[] = [];
  private readonly library: Libwebsockets;
  private readonly toTell: ToldEvent[] = [];
  private callback: lws_callback_function | null = null;
  private wsi: lws | null = null;
  private held = false;
  private heldBack = false;

  constructor(
    private readonly ground: Pick<Ground, 'kind' | 'library' | 'tlsContext'>,
    private readonly recorder: Recorder,
  ) {
    this.library = ground.library;
    const between: Libwebsockets = {
      ...this.library,
      lws_create_context: (info) => this.createContext(info),
      lws_client_connect: (...given) => {
        const wsi = this.library.lws_client_connect(...given);
        this.wsi = wsi ?? this.wsi;
        return wsi;
      },
      lws_service: (context, timeout_ms) => this.service(context, timeout_ms),
    };
    this.observed = new ObservedCalls(between, {
      recorder,
      doubles: ground.kind === 'mock' ? 'stubs' : 'spies',
      telling,
      kept: asGiven,
    });
  }

  tell(event: ToldEvent): void {
    this.toTell.push(event);
  }

  tellNow(event: ToldEvent): void {
    if (this.callback === null || this.wsi === null) throw new Error('no connection was ever started');
    const isCertificates = event.reason === 'LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS';
    const user = event.user === undefined && isCertificates ? this.ground.tlsContext() : (event.user ?? null);
    this.callback(this.wsi, event.reason, user, event.in ?? null, event.len ?? event.in?.length ?? 0);
  }

  /** Asks for a writeable event in the adapter's place. */
  askToWrite(): void {
    if (this.wsi !== null) this.library.lws_callback_on_writable(this.wsi);
  }

  hold(): void {
    this.held = true;
  }

  /** A writeable event that was held back comes with the next service. */
  release(): void {
    this.held = false;
    if (this.heldBack) this.askToWrite();
    this.heldBack = false;
  }

  /** Events that wait for a service. */
  get pending(): number {
    return this.toTell.length;
  }

  private createContext(info: lws_context_creation_info): lws_context | null {
    const protocols = info.protocols.map((protocol) =>
      protocol.callback === null ? protocol : { ...protocol, callback: this.listening(protocol.callback) },
    );
    return this.library.lws_create_context({ ...info, protocols });
  }

  /** Records what the library tells; a writeable event that is held back asks for itself again when it is released. */
  private listening(callback: lws_callback_function): lws_callback_function {
    const listener: lws_callback_function = (wsi, reason, user, bytes, len) => {
      if (reason === 'LWS_CALLBACK_CLIENT_WRITEABLE' && this.held) {
        this.heldBack = true;
        return 0;
      }
      this.events.push({ reason, user, sequence: this.recorder.observer.mark() });
      this.recorder.callback(reason, inWords(bytes, len));
      return callback(wsi, reason, user, bytes, len);
    };
    this.callback = listener;
    return listener;
  }

  private service(context: lws_context, timeout_ms: number): number {
    const result = this.library.lws_service(context, timeout_ms);
    for (let event = this.toTell.shift(); event !== undefined; event = this.toTell.shift()) {
      this.tellNow(event);
    }
    return result;
  }
}
