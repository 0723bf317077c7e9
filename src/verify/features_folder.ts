import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ComposedFeature } from '../scenario/model.js';
import { packageRoot } from '../package.js';
import type { PlannedFeature } from '../run/plan.js';

/** Tells a features folder that iospec may empty from one that people write in. */
const MARK = '.iospec';

/** A features folder that is not this harness's own. */
export class FeaturesFolderError extends Error {
  constructor(folder: string, reason: string) {
    super(`${folder}: ${reason}`);
    this.name = 'FeaturesFolderError';
  }
}

/**
 * Sees to it that a folder may be emptied for the features of a run.
 * @throws FeaturesFolderError when it exists and was not made by a run.
 */
export function requireFeaturesFolder(folder: string): void {
  if (existsSync(folder) && !existsSync(join(folder, MARK))) {
    throw new FeaturesFolderError(
      folder,
      'holds features that no run has written; choose another --reports folder',
    );
  }
}

/**
 * Makes an empty folder for the features of a run.
 * @throws FeaturesFolderError when it exists and was not made by a run.
 */
export function emptyFeaturesFolder(folder: string): void {
  requireFeaturesFolder(folder);
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    writeFileSync(join(folder, MARK), 'Written anew by each run of iospec verify.\n');
  } catch (error) {
    throw new FeaturesFolderError(folder, error instanceof Error ? error.message : String(error));
  }
}

/**
 * What a run verifies of one document: its features as they are composed now, and the package's hand-written ones.
 * @param name Name of the document's folder below the run's features folder.
 */
export function runFeatures(
  name: string,
  system: string,
  composed: readonly ComposedFeature[],
): readonly PlannedFeature[] {
  return [
    ...composed.map(({ path, text }) => ({ uri: path.replace(/^[^/]+/, name), text })),
    ...depthFeatures(system).map(({ file, text }) => ({ uri: `${name}/depth/${file}`, text })),
  ];
}

/** Writes features below a features folder. */
export function writeRunFeatures(folder: string, features: readonly PlannedFeature[]): void {
  for (const { uri, text } of features) {
    mkdirSync(dirname(join(folder, uri)), { recursive: true });
    writeFileSync(join(folder, uri), text);
  }
}

function depthFeatures(system: string): readonly { readonly file: string; readonly text: string }[] {
  const folder = join(packageRoot, 'features', system, 'depth');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.feature'))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}
