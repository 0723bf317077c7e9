/** What a line tells its end. */
export interface LineListener {
  received(bytes: Buffer): void;
  /** The other end sends no more. */
  finished(): void;
  /** The line broke: nothing more comes, nothing more goes. */
  failed(error: Error): void;
}

/** One end of a connection that carries bytes as TCP does: between two ends in memory, or a socket. */
export interface LineEnd {
  /** Takes bytes; `done` is told when they have gone out, or that they could not. */
  write(bytes: Buffer, done: (error: Error | null) => void): void;
  /** Sends no more; the other end can. */
  finish(): void;
  /** Cuts the connection: the other end is told that it was reset. */
  reset(): void;
  /** Leaves: sends no more, hears no more. */
  destroy(): void;
  pause(): void;
  resume(): void;
  /** Names who listens; nothing is told before, nothing is lost. */
  attach(listener: LineListener): void;
}

/** An error as Node.js makes it for a system call: a `code` and a message that says what was tried. */
export function systemError(code: string, attempt: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${attempt} ${code}`), { code });
}
