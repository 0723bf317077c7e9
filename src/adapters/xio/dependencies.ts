import type { Duplex } from 'node:stream';
import type { Descriptors } from '../tlspool/descriptors.js';
import type { Libwebsockets } from '../wsio/libwebsockets/libwebsockets.js';
import type { LinuxSocket } from '../async_socket_linux/linux_socket/linux_socket.js';
import type { Win32Socket } from '../async_socket_win32/win32_socket/win32_socket.js';

/** What a log line is: an error, or information. */
export type LOG_CATEGORY = 'AZ_LOG_ERROR' | 'AZ_LOG_INFO';

/** Where a direct adapter's connection comes from: `net.connect` in real life, a script in a test. */
export type Connector = (address: { readonly host: string; readonly port: number }) => Duplex | null;

/**
 * What an adapter takes from its surroundings. Each has a real default; a host (a harness, an application with a log
 * of its own) replaces what it wants to see or to fail.
 */
export interface Dependencies {
  /** Receives each log line. Default: errors go to `process.stderr`, the rest is dropped. */
  readonly log: (category: LOG_CATEGORY, message: string) => void;
  /** Gives memory for `size` bytes, or null when there is none. Default: a `Uint8Array` of any content. */
  readonly allocate: (size: number) => Uint8Array | null;
  /** Takes back what `allocate` gave, once nothing reads it any more. Default: it is used again. */
  readonly release?: (memory: Uint8Array) => void;
  /** Opens a TCP connection, or gives null when none can be started. Default: `net.connect`. */
  readonly connect: Connector;
  /** Milliseconds of a monotonic clock, for deadlines that are looked at during `dowork`. Default: `performance.now`. */
  readonly now: () => number;
  /** Sockets and descriptors (the two sides of a TLS Pool's socket). Default: those of the host. */
  readonly descriptors?: Descriptors;
  /** What a wsio stands on. Default: the same functions over the `ws` package. */
  readonly libwebsockets?: Libwebsockets;
  /** The socket calls and completion port of Linux, for what stands on them. Default: those of this system. */
  readonly linux_socket?: LinuxSocket;
  /** The thread pool and sockets of Windows. Default: the Win32 API, and elsewhere a model of it. */
  readonly win32_socket?: Win32Socket;
}
