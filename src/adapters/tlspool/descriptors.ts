import type { Duplex } from 'node:stream';

/** What came in one read. */
export interface Received {
  /** Bytes read; 0 at the end of the stream, and the negative number of an error (`-EAGAIN`: nothing has come yet). */
  readonly length: number;
  readonly bytes: Buffer;
  /** Descriptors that came with the bytes; the receiver owns them. */
  readonly passed: readonly number[];
}

/**
 * The part of an operating system that the two sides of a TLS Pool's socket stand on. A descriptor is a small number;
 * errors are the negative numbers of the host's errno. No function waits.
 */
export interface Descriptors {
  /** Connects to the socket at a path; a descriptor, or an error. */
  readonly connect: (path: string) => number;
  /** Makes a socket at a path, with these permissions; a descriptor to accept from, or an error. */
  readonly listen: (path: string, mode: number) => number;
  /** Takes the socket's file away, if it is there. */
  readonly unlink: (path: string) => void;
  /** The next connection, or an error. */
  readonly accept: (listener: number) => number;
  /** Writes bytes together with descriptors, which stay the caller's too; the number of bytes taken, or an error. */
  readonly send: (descriptor: number, bytes: Uint8Array, passed: readonly number[]) => number;
  /** Reads at most `length` bytes and the descriptors that came with them. */
  readonly receive: (descriptor: number, length: number) => Received;
  /** Two ends of a stream; null when there is none to be had. */
  readonly pair: () => readonly [number, number] | null;
  readonly close: (descriptor: number) => void;
  /** A stream over a descriptor, which is the stream's from now on. */
  readonly stream: (descriptor: number) => Duplex;
  /**
   * Calls back, from the event loop, whenever something can be read or accepted, or the other end is gone.
   * @returns Stops it.
   */
  readonly watch: (descriptor: number, onReadable: () => void) => () => void;
  /**
   * Calls back once, from the event loop, as soon as something can be written, or the other end is gone. What a descriptor
   * was asked for before is forgotten.
   * @returns Stops it.
   */
  readonly whenWritable: (descriptor: number, onWritable: () => void) => () => void;
}
