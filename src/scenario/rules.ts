/**
 * Alternatives that a phrase runs over, as the place says that binds it: one row of examples for each value.
 *
 * `rewritten`: the sentence's words are found by a pattern and written with a slot. `appended`: the phrase itself takes the
 * sentence's words with each value behind them, so that nothing of the sentence is said twice.
 */
export type Alternatives =
  | {
      readonly kind: 'rewritten';
      /** Finds the words in a condition; what it matches is kept, except for the part that `instead` replaces. */
      readonly words: RegExp;
      /** The words with a slot `<name>` for the column. */
      readonly instead: string;
      readonly column: string;
      readonly values: readonly string[];
    }
  | {
      readonly kind: 'appended';
      /** What stands between the sentence's words and the value: ` because of `. */
      readonly joint: string;
      readonly column: string;
      readonly values: readonly string[];
      /** Whether the phrase takes these words, as a condition of a call of the function. */
      readonly takes: (words: string, functionName: string | null) => boolean;
    };

/** One side of a conversation that a document describes as a whole: an adapter plays one, its tester the other. */
export interface Side {
  /** What a duty of that side is about: `the client`, the side's functions. */
  readonly subjects: RegExp;
  /** The capability by which an adapter says which side it is. */
  readonly capability: string;
  readonly value: string;
  /** The step that limits a scenario to adapters of that side. */
  readonly given: string;
}

/** An event of a state table that is no call, and how it reads as a step. */
export interface TableEvent {
  readonly words: RegExp;
  /** The step, `$&` being the event. */
  readonly instead: string;
}

/** What a document leaves open that a composer has to know; a system declares it in its `defineSystem`. */
export interface DocumentRules {
  /** The noun of the first step: `a store`. */
  readonly noun: string;
  /** What the document calls one of its kind: `adapter`. */
  readonly kind: string;
  /** External states, where the document does not define them. */
  readonly states: readonly string[];
  /** States that a sentence means as well where it names all of these others, by a reading. */
  readonly meantToo: { readonly named: readonly string[]; readonly too: readonly string[] };
  /** Calls that return nothing, and so can't be what goes wrong. */
  readonly infallible: readonly string[];
  /** What else goes wrong inside a function, by the function's name: a call that its sentences do not name by "calling". */
  readonly furtherErrors: ReadonlyMap<string, readonly string[]>;
  /** The step that the prose of a section demands of an adapter, by section heading. */
  readonly sections: ReadonlyMap<string, string>;
  /** The state that an example call sequence starts in, by the sequence's label. */
  readonly sequences: ReadonlyMap<string, string>;
  /** None where every adapter is bound by every sentence. */
  readonly sides: readonly Side[];
  /** Events of its state tables that are no calls. */
  readonly tableEvents: readonly TableEvent[];
}

/** All that composing a document's scenarios follows from besides the document. */
export interface CompositionRules extends DocumentRules {
  /** Kinds of underlying IO that its scenarios run over; none: they stand on nothing. */
  readonly underlyings: readonly string[];
  /** Whether a step takes these words that describes the system before anything is called. */
  readonly isSituation: (words: string) => boolean;
  readonly alternatives: readonly Alternatives[];
}

/**
 * The rules for a document that nobody wrote a system for: what its name tells, and no more.
 * @param name The document's name, `store`.
 */
export function plainRules(name: string): CompositionRules {
  return {
    noun: `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`,
    kind: 'adapter',
    states: [],
    meantToo: { named: [], too: [] },
    infallible: [],
    furtherErrors: new Map(),
    sections: new Map(),
    sequences: new Map(),
    sides: [],
    tableEvents: [],
    underlyings: [],
    isSituation: () => false,
    alternatives: [],
  };
}
