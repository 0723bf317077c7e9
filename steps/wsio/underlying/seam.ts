import { spyOf, stubOf } from '../../../src/stage/doubles.js';
import type { Recorder } from '../../../src/stage/recorder.js';
import type { Libwebsockets } from '../../../src/adapters/wsio/libwebsockets/libwebsockets.js';
import type {
  lws,
  lws_callback_function,
  lws_context,
  lws_context_creation_info,
} from '../../../src/adapters/wsio/libwebsockets/lws.js';
import { told } from './told.js';
import type {
  EventRecord,
  FunctionName,
  LibraryCall,
  LibraryDouble,
  Script,
  ToldEvent,
} from './underlying.js';

/** They tell nothing that the call before them has not told. */
const UNTOLD: ReadonlySet<string> = new Set<FunctionName>([
  'lws_get_context',
  'lws_context_user',
  'list_item_get_value',
]);

/** As it was when the call was made: what is written from is the library's during the call, which may change it. */
function asGiven(argument: unknown): unknown {
  if (!(argument instanceof Uint8Array)) return argument;
  const { buffer, byteOffset, byteLength } = argument;
  return new Uint8Array(buffer.slice(0), byteOffset, byteLength);
}

type AnyFunction = (...parameters: unknown[]) => unknown;

interface Scriptable {
  readonly scripts: ((real: AnyFunction, given: unknown[]) => unknown)[];
}

/**
 * What lies between an adapter and a library: it records every call and event, lets single calls be scripted, and events
 * be told that the library below would not have.
 */
export class Seam {
  readonly calls: LibraryCall[] = [];
  readonly events: EventRecord[] = [];
  readonly doubles = new Map<FunctionName, LibraryDouble>();
  private readonly scripted = new Map<string, Scriptable>();
  private readonly toTell: ToldEvent[] = [];
  private callback: lws_callback_function | null = null;
  private wsi: lws | null = null;
  private context: lws_context | null = null;
  private held = false;
  private heldBack = false;

  constructor(
    private readonly kind: string,
    private readonly library: Libwebsockets,
    private readonly recorder: Recorder,
    private readonly mark: () => number,
    /** What `user` is when a scenario has certificates asked for. */
    private readonly tlsContext: () => object,
  ) {}

  /** The library as the adapter gets it. */
  face(): Libwebsockets {
    const own: Libwebsockets = {
      ...this.library,
      lws_create_context: (info) => this.createContext(info),
      lws_client_connect: (...given) => {
        const wsi = this.library.lws_client_connect(...given);
        this.wsi = wsi ?? this.wsi;
        return wsi;
      },
      lws_service: (context, timeout_ms) => this.service(context, timeout_ms),
    };
    const face: Partial<Record<FunctionName, AnyFunction>> = {};
    for (const [name, real] of Object.entries(own) as [FunctionName, AnyFunction][]) {
      face[name] = (...given) => this.record(name, this.doubleOf(name, real), given);
    }
    return face as Record<FunctionName, AnyFunction> as Libwebsockets;
  }

  script<Name extends FunctionName>(name: Name, scripts: readonly Script<Name>[]): void {
    const known = this.scripted.get(name) ?? { scripts: [] };
    this.scripted.set(name, known);
    known.scripts.push(...(scripts as readonly Scriptable['scripts'][number][]));
  }

  clearScripts(): void {
    this.scripted.clear();
  }

  tell(event: ToldEvent): void {
    this.toTell.push(event);
  }

  tellNow(event: ToldEvent): void {
    if (this.callback === null || this.wsi === null) throw new Error('no connection was ever started');
    const isCertificates = event.reason === 'LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS';
    const user = event.user === undefined && isCertificates ? this.tlsContext() : (event.user ?? null);
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

  /** Made when it is first called: most scenarios call few of the functions, and a double is dear. */
  private doubleOf(name: FunctionName, real: AnyFunction): LibraryDouble {
    const known = this.doubles.get(name);
    if (known !== undefined) return known;
    const double = this.kind === 'mock' ? stubOf(real, name) : spyOf(real);
    this.doubles.set(name, double);
    return double;
  }

  private createContext(info: lws_context_creation_info): lws_context | null {
    const protocols = info.protocols.map((protocol) =>
      protocol.callback === null ? protocol : { ...protocol, callback: this.listening(protocol.callback) },
    );
    this.context = this.library.lws_create_context({ ...info, protocols });
    return this.context;
  }

  /** Records what the library tells; a writeable event that is held back asks for itself again when it is released. */
  private listening(callback: lws_callback_function): lws_callback_function {
    const listener: lws_callback_function = (wsi, reason, user, bytes, len) => {
      if (reason === 'LWS_CALLBACK_CLIENT_WRITEABLE' && this.held) {
        this.heldBack = true;
        return 0;
      }
      this.events.push({ reason, user, sequence: this.mark() });
      this.recorder.callback(reason, told(bytes, len));
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

  private record(name: FunctionName, double: LibraryDouble, given: unknown[]): unknown {
    const call: LibraryCall = {
      name,
      arguments: given.map(asGiven),
      sequence: this.mark(),
      result: undefined,
    };
    this.calls.push(call);
    const script = this.scripted.get(name)?.scripts.shift();
    const run = (): unknown =>
      script === undefined ? double(...given) : script((...other) => double(...other), given);
    if (UNTOLD.has(name)) {
      call.result = run();
    } else if (name === 'lws_service') {
      this.recorder.dowork(name, () => {
        call.result = run();
      });
    } else {
      this.recorder.call(name, told(...given));
      call.result = run();
      this.recorder.returned(name, told(call.result));
    }
    return call.result;
  }
}
