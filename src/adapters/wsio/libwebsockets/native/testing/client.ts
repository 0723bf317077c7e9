import { setTimeout as pause } from 'node:timers/promises';
import { spy } from 'sinon';
import type { SinonSpy } from 'sinon';
import type { Libwebsockets } from '../../libwebsockets.js';
import type { lws, lws_callback_reasons, lws_context, lws_context_creation_info } from '../../lws.js';
import { createNativeLibwebsockets } from '../native_libwebsockets.js';

/** Milliseconds within which what must come has to come, on a busy machine as well. */
const DEADLINE = 20_000;

/** An event as it was told. */
export interface Told {
  readonly reason: lws_callback_reasons;
  readonly wsi: lws;
  readonly user: object | null;
  readonly bytes: Buffer | null;
  readonly len: number;
}

/** The native library with a sinon spy around each function. */
export function spiedLibrary(): { readonly [Name in keyof Libwebsockets]: Libwebsockets[Name] & SinonSpy } {
  const spied: Record<string, SinonSpy> = {};
  for (const [name, real] of Object.entries(createNativeLibwebsockets())) spied[name] = spy(real);
  return spied as { [Name in keyof Libwebsockets]: Libwebsockets[Name] & SinonSpy };
}

/** One context and its connection. */
export class Client {
  readonly library = spiedLibrary();
  readonly told: Told[] = [];
  readonly context: lws_context;
  wsi: lws | null = null;

  /** @param onTold Is shown each event; its result is the callback's. */
  constructor(
    changes: Partial<lws_context_creation_info> = {},
    public onTold: (told: Told, client: Client) => number = () => 0,
  ) {
    const context = this.library.lws_create_context({ ...this.info(), ...changes });
    if (context === null) throw new Error('lws_create_context failed');
    this.context = context;
  }

  /** Starts to connect to this host. */
  connect(port: number, secure = 0, host = 'localhost'): lws | null {
    this.wsi = this.library.lws_client_connect(
      ...([this.context, host, port, secure, '/a/path?q=1', host, host, 'conformance', -1] as const),
    );
    return this.wsi;
  }

  /** Services, and lets the other end in this process act, until a thing has come. */
  async until(what: string, condition: () => boolean): Promise<void> {
    const end = performance.now() + DEADLINE;
    while (!condition()) {
      if (performance.now() > end) {
        throw new Error(`waited for ${what}; told: ${this.told.map(({ reason }) => reason).join(', ')}`);
      }
      this.library.lws_service(this.context, 0);
      await pause(1);
    }
  }

  async untilTold(reason: lws_callback_reasons): Promise<Told> {
    const find = (): Told | undefined => this.told.find((told) => told.reason === reason);
    await this.until(reason, () => find() !== undefined);
    const found = find();
    if (found === undefined) throw new Error('unreachable');
    return found;
  }

  has(reason: lws_callback_reasons): boolean {
    return this.told.some((told) => told.reason === reason);
  }

  private info(): lws_context_creation_info {
    const rest = { per_session_data_size: 0, rx_buffer_size: 0, id: 0, user: null };
    return {
      port: -1,
      protocols: [
        {
          ...rest,
          name: 'conformance',
          callback: (wsi, reason, user, in_, len) => {
            const told = { reason, wsi, user, bytes: in_ === null ? null : Buffer.from(in_), len };
            this.told.push(told);
            return this.onTold(told, this);
          },
        },
        { ...rest, name: null, callback: null },
      ],
      iface: null,
      extensions: this.library.lws_get_internal_extensions(),
      token_limits: null,
      ssl_private_key_password: null,
      ssl_cert_filepath: null,
      ssl_private_key_filepath: null,
      ssl_ca_filepath: null,
      ssl_cipher_list: null,
      http_proxy_address: null,
      http_proxy_port: 0,
      gid: -1,
      uid: -1,
      options: 0,
      user: this,
      ka_time: 0,
      ka_probes: 0,
      ka_interval: 0,
      provided_client_ssl_ctx: null,
    };
  }
}
