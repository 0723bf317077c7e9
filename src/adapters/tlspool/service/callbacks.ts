/** Numbers of callbacks that a pool uses. */
const MOST = 1024;

/** A client's answer to a callback, with the descriptors that came with it. */
export interface Answer {
  readonly message: Buffer;
  readonly passed: readonly number[];
}

interface Waiting {
  readonly owner: object;
  readonly resolve: (answer: Answer) => void;
}

/** The callbacks of a pool that wait for their answers, each on the connection that it was made on. */
export class Callbacks {
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  /**
   * Makes a callback.
   * @param owner Connection that must answer it.
   * @param over Gives it up: its number is free again, and the promise rejects.
   * @param send Sends it under its number.
   */
  ask(owner: object, over: AbortSignal, send: (cbid: number) => void): Promise<Answer> {
    if (this.waiting.size >= MOST) return Promise.reject(new Error('too many callbacks wait'));
    do this.last = (this.last % MOST) + 1;
    while (this.waiting.has(this.last));
    const cbid = this.last;
    return new Promise((resolve, reject) => {
      over.throwIfAborted();
      const giveUp = (): void => {
        this.waiting.delete(cbid);
        reject(new Error('the exchange is over'));
      };
      over.addEventListener('abort', giveUp, { once: true });
      const answered = (answer: Answer): void => {
        over.removeEventListener('abort', giveUp);
        resolve(answer);
      };
      this.waiting.set(cbid, { owner, resolve: answered });
      send(cbid);
    });
  }

  /** Takes an answer; false where no callback of that number waits on that connection. */
  answer(owner: object, cbid: number, answer: Answer): boolean {
    const waiting = this.waiting.get(cbid);
    if (waiting?.owner !== owner) return false;
    this.waiting.delete(cbid);
    waiting.resolve(answer);
    return true;
  }
}
