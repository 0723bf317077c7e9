import { existsSync } from 'node:fs';
import { UsageError } from '../errors.js';
import { readSpecification } from '../specification/index.js';
import type { Specification } from '../specification/model.js';
import { defaultDocuments, type Project, type ProjectDocument } from '../system/project.js';

/**
 * Finds the file of a document.
 * @param given Name of a document of a project, or a path.
 * @throws UsageError when it is neither.
 */
export function documentFile(given: string, projects: readonly Project[]): string {
  const known = knownDocuments(projects);
  const found = known.find(({ name }) => name === given);
  if (found !== undefined) return found.file;
  if (existsSync(given) || /[/\\.]/.test(given)) return given;
  throw new UsageError(`${given}: neither a known document (${namesOf(known)}) nor a file`);
}

/** The documents of all projects, the nearest first. */
export function knownDocuments(projects: readonly Project[]): readonly ProjectDocument[] {
  return projects.flatMap(({ documents }) => documents);
}

/** Names of documents, for a message. */
export function namesOf(documents: readonly ProjectDocument[]): string {
  return documents.flatMap(({ name }) => name ?? []).join(', ');
}

/**
 * Reads documents, each once.
 * @param given Names of documents, or paths; none: those that a run without a choice is about.
 * @throws UsageError, or SpecificationError for one that can't be read.
 */
export async function readDocuments(
  given: readonly string[],
  projects: readonly Project[],
): Promise<readonly Specification[]> {
  const files =
    given.length === 0
      ? defaultDocuments(projects).map(({ file }) => file)
      : given.map((one) => documentFile(one, projects));
  return Promise.all([...new Set(files)].map(readSpecification));
}
