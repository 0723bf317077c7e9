import type {
  lws,
  lws_context,
  lws_context_creation_info,
  LwsFunctions,
  lws_write_protocol,
} from '../lws.js';
import { CMemory } from './c_memory.js';
import { NativeConnection } from './connection.js';
import { NativeContext } from './context.js';
import type { Dispatcher } from './dispatcher.js';
import { CONNECT_INFO, USE_SSL } from './layout.js';
import type { Address, LwsCalls } from './lws_calls.js';

/** `enum lws_write_protocol`. */
const WRITE_PROTOCOL: Readonly<Record<lws_write_protocol, number>> = {
  LWS_WRITE_TEXT: 0,
  LWS_WRITE_BINARY: 1,
};

/** This version waits for something to do when the timeout is not negative. */
const WITHOUT_WAITING = -1;

/** Members of the info that are not passed on; a context that asks for one of them is not made. */
const UNUSED = [
  'iface',
  'extensions',
  'token_limits',
  'ssl_private_key_password',
  'ssl_cert_filepath',
  'ssl_private_key_filepath',
  'ssl_ca_filepath',
  'ssl_cipher_list',
  'http_proxy_address',
  'provided_client_ssl_ctx',
] as const satisfies readonly (keyof lws_context_creation_info)[];

/** One protocol at most: the library's callback does not say which one it is for. */
function isPossible(info: lws_context_creation_info): boolean {
  const heard = info.protocols.filter(({ callback }) => callback !== null);
  return heard.length <= 1 && UNUSED.every((member) => info[member] === null);
}

/** How a connection is doing, for whoever waits for it. */
export type ObservedConnection = Pick<
  NativeConnection,
  'connecting' | 'standing' | 'hasWork' | 'sent' | 'noted'
>;

type Target = Parameters<LwsFunctions['lws_client_connect']>;

function connectInfo(memory: CMemory, context: Address, target: Target): Uint8Array {
  const [, address, port, use_ssl, path, host, origin, protocol, version] = target;
  const bytes = Buffer.alloc(CONNECT_INFO.size);
  const text = (value: string, at: number): void => {
    bytes.writeBigUInt64LE(memory.text(value), at);
  };
  bytes.writeBigUInt64LE(context, CONNECT_INFO.context);
  text(address, CONNECT_INFO.address);
  bytes.writeInt32LE(port, CONNECT_INFO.port);
  bytes.writeInt32LE(use_ssl === 0 ? 0 : USE_SSL, CONNECT_INFO.ssl_connection);
  text(path, CONNECT_INFO.path);
  text(host, CONNECT_INFO.host);
  text(origin, CONNECT_INFO.origin);
  text(protocol, CONNECT_INFO.protocol);
  bytes.writeInt32LE(version, CONNECT_INFO.ietf_version_or_minus_one);
  // Not HTTP/2, in which an upgrade is another thing.
  text('http/1.1', CONNECT_INFO.alpn);
  return bytes;
}

function connect(calls: LwsCalls, context: NativeContext, target: Target): NativeConnection | null {
  const memory = new CMemory(calls);
  try {
    const wsi = context.call((address) =>
      calls.lws_client_connect_via_info(connectInfo(memory, address, target)),
    );
    return wsi === null || context.isOver ? null : context.connectionAt(wsi);
  } finally {
    memory.free();
  }
}

/**
 * The functions of libwebsockets, each over the real one.
 * @param onConnection Is shown each connection that is started.
 */
export function createNativeLws(
  calls: LwsCalls,
  dispatcher: Dispatcher,
  onConnection: (connection: ObservedConnection) => void,
): LwsFunctions {
  const contextOf = (context: lws_context): NativeContext | null =>
    context instanceof NativeContext ? context : null;
  const connectionOf = (wsi: lws): NativeConnection | null => (wsi instanceof NativeConnection ? wsi : null);
  return {
    // This version has none to tell: its function is gone.
    lws_get_internal_extensions: () => null,
    lws_create_context: (info) => (isPossible(info) ? NativeContext.create(calls, dispatcher, info) : null),
    lws_client_connect: (...target) => {
      const context = contextOf(target[0]);
      const connection = context === null ? null : connect(calls, context, target);
      if (connection !== null) onConnection(connection);
      return connection;
    },
    lws_service: (given) => {
      const context = contextOf(given);
      if (context === null || context.isOver) return -1;
      // From inside a callback: the service that made it goes on by itself.
      if (context.isCalledBack) return 0;
      return context.call((address) => calls.lws_service(address, WITHOUT_WAITING)) ?? -1;
    },
    lws_callback_on_writable: (wsi) => {
      const connection = connectionOf(wsi);
      const address = connection?.living ?? null;
      if (connection === null || address === null) return -1;
      const result = calls.lws_callback_on_writable(address);
      if (result >= 0) connection.asked();
      return result;
    },
    lws_write: (wsi, buf, len, protocol) => {
      const connection = connectionOf(wsi);
      const address = connection?.writeable ?? null;
      if (connection === null || address === null) return -1;
      const written = calls.lws_write(address, buf, len, WRITE_PROTOCOL[protocol]);
      connection.wrote(written >= 0);
      return written;
    },
    lws_context_destroy: (context) => {
      contextOf(context)?.destroy();
    },
    lws_get_context: (wsi) => connectionOf(wsi)?.context ?? wsi,
    lws_context_user: (context) => contextOf(context)?.info.user,
  };
}
