import { libc, type Memory } from '../../../../src/stage/libc.js';
import type { Received } from '../../../../src/adapters/tlspool/descriptors.js';
import {
  linux,
  MSG_CMSG_CLOEXEC,
  MSG_DONTWAIT,
  MSG_NOSIGNAL,
  orError,
  SCM_RIGHTS,
  SOL_SOCKET,
} from './linux.js';

/** Bytes, and descriptors, that one call carries at most. */
const MOST_BYTES = 65_536;
const MOST_PASSED = 16;

// struct msghdr of a 64-bit Linux: what it points to, and where.
const IOV_POINTER = 16;
const IOV_COUNT = 24;
const CONTROL_POINTER = 32;
const CONTROL_LENGTH = 40;
const MSGHDR_SIZE = 56;
// struct iovec: a pointer and a length.
const IOVEC_LENGTH = 8;
const IOVEC_SIZE = 16;
// struct cmsghdr: its length, level and type; the descriptors stand behind it.
const CMSG_LEVEL = 8;
const CMSG_TYPE = 12;
const CMSG_DATA = 16;
const CONTROL_SIZE = CMSG_DATA + 4 * MOST_PASSED;

/** The structures of one call, and the bytes that it carries: no call waits, so that all of them share one. */
interface Block {
  readonly memory: Memory;
  readonly header: Buffer;
  readonly iovec: Buffer;
  readonly control: Buffer;
  readonly data: Buffer;
  /** Where the control data are in memory. */
  readonly controlAddress: bigint;
}

let block: Block | null = null;

function blockOfMemory(): Block {
  if (block !== null) return block;
  const memory = libc().memory(MSGHDR_SIZE + IOVEC_SIZE + CONTROL_SIZE + MOST_BYTES);
  memory.bytes.fill(0);
  let used = 0;
  const take = (size: number): Buffer => memory.bytes.subarray(used, (used += size));
  const [header, iovec, control, data] = [MSGHDR_SIZE, IOVEC_SIZE, CONTROL_SIZE, MOST_BYTES].map(take) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const addressOf = (part: Buffer): bigint =>
    memory.address + BigInt(part.byteOffset - memory.bytes.byteOffset);
  header.writeBigUInt64LE(addressOf(iovec), IOV_POINTER);
  header.writeBigUInt64LE(1n, IOV_COUNT);
  iovec.writeBigUInt64LE(addressOf(data));
  block = { memory, header, iovec, control, data, controlAddress: addressOf(control) };
  return block;
}

function describe({ header, iovec, controlAddress }: Block, length: number, controlLength: number): void {
  iovec.writeBigUInt64LE(BigInt(length), IOVEC_LENGTH);
  header.writeBigUInt64LE(controlLength === 0 ? 0n : controlAddress, CONTROL_POINTER);
  header.writeBigUInt64LE(BigInt(controlLength), CONTROL_LENGTH);
}

/** Writes bytes together with descriptors; the number of bytes taken, or an error. */
export function send(descriptor: number, bytes: Uint8Array, passed: readonly number[]): number {
  if (bytes.length > MOST_BYTES || passed.length > MOST_PASSED) throw new RangeError('too much for one call');
  const memory = blockOfMemory();
  const { control, data } = memory;
  data.set(bytes);
  const length = CMSG_DATA + 4 * passed.length;
  control.writeBigUInt64LE(BigInt(length));
  control.writeInt32LE(SOL_SOCKET, CMSG_LEVEL);
  control.writeInt32LE(SCM_RIGHTS, CMSG_TYPE);
  for (const [index, one] of passed.entries()) control.writeInt32LE(one, CMSG_DATA + 4 * index);
  describe(memory, bytes.length, passed.length === 0 ? 0 : Math.ceil(length / 8) * 8);
  return orError(linux().sendmsg(descriptor, memory.memory.pointer, MSG_NOSIGNAL | MSG_DONTWAIT));
}

/** Reads at most `wanted` bytes, and the descriptors that came with them. */
export function receive(descriptor: number, wanted: number): Received {
  const memory = blockOfMemory();
  const { header, control, data } = memory;
  describe(memory, Math.min(wanted, MOST_BYTES), CONTROL_SIZE);
  const length = orError(linux().recvmsg(descriptor, memory.memory.pointer, MSG_DONTWAIT | MSG_CMSG_CLOEXEC));
  const passed: number[] = [];
  const bytes = Buffer.from(data.subarray(0, Math.max(0, length)));
  if (length < 0 || header.readBigUInt64LE(CONTROL_LENGTH) < CMSG_DATA) return { length, bytes, passed };
  const isRights =
    control.readInt32LE(CMSG_LEVEL) === SOL_SOCKET && control.readInt32LE(CMSG_TYPE) === SCM_RIGHTS;
  const end = isRights ? Number(control.readBigUInt64LE()) : 0;
  for (let at = CMSG_DATA; at < end; at += 4) passed.push(control.readInt32LE(at));
  return { length, bytes, passed };
}
