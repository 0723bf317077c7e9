/** A document's text with the name that messages quote. */
export interface SourceText {
  /** Path as the user gave it; every message names this. */
  readonly file: string;
  readonly text: string;
}

/** A piece of a document that remembers where it stands. Lines and columns count from 1, offsets from 0. */
export interface SourceSlice {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** Offset of the first character (UTF-16 code units). */
  readonly start: number;
  /** Offset behind the last character. */
  readonly end: number;
}
