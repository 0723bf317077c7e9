import { createRequire } from 'node:module';
import type * as Koffi from 'koffi';

/** Memory that functions of libc read and write: it has an address, and stays where it is. */
export interface Memory {
  /** For a parameter `void *`. */
  readonly pointer: unknown;
  readonly address: bigint;
  readonly bytes: Buffer;
}

/**
 * The judge's own binding of libc: what a peer in this process is made of, and what makes calls of an adapter fail.
 * Descriptors and results are C `int`s, sizes and counts C `long`s. A call that fails returns -1 and sets `errno`.
 */
export interface Libc {
  readonly socket: (domain: number, type: number, protocol: number) => number;
  readonly bind: (socket: number, address: Uint8Array, length: number) => number;
  readonly listen: (socket: number, backlog: number) => number;
  readonly getsockname: (socket: number, address: Uint8Array, length: Uint8Array) => number;
  readonly connect: (socket: number, address: Uint8Array, length: number) => number;
  readonly accept: (socket: number, address: null, length: null) => number;
  readonly setsockopt: (
    socket: number,
    level: number,
    name: number,
    value: Uint8Array,
    length: number,
  ) => number;
  readonly shutdown: (socket: number, how: number) => number;
  readonly send: (socket: number, buffer: Uint8Array, length: number, flags: number) => number;
  readonly recv: (socket: number, buffer: Uint8Array, length: number, flags: number) => number;
  readonly poll: (descriptors: Uint8Array, count: number, timeoutMs: number) => number;
  readonly ioctl: (descriptor: number, request: number, value: Uint8Array) => number;
  readonly open: (path: string, flags: number) => number;
  readonly close: (descriptor: number) => number;
  readonly dup: (descriptor: number) => number;
  readonly dup2: (from: number, to: number) => number;
  readonly getrlimit: (resource: number, limit: Uint8Array) => number;
  readonly setrlimit: (resource: number, limit: Uint8Array) => number;
  /** The error number that the last call on this thread has left. */
  readonly errno: () => number;
  /** Any other function, by its prototype in C, whose result is a whole number; a `void *` takes a buffer or {@link Memory}'s pointer. */
  readonly function: (prototype: string) => (...parameters: readonly unknown[]) => number;
  readonly memory: (size: number) => Memory;
}

let loaded: Libc | null = null;

/**
 * libc of this process.
 * @throws Error where there is none: on another system, or without koffi's binary.
 */
export function libc(): Libc {
  loaded ??= load();
  return loaded;
}

function load(): Libc {
  if (process.platform !== 'linux')
    throw new Error(`libc is bound on Linux alone, not on ${process.platform}`);
  // Not imported: who needs no descriptors of the operating system's does not pay for loading it.
  const koffi = createRequire(import.meta.url)('koffi') as typeof Koffi;
  const library = koffi.load('libc.so.6');
  const bound = (prototype: string): never => library.func(prototype) as never;
  return {
    socket: bound('int socket(int, int, int)'),
    bind: bound('int bind(int, void *, int)'),
    listen: bound('int listen(int, int)'),
    getsockname: bound('int getsockname(int, void *, void *)'),
    connect: bound('int connect(int, void *, int)'),
    accept: bound('int accept(int, void *, void *)'),
    setsockopt: bound('int setsockopt(int, int, int, void *, int)'),
    shutdown: bound('int shutdown(int, int)'),
    send: bound('long send(int, void *, unsigned long, int)'),
    recv: bound('long recv(int, void *, unsigned long, int)'),
    poll: bound('int poll(void *, unsigned long, int)'),
    ioctl: bound('int ioctl(int, unsigned long, void *)'),
    open: bound('int open(const char *, int)'),
    close: bound('int close(int)'),
    dup: bound('int dup(int)'),
    dup2: bound('int dup2(int, int)'),
    getrlimit: bound('int getrlimit(int, void *)'),
    setrlimit: bound('int setrlimit(int, void *)'),
    errno: () => koffi.errno(),
    function: (prototype) => library.func(prototype) as (...parameters: readonly unknown[]) => number,
    memory: (size) => {
      const pointer: unknown = koffi.alloc('uint8_t', size);
      return { pointer, address: koffi.address(pointer), bytes: Buffer.from(koffi.view(pointer, size)) };
    },
  };
}

/**
 * The result of a call that must succeed.
 * @param what The call, as its failure shall name it.
 */
export function must(what: string, result: number): number {
  if (result < 0) throw new Error(`${what} failed with errno ${libc().errno()}`);
  return result;
}
