import type { CallSequence, Requirement, Transition } from '../specification/model.js';

/** A requirement's sentence, taken apart. */
export interface Clauses {
  /** What must hold or happen first, in the sentence's own words, outermost first. */
  readonly conditions: readonly string[];
  /** What shall then be seen, one duty each: "store_open shall return 0". */
  readonly obligations: readonly string[];
}

interface Item {
  /** Requirement label (`SRS_STORE_01_002#2`), `STATE/function`, or sequence label. */
  readonly label: string;
  readonly clauses: Clauses;
}

/** Something that a run gives a verdict on, with the part of the document that it was composed of. */
export type ComposedItem = Item &
  (
    | { readonly kind: 'requirement'; readonly place: Requirement }
    /** A cell of a state table. */
    | { readonly kind: 'transition'; readonly place: Transition }
    /** An example call sequence. */
    | { readonly kind: 'sequence'; readonly place: CallSequence }
  );

/** A step of a composed scenario. */
export interface ComposedStep {
  /** `Given`, `When`, `Then` or `And`. */
  readonly keyword: string;
  /** Its words with the values of its example. */
  readonly text: string;
  /** Place of the obligation that it shows among those of its item; null: it shows none. */
  readonly obligation: number | null;
}

/** One scenario of a generated feature: one example of an outline. */
export interface ComposedScenario {
  /** Line of the scenario, or of its row of examples, from 1. */
  readonly line: number;
  readonly name: string;
  /** Label of the item that it is a scenario of. */
  readonly label: string;
  /** Tags without `@`. */
  readonly tags: readonly string[];
  /** Kind of the underlying IO that it runs over; null: it stands on nothing. */
  readonly underlying: string | null;
  readonly steps: readonly ComposedStep[];
}

/** A generated feature file. */
export interface ComposedFeature {
  /** Path below `features/`: `store/store_open.feature`. */
  readonly path: string;
  readonly text: string;
  readonly items: readonly ComposedItem[];
  readonly scenarios: readonly ComposedScenario[];
}
