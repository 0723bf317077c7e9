/** A requirement's sentence, taken apart. */
export interface Clauses {
  /** What must hold or happen first, in the sentence's own words, outermost first. */
  readonly conditions: readonly string[];
  /** What shall then be seen, one duty each: "tlsio_open_async shall return _FAILURE_". */
  readonly obligations: readonly string[];
}

/** Something that a run gives a verdict on: a requirement, a cell of a state table, a call sequence. */
export interface ComposedItem {
  readonly kind: 'requirement' | 'transition' | 'sequence';
  /** Requirement label (`SRS_TLSIO_30_077#2`), `STATE/function`, or sequence label; the tag of its rule without `@`. */
  readonly label: string;
  readonly clauses: Clauses;
}

/** A generated feature file. */
export interface ComposedFeature {
  /** Path below `features/`: `tlsio/tlsio_open_async.feature`. */
  readonly path: string;
  readonly text: string;
  readonly items: readonly ComposedItem[];
}
