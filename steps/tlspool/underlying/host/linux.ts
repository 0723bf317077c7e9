import { libc } from '../../../../src/stage/libc.js';

/** Numbers of Linux's headers, by their names there. */
export const AF_UNIX = 1;
export const SOCK_STREAM = 1;
export const SOCK_NONBLOCK = 0o4000;
export const SOCK_CLOEXEC = 0o2000000;
export const SOL_SOCKET = 1;
export const SCM_RIGHTS = 1;
export const MSG_DONTWAIT = 0x40;
export const MSG_NOSIGNAL = 0x4000;
export const MSG_CMSG_CLOEXEC = 0x40000000;
export const POLLIN = 0x1;
export const POLLOUT = 0x4;
export const F_DUPFD_CLOEXEC = 1030;

/** The calls of Linux that sockets and descriptors need; each returns what C returns. */
function bind() {
  const { function: bound } = libc();
  return {
    socket: bound('int socket(int, int, int)'),
    connect: bound('int connect(int, void *, unsigned int)'),
    bind: bound('int bind(int, void *, unsigned int)'),
    listen: bound('int listen(int, int)'),
    accept4: bound('int accept4(int, void *, void *, int)'),
    socketpair: bound('int socketpair(int, int, int, void *)'),
    sendmsg: bound('long sendmsg(int, void *, int)'),
    recvmsg: bound('long recvmsg(int, void *, int)'),
    poll: bound('int poll(void *, unsigned long, int)'),
    fcntl: bound('int fcntl(int, int, int)'),
    umask: bound('unsigned int umask(unsigned int)'),
    close: bound('int close(int)'),
  };
}

let calls: ReturnType<typeof bind> | null = null;

/** @throws Error where there is no Linux, or no koffi. */
export function linux(): ReturnType<typeof bind> {
  calls ??= bind();
  return calls;
}

/** A result as it is, or the negative number of the error that it stands for. */
export function orError(result: number): number {
  return result < 0 ? -libc().errno() : result;
}
