import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../errors.js';
import type { PlannedFeature } from '../run/plan.js';

/** Tells a features folder that iospec may empty from one that people write in. */
const MARK = '.iospec';

/** A features folder that is not this harness's own. */
export class FeaturesFolderError extends UserError {
  constructor(folder: string, reason: string) {
    super(`${folder}: ${reason}`);
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
      'contains features that no run has written; choose another --reports folder',
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
    writeFileSync(join(folder, MARK), 'Rewritten by every run of iospec verify.\n');
  } catch (error) {
    throw new FeaturesFolderError(folder, error instanceof Error ? error.message : String(error));
  }
}

/** Writes features below a features folder. */
export function writeRunFeatures(folder: string, features: readonly PlannedFeature[]): void {
  for (const { uri, text } of features) {
    mkdirSync(dirname(join(folder, uri)), { recursive: true });
    writeFileSync(join(folder, uri), text);
  }
}
