import { existsSync } from 'node:fs';
import { hashOf } from '../subject/code.js';
import { findSystems, type Systems } from '../system/find_system.js';
import { findProjects } from '../system/project.js';
import { readSpecification, SpecificationError } from '../specification/index.js';
import type { SpecificationTrace, Trace } from '../trace/model.js';
import type { Present, PresentCode, PresentDocument } from '../trace/stale.js';
import type { Choice } from './choice.js';
import { planDocument } from './planned_document.js';

/**
 * How the documents and adapters of a trace are now. Paths are those of the run, relative to the working directory.
 * @param places Where the run was told to look for systems.
 * @throws UserError, with one line for the user, where a system can't be loaded.
 */
export async function present(
  trace: Trace,
  { steps, configuration }: Pick<Choice, 'steps' | 'configuration'>,
): Promise<Present> {
  const systems = await findSystems(await findProjects(configuration), steps);
  const documents = new Map(
    await Promise.all(
      trace.specifications.map(async (one) => [one, await documentOf(one, systems)] as const),
    ),
  );
  return {
    documentOf: (specification) => documents.get(specification) ?? { gone: 'is not known' },
    codeOf,
  };
}

function codeOf(files: readonly string[]): PresentCode {
  const sha256 = hashOf(files);
  return sha256 === null
    ? { gone: `${files.find((file) => !existsSync(file)) ?? 'its code'}: no such file` }
    : { sha256 };
}

async function documentOf({ name, file }: SpecificationTrace, systems: Systems): Promise<PresentDocument> {
  try {
    const specification = await readSpecification(file);
    return { hashes: (await planDocument(specification, await systems.of(name), name)).hashes };
  } catch (error) {
    if (!(error instanceof SpecificationError)) throw error;
    return { gone: error.message };
  }
}
