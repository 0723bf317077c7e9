import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundledAdapters } from '../adapters/bundled.js';
import type { AdapterModule } from '../adapters/module.js';
import { readSpecification } from '../specification/index.js';
import type { Specification } from '../specification/model.js';
import { withXioHeader } from '../system/xio_header.js';
import { loadAdapter } from '../subject/adapter_module.js';
import { packageRoot } from '../package.js';
import type { WorldParameters } from '../run/protocol.js';

/** What a scenario judges: a document and an adapter that claims it. */
export interface Subject {
  readonly specification: Specification;
  readonly adapter: AdapterModule;
}

const documents = new Map<string, Promise<Specification>>();

function bundledDocument(system: string): string {
  return join(packageRoot, 'spec', `${system}_requirements.md`);
}

function documentAt(file: string): Promise<Specification> {
  const known = documents.get(file) ?? readSpecification(file).then(withXioHeader);
  documents.set(file, known);
  return known;
}

/**
 * Finds what a scenario judges: what the run says, or else the bundled document that one of the scenario's tags names
 * and the first bundled adapter that claims it.
 * @throws Error when no tag names a document, or no adapter claims it.
 */
export async function subjectOf(
  tags: readonly string[],
  parameters: Partial<WorldParameters>,
): Promise<Subject> {
  const system = parameters.system ?? tags.find((tag) => existsSync(bundledDocument(tag)));
  if (system === undefined) throw new Error(`none of the tags ${tags.join(', ')} names a document`);
  const specification = await documentAt(parameters.specification ?? bundledDocument(system));
  const name =
    parameters.adapter ?? bundledAdapters.find((adapter) => adapter.specification === system)?.name;
  if (name === undefined) throw new Error(`no bundled adapter claims ${system}`);
  return { specification, adapter: await loadAdapter(name) };
}
