import type { SourceSlice } from './source.js';

/** One tagged sentence of an SRS document. */
export interface Requirement {
  /** The id as its document spells it, upper-cased family prefix kept: `SRS_STORE_01_077`. */
  readonly id: string;
  /** 1 for the first definition of an id, 2 for the second, … */
  readonly occurrence: number;
  /** `ID` for the first occurrence, `ID#2` for the second: unique within a document. */
  readonly label: string;
  /** What a reader sees between the markers: emphasis, backticks and links reduced to their text, white space collapsed. */
  readonly text: string;
  /** The same passage as Markdown source, for consumers that need code spans or links. */
  readonly markdown: string;
  /** A code listing inside the requirement (SRS_STORE_01_001 has one); empty when there is none. */
  readonly listing: string;
  readonly slice: SourceSlice;
  /** Headings above it, outermost first. */
  readonly section: readonly string[];
  /** The API function its section is about, or null. */
  readonly function: string | null;
  /** Label of the requirement whose nested list this one stands in, or null. */
  readonly parent: string | null;
}

/** A parameter of a prototype or a member of a struct. */
export interface CVariable {
  readonly type: string;
  readonly name: string;
}

/** A C function, or a callback's or slot's function type, as the document's code fences declare it. */
export interface CPrototype {
  readonly kind: 'function' | 'functionType';
  readonly name: string;
  readonly returnType: string;
  readonly parameters: readonly CVariable[];
  /** Declared `static`: no function of the API, but called from below. */
  readonly isStatic?: true;
  readonly slice: SourceSlice;
}

/** A C enumeration that the document's code fences declare. */
export interface CEnumeration {
  readonly name: string;
  readonly values: readonly string[];
  readonly slice: SourceSlice;
}

/** A C structure that the document's code fences declare. */
export interface CStruct {
  readonly name: string;
  readonly members: readonly CVariable[];
  readonly slice: SourceSlice;
}

/** A slot of the VTable (`concrete_io_open`) and the function that the document puts into it (`store_open_async`). */
export interface SlotDefinition {
  readonly slot: string;
  readonly function: string;
  readonly slice: SourceSlice;
}

/** An external state that the document defines ("STORE_STATE_OPEN means …"). */
export interface StateDefinition {
  readonly name: string;
  readonly text: string;
  readonly slice: SourceSlice;
}

/** One cell of a state table: what a call does in a state. Named `STATE/function`. */
export interface Transition {
  readonly label: string;
  readonly state: string;
  readonly function: string;
  /** The cell as a reader sees it, white space collapsed. */
  readonly text: string;
  readonly slice: SourceSlice;
}

/** A phrase that the document defines and other sentences use ("enter STORE_STATE_CLOSED"). */
export interface PhraseDefinition {
  readonly phrase: string;
  /** What the phrase stands for: the words behind "means", or the items of the list that follows. */
  readonly meaning: readonly string[];
  /** Label of the requirement that holds the definition, or null where it stands in prose. */
  readonly requirement: string | null;
  /** Labels of the requirements that use the phrase, in document order, the definition itself left out. */
  readonly usedBy: readonly string[];
  readonly slice: SourceSlice;
}

/** An example call sequence at the end of a document ("Connect example"). */
export interface CallSequence {
  readonly label: string;
  readonly name: string;
  /** The calls in their order, each group below the words that lead to it. */
  readonly groups: readonly {
    readonly lead: string;
    readonly calls: readonly { readonly function: string; readonly note: string }[];
  }[];
  readonly slice: SourceSlice;
}

/** Everything that iospec reads from one SRS document. */
export interface Specification {
  /** The id family in lower case: `store`, `store_linux`. */
  readonly name: string;
  readonly file: string;
  /** Hash of the document's bytes, hexadecimal. */
  readonly sha256: string;
  readonly title: string;
  /** The document's text, a byte order mark as a blank: the offsets of every slice are those of this text. */
  readonly text: string;
  readonly requirements: readonly Requirement[];
  readonly prototypes: readonly CPrototype[];
  readonly enumerations: readonly CEnumeration[];
  readonly structs: readonly CStruct[];
  /** As the document's "Implementation of `concrete_io_open`" lines say. */
  readonly slots: readonly SlotDefinition[];
  readonly states: readonly StateDefinition[];
  readonly transitions: readonly Transition[];
  readonly phrases: readonly PhraseDefinition[];
  readonly sequences: readonly CallSequence[];
}
