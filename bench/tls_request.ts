/** What goes in one write. */
export const CHUNK = Buffer.alloc(64 * 1024, 'iospec');

export type Direction = 'up' | 'down';

export const REQUEST_SIZE = 5;

/** What a client says first: what it wants to do, and with how many chunks. */
export function requestFor(direction: Direction, chunks: number): Buffer {
  const request = Buffer.alloc(REQUEST_SIZE, direction === 'up' ? 'U' : 'D');
  request.writeUInt32BE(chunks, 1);
  return request;
}

/** Bytes that the server sends for a request: the chunks, or one byte when it has them all. */
export function answerTo(direction: Direction, chunks: number): number {
  return direction === 'down' ? chunks * CHUNK.length : 1;
}

/** Where a client connects to, and whom it trusts. */
export interface Server {
  readonly port: number;
  /** PEM of the authority that signed the server's certificate. */
  readonly authority: string;
}

/** One way to speak TLS. */
export interface Client {
  readonly name: string;
  /** Milliseconds from the first write, on a connection that stands, to the last byte of the answer. */
  readonly transfer: (server: Server, direction: Direction, chunks: number) => Promise<number>;
  /** Opens a connection, waits until it stands, gives it up. */
  readonly handshake: (server: Server) => Promise<void>;
}
