import type { lws_context_creation_info } from '../lws.js';
import { CMemory } from './c_memory.js';
import { NativeConnection } from './connection.js';
import type { Dispatcher } from './dispatcher.js';
import { Handle } from './handle.js';
import { CREATION_INFO, OPTIONS, PROTOCOL } from './layout.js';
import type { Address, LwsCalls, NativeCallback } from './lws_calls.js';
import { LWS_CALLBACK_WSI_DESTROY, reasonOf } from './reasons.js';

/** Answers the library: close the connection. */
const CLOSE = -1;

/**
 * `struct lws_context`: what the library made of it, and what it made that the library has no hold of. A callback that
 * throws closes its connection, and the call that it came from throws.
 */
export class NativeContext {
  private address: Address | null = null;
  /** Calls of the library that are under way, from which it calls back. */
  private depth = 0;
  private isDoomed = false;
  /** Destroyed from inside a callback: nothing is told any more. */
  private isSilent = false;
  private thrown: { readonly error: unknown } | null = null;
  private tls: Handle | null = null;
  private readonly memory: CMemory;
  private readonly connections = new Map<Address, NativeConnection>();

  private constructor(
    private readonly calls: LwsCalls,
    private readonly dispatcher: Dispatcher,
    readonly info: lws_context_creation_info,
  ) {
    this.memory = new CMemory(calls);
  }

  /** Null when the library makes none. */
  static create(
    calls: LwsCalls,
    dispatcher: Dispatcher,
    info: lws_context_creation_info,
  ): NativeContext | null {
    const context = new NativeContext(calls, dispatcher, info);
    const bytes = context.creationInfo();
    const address = context.run(() =>
      dispatcher.listen(context.listen, () => calls.lws_create_context(bytes)),
    );
    if (address !== null) context.address = address;
    else context.free();
    return address === null ? null : context;
  }

  /** True once it was destroyed, even when the library still has to let go of it. */
  get isOver(): boolean {
    return this.isDoomed;
  }

  /** Makes a call of the library; null when the context was destroyed. */
  call<T>(make: (context: Address) => T): T | null {
    const { address } = this;
    return address === null || this.isDoomed ? null : this.run(() => make(address));
  }

  /** True inside a callback. */
  get isCalledBack(): boolean {
    return this.depth > 0;
  }

  /** The connection at an address. */
  connectionAt(address: Address): NativeConnection {
    const known = this.connections.get(address);
    if (known !== undefined) return known;
    const connection = new NativeConnection(this, address);
    this.connections.set(address, connection);
    return connection;
  }

  destroy(): void {
    if (this.isDoomed) return;
    this.isDoomed = true;
    // From inside a callback the library still stands on it.
    if (this.depth > 0) this.isSilent = true;
    else this.run(() => undefined);
  }

  private run<T>(make: () => T): T {
    this.depth += 1;
    let result: T;
    try {
      result = make();
    } finally {
      if (this.depth === 1 && this.isDoomed) this.letGo();
      this.depth -= 1;
    }
    const { thrown } = this;
    this.thrown = null;
    if (thrown !== null) throw thrown.error;
    return result;
  }

  private letGo(): void {
    const { address } = this;
    this.address = null;
    if (address !== null) {
      this.calls.lws_context_destroy(address);
      this.dispatcher.forget(address);
    }
    this.free();
  }

  private free(): void {
    this.tls?.forget();
    this.connections.clear();
    this.memory.free();
  }

  private creationInfo(): Uint8Array {
    const { port, gid, uid, options } = this.info;
    const bytes = Buffer.alloc(CREATION_INFO.size);
    bytes.writeBigUInt64LE(this.protocols(), CREATION_INFO.protocols);
    // A proxy without name and port is none; where it is NULL the environment's is taken.
    bytes.writeBigUInt64LE(this.memory.text(''), CREATION_INFO.http_proxy_address);
    bytes.writeInt32LE(port, CREATION_INFO.port);
    bytes.writeInt32LE(gid, CREATION_INFO.gid);
    bytes.writeInt32LE(uid, CREATION_INFO.uid);
    const all = BigInt(options) | OPTIONS.DO_SSL_GLOBAL_INIT | OPTIONS.JUST_USE_RAW_ORIGIN;
    bytes.writeBigUInt64LE(all, CREATION_INFO.options);
    return bytes;
  }

  private protocols(): Address {
    const { protocols } = this.info;
    const bytes = Buffer.alloc(PROTOCOL.size * protocols.length);
    protocols.forEach((protocol, index) => {
      const at = PROTOCOL.size * index;
      bytes.writeBigUInt64LE(this.memory.text(protocol.name), at + PROTOCOL.name);
      const callback = protocol.callback === null ? 0n : this.dispatcher.address;
      bytes.writeBigUInt64LE(callback, at + PROTOCOL.callback);
      bytes.writeBigUInt64LE(BigInt(protocol.per_session_data_size), at + PROTOCOL.per_session_data_size);
      bytes.writeBigUInt64LE(BigInt(protocol.rx_buffer_size), at + PROTOCOL.rx_buffer_size);
      bytes.writeUInt32LE(protocol.id, at + PROTOCOL.id);
    });
    return this.memory.bytes(bytes);
  }

  private readonly listen: NativeCallback = (wsi, number, user, in_, len) => {
    if (number === LWS_CALLBACK_WSI_DESTROY) {
      this.connections.get(wsi)?.leave();
      this.connections.delete(wsi);
      return 0;
    }
    const reason = reasonOf(number);
    const callback = this.info.protocols.find((protocol) => protocol.callback !== null)?.callback;
    if (reason === null || !callback) return 0;
    if (this.isSilent) return CLOSE;
    try {
      if (reason === 'LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS') {
        this.tls = Handle.of('SSL_CTX', user);
        // The connection of this event is made for it alone.
        return callback(new NativeConnection(this, wsi), reason, this.tls, null, 0);
      }
      const connection = this.connectionAt(wsi);
      if (reason === 'LWS_CALLBACK_CLIENT_RECEIVE' && this.endsMessage(wsi)) connection.noted += 1;
      const bytes = in_ === null ? null : this.calls.copyIn(in_, len);
      return connection.telling(reason, () => callback(connection, reason, null, bytes, len));
    } catch (error) {
      this.thrown ??= { error };
      return CLOSE;
    }
  };

  private endsMessage(wsi: Address): boolean {
    const { lws_is_final_fragment, lws_remaining_packet_payload } = this.calls;
    return lws_is_final_fragment(wsi) !== 0 && lws_remaining_packet_payload(wsi) === 0;
  }
}
