import { resolve } from 'node:path';
import { bind } from '../run/binding.js';
import { planScenarios } from '../run/plan.js';
import { supportFiles } from '../system/support_files.js';
import type { ComposedFeature } from '../scenario/model.js';
import type { Specification } from '../specification/model.js';

const LOADING_MS = 60_000;

/**
 * Step definitions to write: for every phrase of the features that has none, as code, each once.
 * @param folder The features folder, with the features in it.
 */
export async function missingSteps(
  specifications: readonly Specification[],
  features: readonly ComposedFeature[],
  folder: string,
): Promise<string> {
  const snippets = new Set<string>();
  for (const { name, file } of specifications) {
    const own = features.filter(({ path }) => path.startsWith(`${name}/`));
    const request = {
      task: 'run' as const,
      featuresDirectory: resolve(folder),
      support: supportFiles(name),
      world: { adapter: '', specification: resolve(file), system: name },
    };
    const options = { timeoutMs: LOADING_MS, signal: new AbortController().signal };
    const defects = await bind(
      planScenarios(own.map(({ path, text }) => ({ uri: path, text }))),
      request,
      options,
    );
    for (const defect of defects.values()) defect.snippets.forEach((snippet) => snippets.add(snippet));
  }
  return [...snippets].map((snippet) => `${snippet}\n\n`).join('');
}
