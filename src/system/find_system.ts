import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { runsFromSource, shownPath } from '../package.js';
import { resolveModule } from '../subject/resolve_module.js';
import { SystemError } from './definition.js';
import { loadSystem } from './load_system.js';
import { packagedProject, type Project } from './project.js';
import type { System, SystemPlace } from './system.js';

/** Names of the module that declares a system, in its folder. */
const MODULES = ['system.ts', 'system.mts', 'system.mjs', 'system.js'];
/** Compiled code lies beside declarations that are no modules; sources are not compiled. */
const OWN_MODULES = runsFromSource
  ? MODULES
  : ['system.js', ...MODULES.filter((name) => name !== 'system.js')];

/** Finds the systems that documents are judged by. */
export interface Systems {
  /** The system of a document by the document's name; the generic one where nobody wrote any. */
  readonly of: (name: string) => Promise<System>;
  /** All systems that anybody wrote, in the order in which they are looked for. */
  readonly all: () => Promise<readonly System[]>;
}

/**
 * @param projects The nearest first.
 * @param steps Further folders: of a system, or of several.
 * @throws SystemError for a place that holds no system, and for two systems of one name.
 */
export async function findSystems(
  projects: readonly Project[],
  steps: readonly string[] = [],
): Promise<Systems> {
  const home = projects[0]?.root ?? null;
  const given = steps.flatMap((folder) => placesAt(resolve(folder), packageOf(resolve(folder)) ?? home));
  const named = projects.flatMap((project) =>
    (project.configuration.systems ?? []).flatMap((one) => configured(one, project)),
  );
  // What is named is loaded at once, since only the module itself says which system it is.
  const declared = await Promise.all([...given, ...named].map(loadSystem));
  requireDifferentNames(declared);
  const known = new Map<string, Promise<System>>(
    declared.map((system) => [system.name, Promise.resolve(system)]),
  );
  const of = (name: string): Promise<System> => {
    const found = known.get(name) ?? loadSystem(conventional(name, projects));
    known.set(name, found);
    return found;
  };
  const all = (): Promise<readonly System[]> => {
    const names = projects.flatMap(({ steps: folder }) => systemsIn(folder).map(({ name }) => name));
    return Promise.all([...new Set([...declared.map(({ name }) => name), ...names])].map(of));
  };
  return { of, all };
}

function requireDifferentNames(systems: readonly System[]): void {
  const places = new Map<string, string>();
  for (const { name, place } of systems) {
    const path = shownPath(place.file ?? place.folder ?? '');
    const other = places.get(name);
    if (other !== undefined)
      throw new SystemError(`${path}: its system is named ${name}, and so is that of ${other}`);
    places.set(name, path);
  }
}

function conventional(name: string, projects: readonly Project[]): SystemPlace {
  for (const { steps, root } of projects) {
    const found = systemsIn(steps).find((place) => place.name === name);
    if (found !== undefined) return { ...found, root };
  }
  return { name, file: null, folder: null, root: projects[0]?.root ?? null };
}

/** The systems of a folder: each of its folders that declares one, or that has modules. */
function systemsIn(folder: string): readonly SystemPlace[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path) && statSync(path).isDirectory())
    .map((path) => placeOf(path, dirname(folder)))
    .filter(({ file, folder: own }) => file !== null || hasSteps(own ?? ''))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** A folder may be linked (`npm link`, workspaces): modules are where Node.js says that they are, behind the link. */
function placeOf(path: string, root: string | null): SystemPlace {
  const folder = realpathSync(path);
  const module = OWN_MODULES.map((name) => join(folder, name)).find(existsSync);
  return { name: basename(path), file: module ?? null, folder, root };
}

/** A folder that shares phrases with systems, but declares none, has no document of its own either: it is never asked for. */
function hasSteps(folder: string): boolean {
  return readdirSync(folder, { withFileTypes: true }).some(
    (entry) => (entry.isFile() && /\.m?[jt]s$/.test(entry.name)) || entry.name === 'phrases',
  );
}

function placesAt(path: string, root: string | null): readonly SystemPlace[] {
  if (!existsSync(path)) throw new SystemError(`${shownPath(path)}: no such folder`);
  if (!statSync(path).isDirectory()) {
    const file = realpathSync(path);
    return [{ name: '', file, folder: dirname(file), root }];
  }
  const own = placeOf(path, root);
  if (own.file !== null) return [own];
  const below = systemsIn(path);
  if (below.length > 0) return below.map((place) => ({ ...place, root }));
  if (hasSteps(path)) return [own];
  throw new SystemError(`${shownPath(path)}: contains neither a system nor steps`);
}

/** The systems that a configuration names: a module or folder of the project, or a package. */
function configured(specifier: string, { root }: Project): readonly SystemPlace[] {
  const path = resolve(root, specifier);
  if (existsSync(path)) return placesAt(path, root);
  // A package that is a project has its systems where every project has them; its main module may well be an adapter.
  const folder = packagedProject(specifier, root);
  if (folder !== null) return placesAt(join(folder, 'steps'), folder);
  const file = resolveModule(specifier, root);
  if (file === null)
    throw new SystemError(
      `${shownPath(root)}: its configuration names the system ${specifier}, which is neither a file, a folder nor an installed package`,
    );
  return [{ name: '', file, folder: dirname(file), root: packageOf(file) }];
}

/** The folder of the package that a file or folder belongs to: what else the system has is looked for there. Null: it is in none. */
function packageOf(path: string): string | null {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) return null;
  }
}
