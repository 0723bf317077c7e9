import type { Specification } from '../specification/model.js';
import { findSystems } from '../system/find_system.js';
import { findProjects } from '../system/project.js';
import type { Choice } from './choice.js';
import { readDocuments } from './documents.js';
import { planDocument, type PlannedDocument } from './planned_document.js';

/**
 * Composes and binds documents, without an adapter.
 * @param given Names of documents, or paths; none: those that a run without a choice is about.
 * @throws UserError, with one line for the user.
 */
export async function planAll(
  given: readonly string[],
  { steps, configuration }: Pick<Choice, 'steps' | 'configuration'>,
): Promise<readonly { readonly specification: Specification; readonly plan: PlannedDocument }[]> {
  const projects = await findProjects(configuration);
  const systems = await findSystems(projects, steps);
  const planned = [];
  for (const specification of await readDocuments(given, projects)) {
    const system = await systems.of(specification.name);
    planned.push({ specification, plan: await planDocument(specification, system, specification.name) });
  }
  return planned;
}
