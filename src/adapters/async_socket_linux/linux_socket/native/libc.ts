import { createRequire } from 'node:module';
import type * as Koffi from 'koffi';

/** The calls of libc that a socket needs. Descriptors and results are C `int`s, sizes and counts C `long`s. */
export interface Libc {
  readonly send: (socket: number, buffer: Uint8Array, length: number, flags: number) => number;
  readonly recv: (socket: number, buffer: Uint8Array, length: number, flags: number) => number;
  readonly close: (descriptor: number) => number;
  readonly epoll_create1: (flags: number) => number;
  readonly epoll_ctl: (epoll: number, operation: number, descriptor: number, event: Uint8Array) => number;
  readonly epoll_wait: (epoll: number, events: Uint8Array, most: number, timeoutMs: number) => number;
  readonly poll: Poll;
  readonly eventfd: (initial: number, flags: number) => number;
  readonly write: (descriptor: number, buffer: Uint8Array, length: number) => number;
  readonly read: (descriptor: number, buffer: Uint8Array, length: number) => number;
  /** The error number that the last call on this thread has left. */
  readonly errno: () => number;
  /** A function of libc that only a test or a loopback needs. */
  readonly function: (prototype: string) => (...parameters: readonly unknown[]) => number;
}

interface Poll {
  (descriptors: Uint8Array, count: number, timeoutMs: number): number;
  /** Waits on a thread of libuv's and calls back on this one. */
  readonly async: (
    descriptors: Uint8Array,
    count: number,
    timeoutMs: number,
    done: (error: Error | null, ready: number) => void,
  ) => void;
}

let loaded: Libc | null = null;

/**
 * libc of this process.
 * @throws Error where there is none: on another system, or without koffi's binary.
 */
export function libc(): Libc {
  if (loaded === null) {
    // Not imported: who never opens a socket of this kind does not pay for loading it.
    const koffi = createRequire(import.meta.url)('koffi') as typeof Koffi;
    const library = koffi.load('libc.so.6');
    const bound = (prototype: string): never => library.func(prototype) as never;
    loaded = {
      send: bound('long send(int, void *, unsigned long, int)'),
      recv: bound('long recv(int, void *, unsigned long, int)'),
      close: bound('int close(int)'),
      epoll_create1: bound('int epoll_create1(int)'),
      epoll_ctl: bound('int epoll_ctl(int, int, int, void *)'),
      epoll_wait: bound('int epoll_wait(int, void *, int, int)'),
      poll: bound('int poll(void *, unsigned long, int)'),
      eventfd: bound('int eventfd(unsigned int, int)'),
      write: bound('long write(int, void *, unsigned long)'),
      read: bound('long read(int, void *, unsigned long)'),
      errno: () => koffi.errno(),
      function: bound,
    };
  }
  return loaded;
}
