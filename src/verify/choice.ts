import type { Specification } from '../specification/model.js';
import type { AdapterDescription } from '../subject/description.js';
import { findSystems, type Systems } from '../system/find_system.js';
import { findProjects } from '../system/project.js';
import { claimedDocuments, describeDefault, describeGiven, requireClaims } from './chosen_adapters.js';
import type { AdapterWorkers } from './describe_adapters.js';
import { readDocuments } from './documents.js';
import { requireFitting } from './fitting_adapter.js';

/** What somebody asks to be judged. */
export interface Choice {
  /** Names of documents or paths; none: what the given adapters claim, else every document of the project. */
  readonly documents: readonly string[];
  /** Modules, or names of adapters that come with a system; none: those of the documents' systems. */
  readonly adapters: readonly string[];
  /** Folders of systems or of steps, beside those of the project. */
  readonly steps: readonly string[];
  /** Path of the configuration; null: that of the working directory, where there is one. */
  readonly configuration: string | null;
}

/** What is judged: documents, and adapters that claim them. */
export interface Chosen {
  readonly specifications: readonly Specification[];
  readonly systems: Systems;
  readonly adapters: readonly AdapterDescription[];
  /** Functions that are not there in a run of a document with an adapter; see {@link requireFitting}. */
  readonly absentIn: (specification: Specification, adapter: AdapterDescription) => readonly string[];
}

/**
 * Finds what is to be judged.
 * @param onRead Told the documents as soon as they are read, while adapters are still being loaded.
 * @throws UserError, with one line for the user.
 */
export async function choose(
  { documents: named, adapters: given, steps, configuration }: Choice,
  workers: AdapterWorkers,
  onRead: (specifications: readonly Specification[], systems: Systems) => Promise<void> = () =>
    Promise.resolve(),
): Promise<Chosen> {
  // What reads documents takes as long to load as an adapter: both at the same time.
  const warmUp = import('../specification/read.js');
  const projects = await findProjects(configuration);
  const systems = await findSystems(projects, steps);
  const isNamed = given.length > 0;
  // While adapters are loaded in their workers, documents are read here.
  const describing = isNamed ? describeGiven(given, systems, workers) : Promise.resolve([]);
  describing.catch(() => undefined);
  await warmUp;
  const claimed = named.length > 0 ? named : claimedDocuments(named, await describing, projects);
  const specifications = await readDocuments(claimed, projects);
  const names = specifications.map(({ name }) => name);
  const defaults = isNamed ? Promise.resolve([]) : describeDefault(names, projects, systems, workers);
  defaults.catch(() => undefined);
  await onRead(specifications, systems);
  const adapters = isNamed ? await describing : await defaults;
  if (isNamed) requireClaims(specifications, adapters);
  const absent = new Map<Specification, Map<AdapterDescription, readonly string[]>>();
  for (const specification of specifications) {
    const system = await systems.of(specification.name);
    const found = new Map<AdapterDescription, readonly string[]>();
    for (const adapter of adapters.filter((one) => one.specification === specification.name))
      found.set(adapter, await requireFitting(adapter, specification, system));
    absent.set(specification, found);
  }
  const absentIn: Chosen['absentIn'] = (specification, adapter) =>
    absent.get(specification)?.get(adapter) ?? [];
  return { specifications, systems, adapters, absentIn };
}
