import { constants } from 'node:os';
import { AF_UNIX, linux, orError, SOCK_CLOEXEC, SOCK_NONBLOCK, SOCK_STREAM } from './linux.js';

const { EINVAL, ENAMETOOLONG } = constants.errno;
/** Bytes of a path, its NUL included, and where they begin in a sockaddr_un. */
const PATH_SIZE = 108;
const PATH_OFFSET = 2;
const BACKLOG = 128;
const STREAM = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;

/** A sockaddr_un; a number is the error of a path that names no file. */
function addressOf(path: string): Buffer | number {
  const name = Buffer.from(path);
  if (name.length === 0 || name.includes(0)) return -EINVAL;
  if (name.length >= PATH_SIZE) return -ENAMETOOLONG;
  const address = Buffer.alloc(PATH_OFFSET + PATH_SIZE);
  address.writeUInt16LE(AF_UNIX);
  name.copy(address, PATH_OFFSET);
  return address;
}

/** A socket for which a call with the address of `path` succeeds; the call's error where it does not. */
function socketAt(path: string, call: (socket: number, address: Buffer, length: number) => number): number {
  const address = addressOf(path);
  if (typeof address === 'number') return address;
  const socket = orError(linux().socket(AF_UNIX, STREAM, 0));
  if (socket < 0) return socket;
  const result = orError(call(socket, address, address.length));
  if (result === 0) return socket;
  linux().close(socket);
  return result;
}

export function connect(path: string): number {
  return socketAt(path, linux().connect);
}

export function listen(path: string, mode: number): number {
  const { bind, listen: listenAt, umask } = linux();
  const before = umask(~mode & 0o777);
  const socket = socketAt(path, bind);
  umask(before);
  if (socket < 0) return socket;
  const result = orError(listenAt(socket, BACKLOG));
  if (result === 0) return socket;
  linux().close(socket);
  return result;
}

export function accept(listener: number): number {
  return orError(linux().accept4(listener, null, null, SOCK_NONBLOCK | SOCK_CLOEXEC));
}

export function pair(): readonly [number, number] | null {
  const made = Buffer.alloc(8);
  if (linux().socketpair(AF_UNIX, STREAM, 0, made) !== 0) return null;
  return [made.readInt32LE(0), made.readInt32LE(4)];
}
