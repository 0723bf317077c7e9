import type { Socket } from 'node:net';
import { lengthOf, scatter } from '../memory.js';
import type { OVERLAPPED, WSABUF } from '../win32_socket.js';
import { NO_ERROR, WIN32_ERROR } from '../win32_socket.js';

/** One overlapped operation that has been started. */
export interface Operation {
  readonly overlapped: OVERLAPPED;
  readonly buffers: readonly WSABUF[];
  /** Tells the pool how it ended; called once. */
  readonly complete: (io_result: number, bytes: number) => void;
}

function memoryOf({ buf, len }: WSABUF): Uint8Array {
  return buf.subarray(0, len);
}

/** Overlapped sends and receives over a stream of Node.js, which stays its owner's: it is never ended or destroyed here. */
export class ModelSocket {
  private readonly sends = new Set<Operation>();
  private readonly receives: Operation[] = [];
  private hasEnded = false;
  private hasFailed = false;

  constructor(private readonly stream: Socket) {
    stream
      .on('readable', this.fill)
      .on('end', this.onEnd)
      .on('error', this.onFailure)
      .on('close', this.onClose);
  }

  /** The error that a call on the connection brings now; NO_ERROR when it can be used. */
  get defect(): number {
    return this.hasFailed ? WIN32_ERROR.WSAECONNRESET : NO_ERROR;
  }

  /** True when a send can be taken. */
  get isWritable(): boolean {
    return this.stream.writable;
  }

  /** @returns True when the system has taken all bytes at once; the completion comes in any case. */
  send(operation: Operation): boolean {
    this.sends.add(operation);
    const parts = operation.buffers.map(memoryOf);
    const done = (error?: Error | null): void => {
      if (!this.sends.delete(operation)) return;
      if (error) operation.complete(WIN32_ERROR.ERROR_NETNAME_DELETED, 0);
      else operation.complete(NO_ERROR, lengthOf(operation.buffers));
    };
    this.stream.cork();
    const last = parts.length - 1;
    const taken = parts.map((part, index) => this.stream.write(part, index === last ? done : undefined));
    this.stream.uncork();
    return taken.every(Boolean);
  }

  /** @returns True when there was something to receive at once; the completion comes in any case. */
  receive(operation: Operation): boolean {
    this.receives.push(operation);
    this.fill();
    return !this.receives.includes(operation);
  }

  /** Ends an operation early; what a send has handed to the system goes out all the same. */
  cancel(overlapped: OVERLAPPED): boolean {
    const send = [...this.sends].find((one) => one.overlapped === overlapped);
    const at = this.receives.findIndex((one) => one.overlapped === overlapped);
    const operation = send ?? this.receives[at];
    if (operation === undefined) return false;
    if (send === undefined) this.receives.splice(at, 1);
    else this.sends.delete(send);
    operation.complete(WIN32_ERROR.ERROR_OPERATION_ABORTED, 0);
    return true;
  }

  /** Lets go of the stream; operations must have completed. */
  release(): void {
    this.stream
      .off('readable', this.fill)
      .off('end', this.onEnd)
      .off('error', this.onFailure)
      .off('close', this.onClose);
  }

  private readonly fill = (): void => {
    for (let [next] = this.receives; next !== undefined; [next] = this.receives) {
      const wanted = Math.min(lengthOf(next.buffers), this.stream.readableLength);
      const bytes = wanted === 0 ? null : (this.stream.read(wanted) as Uint8Array | null);
      if (bytes !== null) {
        this.receives.shift();
        scatter(bytes, next.buffers);
        next.complete(NO_ERROR, bytes.length);
      } else if (this.hasEnded) {
        this.receives.shift();
        next.complete(NO_ERROR, 0);
      } else {
        break;
      }
    }
    // At the end of the stream a read, and nothing else, makes it say so.
    if (this.stream.readableLength === 0 && !this.hasEnded) this.stream.read(0);
  };

  private readonly onEnd = (): void => {
    this.hasEnded = true;
    this.fill();
  };

  private readonly onFailure = (): void => {
    this.hasFailed = true;
    for (const operation of this.receives.splice(0)) operation.complete(WIN32_ERROR.ERROR_NETNAME_DELETED, 0);
  };

  /** A stream that Node.js closes by itself after the peer's end goes on telling that end. */
  private readonly onClose = (): void => {
    if (!this.hasEnded) this.onFailure();
  };
}
