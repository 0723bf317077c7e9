import type { Command } from 'commander';
import { collect } from './options.js';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Drift } from '../scenario/index.js';
import { UsageError } from '../errors.js';

const FOLDER = 'features';

/** What became of a feature that was out of date. */
const DONE: Readonly<Record<Drift['kind'], string>> = {
  missing: 'written',
  changed: 'rewritten',
  stale: 'removed',
};

interface GenerateOptions {
  readonly check?: true;
  readonly steps?: readonly string[];
  readonly config?: string;
}

/** `iospec generate`: documents to feature files. */
export function addGenerate(program: Command): void {
  program
    .command('generate')
    .summary('write features/ from documents')
    .description(
      'Compose the features of documents, and write them below features/. Without FILE: every document of the project, or every bundled one, if the project has none. With FILE, the steps that its phrases still lack are printed.',
    )
    .argument('[file...]', 'documents')
    .option('--check', 'write nothing; fail if features/ differs from what the documents give')
    .option('--steps <dir>', 'folder with a system or steps of your own (repeatable)', collect)
    .option('--config <file>', 'configuration file; otherwise iospec.config.mjs, if there is one')
    .addHelpText(
      'after',
      '\nExamples:\n  $ iospec generate\n  $ iospec generate --check\n  $ iospec generate my_requirements.md',
    )
    .action(async (files: readonly string[], { check, steps, config }: GenerateOptions) => {
      const { drift, writeFeatures } = await import('../scenario/index.js');
      const { missingSteps } = await import('../verify/missing_steps.js');
      const { planAll } = await import('../verify/plan_all.js');
      const planned = await planAll(files, { steps: steps ?? [], configuration: config ?? null });
      requireOnePerName(planned.map(({ specification }) => specification));
      const features = planned.flatMap(({ plan }) => plan.composed);
      if (check === true && files.length === 0) requireGenerated(features);
      const differences = await (check === true ? drift : writeFeatures)(features, FOLDER);
      for (const { path, kind, line } of differences) {
        const place = check !== true || line === null ? path : `${path}:${line}`;
        process.stderr.write(`${FOLDER}/${place}: ${check === true ? kind : DONE[kind]}\n`);
      }
      if (check === true && differences.length > 0) process.exitCode = 1;
      if (check !== true && files.length > 0)
        process.stdout.write(missingSteps(planned.map(({ plan }) => plan)));
      const rules = features.reduce((count, { items }) => count + items.length, 0);
      process.stderr.write(
        `${rules} rules in ${features.length} features, ${differences.length} ${check === true ? 'out of date' : 'updated'}\n`,
      );
    });
}

/** Where no document was ever generated, no feature can be out of date. */
function requireGenerated(features: readonly { readonly path: string }[]): void {
  if (features.some(({ path }) => existsSync(join(FOLDER, dirname(path))))) return;
  throw new UsageError(
    `${FOLDER}: contains no generated features yet; generate writes them, and generate --check FILE checks one document`,
  );
}

function requireOnePerName(
  specifications: readonly { readonly name: string; readonly file: string }[],
): void {
  const files = new Map<string, string>();
  for (const { name, file } of specifications) {
    const other = files.get(name);
    if (other !== undefined)
      throw new UsageError(
        `${file}: its document is named ${name}, and so is that of ${other}; generate one at a time`,
      );
    files.set(name, file);
  }
}
