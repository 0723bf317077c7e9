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
  readonly reject: (error: Error) => void;
}

/** The callbacks of a pool that wait for their answers, each on the connection that it was made on. */
export class Callbacks {
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  /**
   * Makes a callback.
   * @param owner Connection that must answer it.
   * @param send Sends it under its number.
   */
  ask(owner: object, send: (cbid: number) => void): Promise<Answer> {
    if (this.waiting.size >= MOST) return Promise.reject(new Error('too many callbacks wait'));
    do this.last = (this.last % MOST) + 1;
    while (this.waiting.has(this.last));
    const cbid = this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(cbid, { owner, resolve, reject });
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

  /** Gives up what waits on a connection. */
  abandon(owner: object): void {
    for (const [cbid, waiting] of this.waiting) {
      if (waiting.owner !== owner) continue;
      this.waiting.delete(cbid);
      waiting.reject(new Error('the client has gone'));
    }
  }
}
