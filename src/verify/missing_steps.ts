import type { PlannedDocument } from './planned_document.js';

/** Step definitions to write: for every phrase of the documents that has none, as code, each once. */
export function missingSteps(documents: readonly PlannedDocument[]): string {
  const snippets = new Set(
    documents.flatMap(({ defects }) => [...defects.values()].flatMap((defect) => defect.snippets)),
  );
  return [...snippets].map((snippet) => `${snippet}\n\n`).join('');
}
