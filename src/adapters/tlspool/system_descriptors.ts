import { rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { constants } from 'node:os';
import type { Descriptors, Received } from './descriptors.js';
import { libc, LINUX, type Memory } from './libc.js';
import { Poller } from './poller.js';

/** Descriptors that one read can bring; what comes beyond them the system closes. */
const MOST_PASSED = 8;
const LARGEST_READ = 4096;
const IOVEC = 64;
const CONTROL = 128;
const CONTROL_HEADER = 16;
const DATA = 256;
const BACKLOG = 128;
/** Bytes of sun_path, its NUL included. */
const LONGEST_PATH = 108;
const { EINVAL, ENAMETOOLONG } = constants.errno;

/** One block of memory for the structures of sendmsg and recvmsg: no call of theirs waits, so they never overlap. */
let block: Memory | null = null;

function memory(): Memory {
  if (block === null) {
    block = libc().memory(DATA + LARGEST_READ);
    const { bytes, address } = block;
    bytes.fill(0);
    // msghdr: name, its length, iovec, their number, control, its length, flags.
    bytes.writeBigUInt64LE(address + BigInt(IOVEC), 16);
    bytes.writeBigUInt64LE(1n, 24);
    bytes.writeBigUInt64LE(address + BigInt(DATA), IOVEC);
  }
  return block;
}

let addresses: Memory | null = null;

function addressMemory(): Memory {
  addresses ??= libc().memory(2 + LONGEST_PATH);
  return addresses;
}

function setControl(bytes: Buffer, address: bigint, length: number): void {
  bytes.writeBigUInt64LE(length === 0 ? 0n : address + BigInt(CONTROL), 32);
  bytes.writeBigUInt64LE(BigInt(length), 40);
  bytes.writeInt32LE(0, 48);
}

const failed = (): number => -libc().errno();

/** A UNIX socket that `use` has connected or bound; closed again when that fails. */
function openSocket(
  path: string,
  use: (descriptor: number, address: unknown, length: number) => number,
): number {
  const { socket, close } = libc();
  const name = Buffer.from(path);
  // Linux takes a name that begins with NUL for one outside of the file system, which knows no permissions.
  if (name.length === 0 || name.includes(0)) return -EINVAL;
  if (name.length >= LONGEST_PATH) return -ENAMETOOLONG;
  const { bytes, pointer } = addressMemory();
  bytes.fill(0);
  bytes.writeUInt16LE(LINUX.AF_UNIX, 0);
  name.copy(bytes, 2);
  const descriptor = socket(LINUX.AF_UNIX, LINUX.STREAM, 0);
  if (descriptor < 0) return failed();
  if (use(descriptor, pointer, bytes.length) === 0) return descriptor;
  const error = failed();
  close(descriptor);
  return error;
}

function send(descriptor: number, message: Uint8Array, passed: readonly number[]): number {
  if (passed.length > MOST_PASSED || message.length > LARGEST_READ)
    throw new RangeError('too much for one message');
  const { bytes, address, pointer } = memory();
  bytes.set(message, DATA);
  bytes.writeBigUInt64LE(BigInt(message.length), IOVEC + 8);
  const length = CONTROL_HEADER + 4 * passed.length;
  if (passed.length > 0) {
    bytes.writeBigUInt64LE(BigInt(length), CONTROL);
    bytes.writeInt32LE(LINUX.SOL_SOCKET, CONTROL + 8);
    bytes.writeInt32LE(LINUX.SCM_RIGHTS, CONTROL + 12);
    passed.forEach((one, index) => bytes.writeInt32LE(one, CONTROL + CONTROL_HEADER + 4 * index));
  }
  setControl(bytes, address, passed.length === 0 ? 0 : (length + 7) & ~7);
  const sent = libc().sendmsg(descriptor, pointer, LINUX.MSG_NOSIGNAL | LINUX.MSG_DONTWAIT);
  return sent < 0 ? failed() : sent;
}

function receive(descriptor: number, wanted: number): Received {
  const { bytes, address, pointer } = memory();
  bytes.writeBigUInt64LE(BigInt(Math.min(wanted, LARGEST_READ)), IOVEC + 8);
  setControl(bytes, address, CONTROL_HEADER + 4 * MOST_PASSED);
  const length = libc().recvmsg(descriptor, pointer, LINUX.MSG_DONTWAIT | LINUX.MSG_CMSG_CLOEXEC);
  if (length < 0) return { length: failed(), bytes: Buffer.alloc(0), passed: [] };
  const passed: number[] = [];
  const isRights =
    bytes.readBigUInt64LE(40) >= CONTROL_HEADER && bytes.readInt32LE(CONTROL + 12) === LINUX.SCM_RIGHTS;
  const end = isRights ? Number(bytes.readBigUInt64LE(CONTROL)) : 0;
  for (let at = CONTROL_HEADER; at < end; at += 4) passed.push(bytes.readInt32LE(CONTROL + at));
  return { length, bytes: Buffer.from(bytes.subarray(DATA, DATA + length)), passed };
}

const poller = new Poller();

/** The host's own sockets and descriptors. Their first use throws where {@link libc} does. */
export const systemDescriptors: Descriptors = {
  connect: (path) => openSocket(path, libc().connect),
  listen: (path, mode) => {
    const before = libc().umask(0o777 & ~mode);
    const descriptor = openSocket(path, libc().bind);
    libc().umask(before);
    if (descriptor < 0 || libc().listen(descriptor, BACKLOG) === 0) return descriptor;
    const error = failed();
    libc().close(descriptor);
    return error;
  },
  unlink: (path) => {
    rmSync(path, { force: true });
  },
  accept: (listener) => {
    const descriptor = libc().accept4(listener, null, null, LINUX.ACCEPTED);
    return descriptor < 0 ? failed() : descriptor;
  },
  send,
  receive,
  pair: () => {
    const { bytes, pointer } = memory();
    if (libc().socketpair(LINUX.AF_UNIX, LINUX.STREAM, 0, pointer) !== 0) return null;
    const made = [bytes.readInt32LE(0), bytes.readInt32LE(4)] as const;
    // The block begins with msghdr's name, which must stay NULL.
    bytes.writeBigUInt64LE(0n, 0);
    return made;
  },
  close: (descriptor) => {
    libc().close(descriptor);
  },
  stream: (descriptor) => new Socket({ fd: descriptor, readable: true, writable: true, allowHalfOpen: true }),
  watch: (descriptor, onReadable) => poller.watch(descriptor, onReadable),
  whenWritable: (descriptor, onWritable) => poller.whenWritable(descriptor, onWritable),
};

/**
 * A descriptor of its own for what a socket of Node.js stands on, whose own is closed: what the socket would have read
 * is left for the new one. Pause the socket before anything can come (`pauseOnConnect`).
 * @returns null when the socket has none.
 */
export function takeDescriptor(socket: Socket): number | null {
  const handle: unknown = Reflect.get(socket, '_handle');
  const own: unknown = typeof handle === 'object' && handle !== null ? Reflect.get(handle, 'fd') : null;
  if (typeof own !== 'number' || own < 0) return null;
  const taken = libc().fcntl(own, LINUX.F_DUPFD_CLOEXEC, 3);
  socket.destroy();
  return taken < 0 ? null : taken;
}
