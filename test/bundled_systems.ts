import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageRoot } from '../src/package.js';
import { loadPhrases, rulesOf, type PhraseBook } from '../src/phrases/phrase_book.js';
import { scenarioDocument, type CompositionRules, type ScenarioDocument } from '../src/scenario/index.js';
import { parseSpecification } from '../src/specification/index.js';
import { findSystems } from '../src/system/find_system.js';
import { bundledProject } from '../src/system/project.js';

/** Names of the documents that come with iospec. */
export const BUNDLED: readonly string[] = bundledProject().documents.flatMap(({ name }) => name ?? []);

/** The phrases that the sentences of a bundled document are bound to. */
export async function bundledPhrases(name: string): Promise<PhraseBook> {
  const systems = await findSystems([bundledProject()]);
  return loadPhrases(await systems.of(name));
}

/** The rules that the scenarios of a bundled document are composed by. */
export async function bundledRules(name: string): Promise<CompositionRules> {
  return rulesOf(await bundledPhrases(name));
}

/** The text of a bundled document. */
export function bundledText(name: string): string {
  return readFileSync(fileOf(name), 'utf8');
}

/** A bundled document, or a changed text of it, ready to be composed. */
export function bundledDocument(
  name: string,
  rules: CompositionRules,
  text = bundledText(name),
): ScenarioDocument {
  return scenarioDocument(parseSpecification({ file: basename(fileOf(name)), text }), rules);
}

function fileOf(name: string): string {
  return join(packageRoot, 'spec', `${name}_requirements.md`);
}
