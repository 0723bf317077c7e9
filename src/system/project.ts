import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { codeRoot, packageRoot, shownPath } from '../package.js';
import { loadConfiguration, type Configuration } from './configuration.js';

/** A document of a project. */
export interface ProjectDocument {
  /** As its file name tells: `store` for `store_requirements.md`; null where it tells none. */
  readonly name: string | null;
  /** Path, relative to the working directory where the document is below it. */
  readonly file: string;
}

/**
 * A folder that holds documents, features, and systems that judge them. iospec's own package is one, found and run as anybody's.
 */
export interface Project {
  /** Absolute path. */
  readonly root: string;
  /** Absolute path of the folder of its systems, `steps`. */
  readonly steps: string;
  readonly configuration: Configuration;
  readonly documents: readonly ProjectDocument[];
}

const SUFFIX = '_requirements.md';

/** The documents, systems and adapters that come with iospec. */
export function bundledProject(): Project {
  return projectAt(packageRoot, {}, join(codeRoot, 'steps'));
}

/**
 * The project in which iospec runs, behind it those packages that its configuration names and that are projects themselves, and
 * behind these what comes with iospec.
 * @param given Path of a configuration; null: that of the working directory, where there is one.
 * @returns The nearest first. In iospec's own checkout the first and the last are one.
 * @throws ConfigurationError
 */
export async function findProjects(given: string | null = null): Promise<readonly Project[]> {
  const { folder, configuration } = await loadConfiguration(given);
  const packages = (configuration.systems ?? [])
    .filter((specifier) => !existsSync(resolve(folder, specifier)))
    .flatMap((specifier) => packagedProject(specifier, folder) ?? [])
    .map((root) => projectAt(root, {}, join(root, 'steps')));
  const bundled = bundledProject();
  if (resolve(folder) === bundled.root) return [{ ...bundled, configuration }, ...packages];
  return [projectAt(folder, configuration, join(folder, 'steps')), ...packages, bundled];
}

/**
 * The folder of an installed package that is a project: it has a folder `steps`.
 * @param from Folder of the project that names it.
 */
export function packagedProject(specifier: string, from: string): string | null {
  const folders = createRequire(join(from, 'package.json')).resolve.paths(specifier) ?? [];
  const roots = folders.map((modules) => join(modules, specifier));
  return roots.find((root) => existsSync(join(root, 'steps'))) ?? null;
}

/** The documents that a run without a choice is about: the project's own, else those that come with iospec. */
export function defaultDocuments(projects: readonly Project[]): readonly ProjectDocument[] {
  return projects.find(({ documents }) => documents.length > 0)?.documents ?? [];
}

function projectAt(root: string, configuration: Configuration, steps: string): Project {
  const documents =
    configuration.documents?.map((file) => documentAt(join(root, file))) ?? documentsIn(join(root, 'spec'));
  return { root: resolve(root), steps, configuration, documents };
}

function documentsIn(folder: string): readonly ProjectDocument[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((entry) => entry.endsWith(SUFFIX))
    .sort()
    .map((entry) => documentAt(join(folder, entry)));
}

function documentAt(file: string): ProjectDocument {
  const base = relative(join(file, '..'), file);
  return { name: base.endsWith(SUFFIX) ? base.slice(0, -SUFFIX.length) : null, file: shownPath(file) };
}
