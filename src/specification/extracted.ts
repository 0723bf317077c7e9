import type { Specification } from './model.js';

/** A row of `iospec extract`, without the clauses that the composer adds. Fields in the order of the contract. */
export interface ExtractedRow {
  readonly id: string;
  readonly occurrence: number;
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly section: readonly string[];
  readonly function: string | null;
  readonly parent: string | null;
}

/** The requirements of a specification as rows, in document order. */
export function extracted(specification: Specification): readonly ExtractedRow[] {
  return specification.requirements.map(
    ({ id, occurrence, text, slice, section, function: subject, parent }) => ({
      id,
      occurrence,
      text,
      file: slice.file,
      line: slice.line,
      endLine: slice.endLine,
      section,
      function: subject,
      parent,
    }),
  );
}
