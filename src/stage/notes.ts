/**
 * Something that a step notes for later steps of its scenario. Made once, where the steps are defined; what is noted belongs
 * to the scenario's stage and goes with it.
 */
export class Note<Value> {
  /** Only a type: what is noted under it. */
  declare readonly value: Value;

  /** @param missing Says that it was not noted: `nothing was transferred`. */
  constructor(readonly missing: string) {}
}

/** What the steps of one scenario have noted. */
export class Notes {
  private readonly noted = new Map<Note<unknown>, unknown>();

  set<Value>(note: Note<Value>, value: Value): void {
    this.noted.set(note, value);
  }

  /** What was noted last; undefined when nothing was. */
  find<Value>(note: Note<Value>): Value | undefined {
    return this.noted.get(note) as Value | undefined;
  }

  /** @throws Error with the note's own words when nothing was noted. */
  get<Value>(note: Note<Value>): Value {
    if (!this.noted.has(note)) throw new Error(note.missing);
    return this.noted.get(note) as Value;
  }

  /** What was noted last, or what is noted now in its place. */
  ensure<Value>(note: Note<Value>, first: () => Value): Value {
    if (!this.noted.has(note)) this.set(note, first());
    return this.get(note);
  }
}
