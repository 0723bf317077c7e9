import { existsSync, readdirSync } from 'node:fs';
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
 * The project in which iospec runs, and behind it what comes with iospec.
 * @param configuration Path of a configuration; null: that of the working directory, where there is one.
 * @returns The nearest first; a single one in iospec's own checkout.
 * @throws ConfigurationError
 */
export async function findProjects(configuration: string | null = null): Promise<readonly Project[]> {
  const own = await loadConfiguration(configuration);
  const bundled = bundledProject();
  if (resolve(own.folder) === bundled.root) return [{ ...bundled, configuration: own.configuration }];
  return [projectAt(own.folder, own.configuration, join(own.folder, 'steps')), bundled];
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
