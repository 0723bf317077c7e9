import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeRoot } from '../package.js';
import { bind, type BindingDefect } from '../phrases/binding.js';
import { loadPhrases, rulesOf } from '../phrases/phrase_book.js';
import { plannedOf, type PlannedFeature, type PlannedScenario } from '../run/plan.js';
import { compose, scenarioDocument, tagOf } from '../scenario/index.js';
import type { ComposedFeature, ComposedItem } from '../scenario/model.js';
import type { Specification } from '../specification/model.js';
import { hashOf, modulesBelow } from '../subject/code.js';
import type { System } from '../system/system.js';
import { hashesOf } from '../trace/hashes.js';
import type { RequirementHashes } from '../trace/model.js';

/** All that a document gives to run. */
export interface PlannedDocument {
  readonly system: System;
  readonly composed: readonly ComposedFeature[];
  readonly items: readonly ComposedItem[];
  readonly features: readonly PlannedFeature[];
  readonly scenarios: readonly PlannedScenario[];
  /** Why scenarios can't be executed, by their keys. */
  readonly defects: ReadonlyMap<string, BindingDefect>;
  /** What the verdicts on it will be bound to. */
  readonly hashes: ReadonlyMap<string, RequirementHashes>;
}

/**
 * Composes a document, binds its phrases, and lists what there is to run.
 * @param folder Name of its folder below that of the run's features.
 * @param labels What is judged; null: all of the document. Features that have none of it are left out.
 * @throws SystemError when its phrases can't be loaded, FeatureError for a feature that is no Gherkin.
 */
export async function planDocument(
  specification: Specification,
  system: System,
  folder: string,
  labels: ReadonlySet<string> | null = null,
): Promise<PlannedDocument> {
  const book = await loadPhrases(system);
  const isWanted = (label: string): boolean => labels === null || labels.has(label);
  const composed = compose(scenarioDocument(specification, rulesOf(book)), isWanted);
  const items = composed.flatMap((feature) => feature.items).filter(({ label }) => isWanted(label));
  const uriOf = (path: string): string => path.replace(/^[^/]+/, folder);
  const written = writtenFeatures(system, folder, items);
  const scenarios = [
    ...plannedOf(composed, uriOf),
    ...(written.length === 0 ? [] : (await import('../run/written_features.js')).planWritten(written, items)),
  ];
  const concerned = scenarios.filter((scenario) => scenario.labels.some(isWanted));
  return {
    system,
    composed,
    items,
    features: [...composed.map(({ path, text }) => ({ uri: uriOf(path), text })), ...written],
    scenarios: concerned,
    defects: bind(concerned, book),
    hashes: hashesOf(specification, items, concerned, codeHash(system, book.modules)),
  };
}

/** Features that people wrote for a system, where they name one of the items. */
function writtenFeatures(
  { name, place: { root } }: System,
  folder: string,
  items: readonly ComposedItem[],
): readonly PlannedFeature[] {
  const depth = join(root ?? '', 'features', name, 'depth');
  if (root === null || !existsSync(depth)) return [];
  const tags = items.map(({ label }) => `@${tagOf(label)}`);
  return readdirSync(depth)
    .filter((file) => file.endsWith('.feature'))
    .sort()
    .map((file) => ({ uri: `${folder}/depth/${file}`, text: readFileSync(join(depth, file), 'utf8') }))
    .filter(({ text }) => tags.some((tag) => text.includes(tag)));
}

/** Hash of the code that gives steps their meaning: their definitions, their system's, and what all systems share. */
function codeHash({ place }: System, modules: readonly string[]): string {
  const shared = ['stage', 'subject', 'timeline'].map((room) => join(codeRoot, 'src', room));
  const homes = modules
    .map((module) => dirname(module))
    .map((folder) => folder.replace(/[/\\]phrases(?:[/\\].*)?$/, ''));
  const own = place.folder === null ? [] : [place.folder];
  const folders = [...new Set([...own, ...homes])].filter((folder) => folder !== join(codeRoot, 'src'));
  const files = [...modules, ...[...folders, ...shared].flatMap(modulesBelow)];
  return hashOf([...new Set(files)]) ?? '';
}
