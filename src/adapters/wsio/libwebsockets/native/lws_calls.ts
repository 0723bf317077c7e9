import type { Libraries } from './load.js';

/** An address; 0n or null is `NULL`. Koffi gives null for a `NULL`. */
export type Address = bigint;

/** What the library calls back: `user` and `in` are null when they are `NULL`. */
export type NativeCallback = (
  wsi: Address,
  reason: number,
  user: Address | null,
  in_: Address | null,
  len: number,
) => number;

/** The functions of libwebsockets as they are called; structs are bytes. */
export interface LwsCalls {
  readonly lws_create_context: (info: Uint8Array) => Address | null;
  readonly lws_context_destroy: (context: Address) => void;
  readonly lws_client_connect_via_info: (info: Uint8Array) => Address | null;
  readonly lws_get_context: (wsi: Address) => Address;
  readonly lws_service: (context: Address, timeout_ms: number) => number;
  readonly lws_callback_on_writable: (wsi: Address) => number;
  readonly lws_write: (wsi: Address, buf: Uint8Array, len: number, protocol: number) => number;
  /** 1 in the last fragment of a message. */
  readonly lws_is_final_fragment: (wsi: Address) => number;
  /** Bytes of the fragment that are still to come. */
  readonly lws_remaining_packet_payload: (wsi: Address) => number;
  /** Gives C memory with these bytes, to be given back with `free`. */
  readonly copyOut: (bytes: Uint8Array) => Address;
  readonly free: (memory: Address) => void;
  /** Bytes at an address, copied. */
  readonly copyIn: (memory: Address, length: number) => Uint8Array;
  /** Makes a function for C of a callback, for good; not to be called inside a callback. */
  readonly register: (callback: NativeCallback) => Address;
}

/** Binds the functions of libwebsockets, which from then on writes no log of its own. */
export function bindLws({ koffi, libwebsockets }: Libraries): LwsCalls {
  const bound = (prototype: string): never => libwebsockets.func(prototype) as never;
  const callback = koffi.proto('int (void *wsi, int reason, void *user, void *in, size_t len)');
  const setLogLevel: (level: number, emit: null) => void = bound('void lws_set_log_level(int, void *)');
  setLogLevel(0, null);
  // From the library's libc, by way of its handle.
  const memcpy: (to: Uint8Array, from: Address, length: number) => unknown = bound(
    'void *memcpy(void *, void *, size_t)',
  );
  const writeTo: (to: Address, from: Uint8Array, length: number) => unknown = memcpy as never;
  const malloc: (size: number) => Address | null = bound('void *malloc(size_t)');
  return {
    lws_create_context: bound('void *lws_create_context(void *)'),
    lws_context_destroy: bound('void lws_context_destroy(void *)'),
    lws_client_connect_via_info: bound('void *lws_client_connect_via_info(void *)'),
    lws_get_context: bound('void *lws_get_context(void *)'),
    lws_service: bound('int lws_service(void *, int)'),
    lws_callback_on_writable: bound('int lws_callback_on_writable(void *)'),
    lws_write: bound('int lws_write(void *, void *, size_t, int)'),
    lws_is_final_fragment: bound('int lws_is_final_fragment(void *)'),
    lws_remaining_packet_payload: bound('size_t lws_remaining_packet_payload(void *)'),
    copyOut: (bytes) => {
      const memory = malloc(bytes.length);
      if (memory === null) throw new Error(`no memory for ${bytes.length} bytes`);
      writeTo(memory, bytes, bytes.length);
      return memory;
    },
    free: bound('void free(void *)'),
    copyIn: (memory, length) => {
      const bytes = Buffer.allocUnsafeSlow(length);
      memcpy(bytes, memory, length);
      return bytes;
    },
    register: (listener) => koffi.register(listener, koffi.pointer(callback)),
  };
}
