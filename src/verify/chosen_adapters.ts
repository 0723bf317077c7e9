import { resolve } from 'node:path';
import { UsageError } from '../errors.js';
import type { Specification } from '../specification/model.js';
import type { AdapterDescription } from '../subject/description.js';
import { adaptersOf, type NamedAdapter } from '../system/adapters.js';
import type { Systems } from '../system/find_system.js';
import type { Project } from '../system/project.js';
import { AdapterError, isFolder, moduleUrl, type AdapterWorkers } from './describe_adapters.js';
import { knownDocuments, namesOf } from './documents.js';

/**
 * Describes the adapters that were named.
 * @param given Modules, or names of adapters that a system names.
 * @throws AdapterError for what is no adapter, UsageError for two of one name.
 */
export async function describeGiven(
  given: readonly string[],
  systems: Systems,
  workers: AdapterWorkers,
): Promise<readonly AdapterDescription[]> {
  const adapters = await Promise.all(
    [...new Set(given)].map(async (one) =>
      workers.describe(moduleUrl(one) ?? (await namedUrl(one, systems)), one),
    ),
  );
  const names = new Map<string, string>();
  for (const { name, specification, specifier } of adapters) {
    const key = `${specification}/${name}`;
    const known = names.get(key);
    if (known !== undefined)
      throw new UsageError(`${specifier}: its adapter is named ${name}, and so is that of ${known}`);
    names.set(key, specifier);
  }
  return adapters;
}

async function namedUrl(given: string, systems: Systems): Promise<string> {
  const named = (await systems.all()).flatMap(adaptersOf);
  const found = named.find(({ name }) => name === given);
  if (found !== undefined) return found.url;
  if (isFolder(given)) throw new AdapterError(`${given}: is a folder, not a module`);
  const names = named.map(({ name }) => name).join(', ');
  throw new AdapterError(`${given}: neither a module nor the name of an adapter (${names})`);
}

/**
 * Describes the adapters that documents are judged with where none was named: those of their systems, and those of the
 * project's configuration.
 */
export async function describeDefault(
  names: readonly string[],
  projects: readonly Project[],
  systems: Systems,
  workers: AdapterWorkers,
): Promise<readonly AdapterDescription[]> {
  const of = await Promise.all([...new Set(names)].map((name) => systems.of(name)));
  const named: readonly Omit<NamedAdapter, 'specification'>[] = [
    ...projects.flatMap(({ configuration, root }) =>
      (configuration.adapters ?? []).map((path) => own(path, root)),
    ),
    ...of.flatMap(adaptersOf),
  ];
  const described = await Promise.all(named.map(({ url, name }) => workers.describe(url, name)));
  return described.filter(({ specification }) => names.includes(specification));
}

function own(path: string, root: string): Omit<NamedAdapter, 'specification'> {
  const url = moduleUrl(resolve(root, path)) ?? moduleUrl(path);
  if (url === null)
    throw new AdapterError(`${path}: named as an adapter in the configuration, but there is no such module`);
  return { name: path, url };
}

/**
 * The documents that are to be judged by.
 * @param given Names of documents, or paths; none: those that the given adapters claim.
 * @returns Names and paths; none: those that a run without a choice is about.
 * @throws UsageError when an adapter claims a document that nobody has.
 */
export function claimedDocuments(
  given: readonly string[],
  adapters: readonly AdapterDescription[],
  projects: readonly Project[],
): readonly string[] {
  if (given.length > 0) return given;
  const documents = knownDocuments(projects);
  for (const { name, specification } of adapters) {
    if (documents.some((document) => document.name === specification)) continue;
    throw new UsageError(
      `adapter ${name} claims ${specification}, which is not a known document (${namesOf(documents)}); name its file with --spec`,
    );
  }
  return [...new Set(adapters.map(({ specification }) => specification))];
}

/**
 * Sees to it that every adapter that was named has something to do.
 * @throws UsageError
 */
export function requireClaims(
  specifications: readonly Specification[],
  adapters: readonly AdapterDescription[],
): void {
  const names = specifications.map(({ name }) => name);
  for (const { name, specification } of adapters) {
    if (names.includes(specification)) continue;
    throw new UsageError(
      `adapter ${name} claims ${specification}, which is not among the documents (${names.join(', ')})`,
    );
  }
}
