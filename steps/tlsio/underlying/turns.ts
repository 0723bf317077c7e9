/** Things to do in later turns of the event loop, which can all be called off. */
export class Turns {
  private readonly named = new Map<string, NodeJS.Immediate>();
  private readonly delayed = new Set<NodeJS.Immediate>();

  get pending(): number {
    return this.named.size + this.delayed.size;
  }

  has(name: string): boolean {
    return this.named.has(name);
  }

  /** In the next turn, under a name that tells whether it is still to come. */
  next(name: string, work: () => void): void {
    this.named.set(
      name,
      setImmediate(() => {
        this.named.delete(name);
        work();
      }),
    );
  }

  /** After a number of turns; at once for none. */
  after(turns: number, work: () => void): void {
    if (turns === 0) {
      work();
      return;
    }
    const turn = setImmediate(() => {
      this.delayed.delete(turn);
      this.after(turns - 1, work);
    });
    this.delayed.add(turn);
  }

  clear(): void {
    for (const turn of [...this.named.values(), ...this.delayed]) clearImmediate(turn);
    this.named.clear();
    this.delayed.clear();
  }
}
