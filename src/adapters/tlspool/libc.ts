import { createRequire } from 'node:module';
import type * as koffi from 'koffi';

/** Numbers of Linux's headers. */
export const LINUX = {
  AF_UNIX: 1,
  /** SOCK_STREAM, SOCK_NONBLOCK and SOCK_CLOEXEC. */
  STREAM: 0o1 | 0o4000 | 0o2000000,
  /** SOCK_NONBLOCK and SOCK_CLOEXEC. */
  ACCEPTED: 0o4000 | 0o2000000,
  SOL_SOCKET: 1,
  SCM_RIGHTS: 1,
  MSG_NOSIGNAL: 0x4000,
  MSG_DONTWAIT: 0x40,
  MSG_CMSG_CLOEXEC: 0x40000000,
  SHUT_RDWR: 2,
  POLLIN: 1,
  POLLOUT: 4,
  F_DUPFD_CLOEXEC: 1030,
} as const;

/** Memory that functions of libc read and write: it has an address, and stays where it is. */
export interface Memory {
  readonly pointer: unknown;
  readonly address: bigint;
  readonly bytes: Buffer;
}

/** The functions of libc that pass descriptors; each returns what C returns. */
export interface Libc {
  readonly socket: (domain: number, type: number, protocol: number) => number;
  readonly connect: (descriptor: number, address: unknown, length: number) => number;
  readonly bind: (descriptor: number, address: unknown, length: number) => number;
  readonly listen: (descriptor: number, backlog: number) => number;
  readonly accept4: (descriptor: number, address: null, length: null, flags: number) => number;
  readonly socketpair: (domain: number, type: number, protocol: number, pair: unknown) => number;
  readonly sendmsg: (descriptor: number, message: unknown, flags: number) => number;
  readonly recvmsg: (descriptor: number, message: unknown, flags: number) => number;
  readonly close: (descriptor: number) => number;
  readonly umask: (mask: number) => number;
  readonly fcntl: (descriptor: number, command: number, argument: number) => number;
  readonly write: (descriptor: number, bytes: unknown, length: number) => number;
  readonly read: (descriptor: number, bytes: unknown, length: number) => number;
  /** Waits, on a thread of its own, until one of `count` descriptors can do what it is asked for. */
  readonly poll: (descriptors: unknown, count: number, done: () => void) => void;
  /** Number of the error of the last call that returned -1. */
  readonly errno: () => number;
  readonly memory: (size: number) => Memory;
}

let loaded: Libc | null = null;

/**
 * The functions of libc, loaded with the first call.
 * @throws Error where the system is not Linux, or koffi can't be loaded.
 */
export function libc(): Libc {
  loaded ??= load();
  return loaded;
}

function load(): Libc {
  if (process.platform !== 'linux')
    throw new Error(`descriptors are passed on Linux only, not on ${process.platform}`);
  const ffi = createRequire(import.meta.url)('koffi') as typeof koffi;
  const library = ffi.load(null);
  const poll = library.func('int poll(void *fds, unsigned long count, int timeout)');
  return {
    socket: library.func('int socket(int domain, int type, int protocol)'),
    connect: library.func('int connect(int fd, void *address, uint32_t length)'),
    bind: library.func('int bind(int fd, void *address, uint32_t length)'),
    listen: library.func('int listen(int fd, int backlog)'),
    accept4: library.func('int accept4(int fd, void *address, void *length, int flags)'),
    socketpair: library.func('int socketpair(int domain, int type, int protocol, void *pair)'),
    sendmsg: library.func('long sendmsg(int fd, void *message, int flags)'),
    recvmsg: library.func('long recvmsg(int fd, void *message, int flags)'),
    close: library.func('int close(int fd)'),
    umask: library.func('uint32_t umask(uint32_t mask)'),
    fcntl: library.func('int fcntl(int fd, int command, int argument)'),
    write: library.func('long write(int fd, void *bytes, unsigned long length)'),
    read: library.func('long read(int fd, void *bytes, unsigned long length)'),
    poll: (descriptors, count, done) => {
      poll.async(descriptors, count, -1, done);
    },
    errno: () => ffi.errno(),
    memory: (size) => {
      const pointer: unknown = ffi.alloc('uint8_t', size);
      return { pointer, address: ffi.address(pointer), bytes: Buffer.from(ffi.view(pointer, size)) };
    },
  };
}
