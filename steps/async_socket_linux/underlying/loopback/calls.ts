import { libc, type Libc } from '../../../../src/adapters/async_socket_linux/linux_socket/native/libc.js';

/** Calls of libc that only the harness makes, for both ends of a connection and for the faults in it. */
export interface HarnessCalls {
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
  readonly dup: (descriptor: number) => number;
  readonly dup2: (from: number, to: number) => number;
  readonly ioctl: (descriptor: number, request: number, value: Uint8Array) => number;
  readonly open: (path: string, flags: number) => number;
  readonly getrlimit: (resource: number, limit: Uint8Array) => number;
  readonly setrlimit: (resource: number, limit: Uint8Array) => number;
}

let bound: HarnessCalls | null = null;

export function harnessCalls(calls: Libc = libc()): HarnessCalls {
  bound ??= {
    socket: calls.function('int socket(int, int, int)'),
    bind: calls.function('int bind(int, void *, int)'),
    listen: calls.function('int listen(int, int)'),
    getsockname: calls.function('int getsockname(int, void *, void *)'),
    connect: calls.function('int connect(int, void *, int)'),
    accept: calls.function('int accept(int, void *, void *)'),
    setsockopt: calls.function('int setsockopt(int, int, int, void *, int)'),
    shutdown: calls.function('int shutdown(int, int)'),
    dup: calls.function('int dup(int)'),
    dup2: calls.function('int dup2(int, int)'),
    ioctl: calls.function('int ioctl(int, unsigned long, void *)'),
    open: calls.function('int open(const char *, int)'),
    getrlimit: calls.function('int getrlimit(int, void *)'),
    setrlimit: calls.function('int setrlimit(int, void *)'),
  };
  return bound;
}

/** The result of a call that must succeed. */
export function must(what: string, result: number): number {
  if (result < 0) throw new Error(`${what} failed with errno ${libc().errno()}`);
  return result;
}

export const AF_UNIX = 1;
export const AF_INET = 2;
export const SOCK_STREAM = 1;
export const SOCK_DGRAM = 2;
/** Closed on exec, so that no child keeps a connection open. */
export const SOCK_CLOEXEC = 0o2000000;
export const SOL_SOCKET = 1;
export const SHUT_WR = 1;
