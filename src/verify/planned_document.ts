import { join } from 'node:path';
import { hashOf, modulesBelow } from '../subject/adapter_source.js';
import { runFeatures } from './features_folder.js';
import { codeRoot } from '../package.js';
import { planScenarios, type PlannedFeature, type PlannedScenario } from '../run/plan.js';
import { supportFiles } from '../system/support_files.js';
import { compose } from '../scenario/index.js';
import type { ComposedItem } from '../scenario/model.js';
import type { Specification } from '../specification/model.js';
import { hashesOf } from '../trace/hashes.js';
import type { RequirementHashes } from '../trace/model.js';

/** All that a document gives to run. */
export interface PlannedDocument {
  readonly items: readonly ComposedItem[];
  readonly features: readonly PlannedFeature[];
  readonly scenarios: readonly PlannedScenario[];
  /** Absolute paths of the step files. */
  readonly support: readonly string[];
  /** What the verdicts on it will be bound to. */
  readonly hashes: ReadonlyMap<string, RequirementHashes>;
}

/**
 * Composes a document and lists what there is to run.
 * @param folder Name of its folder below that of the run's features.
 */
export function planDocument(specification: Specification, folder: string): PlannedDocument {
  const composed = compose(specification);
  const items = composed.flatMap((feature) => feature.items);
  const features = runFeatures(folder, specification.name, composed);
  const scenarios = planScenarios(features);
  const support = supportFiles(specification.name);
  const hashes = hashesOf(specification, items, scenarios, codeHash(support));
  return { items, features, scenarios, support, hashes };
}

/** Hash of the code that gives steps their meaning: their definitions, the harness and the underlying IOs. */
function codeHash(support: readonly string[]): string {
  const rooms = ['stage', 'subject', 'timeline'].map((room) => join(codeRoot, 'src', room));
  return hashOf([...support, ...rooms.flatMap(modulesBelow)]) ?? '';
}
