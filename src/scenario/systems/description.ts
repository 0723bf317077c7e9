/** Alternatives that a phrase of a document runs over. */
export interface Alternatives {
  /** Finds the words in a condition; what it matches is kept, except for the part that `instead` replaces. */
  readonly words: RegExp;
  /** The words with a slot `<name>` for the column. */
  readonly instead: string;
  readonly column: string;
  readonly values: readonly string[];
}

/** What the composer must know of a system and its document does not say in a form that can be read from it. */
export interface SystemDescription {
  readonly name: string;
  /** The noun of the first step: `a tlsio`. */
  readonly noun: string;
  /** What the document calls one of its kind: `adapter`. */
  readonly kind: string;
  /** Underlying IOs that its scenarios run over. */
  readonly underlyings: readonly string[];
  /** External states, where the document does not define them. */
  readonly states: readonly string[];
  /** States that a sentence means as well where it names all of these others, by a reading. */
  readonly meantToo?: { readonly named: readonly string[]; readonly too: readonly string[] };
  /** Calls that return nothing, and so can't be what goes wrong. */
  readonly infallible?: readonly string[];
  /** What else goes wrong inside a function: a call that its sentences do not name by "calling". */
  readonly furtherErrors?: Readonly<Record<string, readonly string[]>>;
  /** Conditions that describe the adapter before the call, and so belong to a Given. */
  readonly situations: readonly RegExp[];
  readonly alternatives: readonly Alternatives[];
  /** What the prose of a section demands of an adapter, by section heading. */
  readonly sections: Readonly<Record<string, string>>;
  /** The state that an example call sequence starts in, by the sequence's label. */
  readonly sequences: Readonly<Record<string, string>>;
}
