/**
 * Knows whether a callback of the user is running. Work that was started by `dowork` is not started once more from
 * inside a callback: the call that made the callback goes on where it stood, after looking at what has changed.
 */
export class CallbackGuard {
  private depth = 0;

  get active(): boolean {
    return this.depth > 0;
  }

  call(callback: () => void): void {
    this.depth += 1;
    try {
      callback();
    } finally {
      this.depth -= 1;
    }
  }
}
