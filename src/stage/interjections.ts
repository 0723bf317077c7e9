interface Interjection<Name> {
  readonly name: Name;
  readonly when: 'before' | 'after';
  readonly act: () => void;
}

/** What a scenario has happen inside calls that an adapter makes below, each once. */
export class Interjections<Name> {
  private readonly waiting: Interjection<Name>[] = [];

  /** Has something happen inside the next call of a function, before or after what the call itself does. */
  add(name: Name, when: 'before' | 'after', act: () => void): void {
    this.waiting.push({ name, when, act });
  }

  /** Does the oldest that waits for this moment of this call, if any. */
  run(name: Name, when: 'before' | 'after'): void {
    const at = this.waiting.findIndex((one) => one.name === name && one.when === when);
    if (at === -1) return;
    const [interjection] = this.waiting.splice(at, 1);
    interjection?.act();
  }
}
