/** Names of a document with their numbers, of commands, flags or errors. */
export class Names {
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly names: ReadonlyMap<number, string>;

  /** @param what What they are names of, for errors: `command`. */
  constructor(
    private readonly what: string,
    numbers: Iterable<readonly [string, number]>,
  ) {
    this.numbers = new Map(numbers);
    this.names = new Map([...this.numbers].map(([name, number]) => [number, name]));
  }

  /** The number that a word of the document stands for: a name, or a number as it is written. */
  number(word: string): number {
    const number = this.numbers.get(word) ?? Number(word);
    if (Number.isNaN(number)) throw new Error(`the document's tables have no ${this.what} ${word}`);
    return number;
  }

  /** The sum of several: `LOCALROLE_SERVER+FORK`. */
  sum(words: string): number {
    return words.split('+').reduce((sum, word) => (sum | this.number(word)) >>> 0, 0);
  }

  /** The name of a number, where it has one. */
  name(number: number): string | undefined {
    return this.names.get(number);
  }
}
