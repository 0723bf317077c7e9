import { existsSync } from 'node:fs';
import { bundledDocuments } from '../system/bundled_documents.js';
import { readSpecification } from '../specification/index.js';
import type { Specification } from '../specification/model.js';
import { UsageError } from '../errors.js';

/**
 * Finds the file of a document.
 * @param given Name of a bundled document, or a path.
 * @throws UsageError when it is neither.
 */
export function documentFile(given: string): string {
  const bundled = bundledDocuments();
  const found = bundled.find(({ name }) => name === given);
  if (found !== undefined) return found.file;
  if (existsSync(given) || /[/\\.]/.test(given)) return given;
  const names = bundled.map(({ name }) => name).join(', ');
  throw new UsageError(`${given}: neither a bundled document (${names}) nor a file`);
}

/**
 * Reads documents, each once.
 * @param given Names of bundled documents, or paths; none: every bundled document.
 * @throws UsageError, or SpecificationError for one that can't be read.
 */
export async function readDocuments(given: readonly string[]): Promise<readonly Specification[]> {
  const files = given.length === 0 ? bundledDocuments().map(({ file }) => file) : given.map(documentFile);
  return Promise.all([...new Set(files)].map(readSpecification));
}
