import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codeRoot } from '../src/package.js';
import type { Figure } from './figure.js';
import { usageOf, type Usage } from './measured_process.js';
import { inTurn } from './paired.js';

/** Loading cucumber-js takes a third of a second; 1.2 s are as many times that. */
const ONE_REQUIREMENT = { kind: 'at most', value: 3.6 } as const;
/** Ten times the requirements take ten times the processor time, with what is measured besides. */
const LINEAR = { kind: 'at most', value: 1.1 } as const;
const MANY = 10_000;
const FEW = 1_000;

const command = join(codeRoot, 'src', 'cli', 'iospec.js');

/** The inner loop: one requirement with one adapter; and many requirements that no step takes. */
export async function singleFigures(quick: boolean): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'iospec-bench-'));
  try {
    return [await oneRequirement(folder, quick), await unboundRequirements(folder, quick)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function oneRequirement(folder: string, quick: boolean): Promise<Figure> {
  const cucumber = pathToFileURL(
    join(createRequire(import.meta.url).resolve('@cucumber/cucumber/package.json'), '../lib/api/wrapper.mjs'),
  ).href;
  const loading = join(folder, 'loading.mjs');
  writeFileSync(loading, `await import(${JSON.stringify(cucumber)});\n`);
  const words = ['--adapter', 'tlsio_chained', '--requirement', 'SRS_TLSIO_30_052', '--reports', 'reports'];
  const [ours = [], theirs = []] = await inTurn<Usage>(
    [() => usageOf([command, 'verify', ...words], folder), () => usageOf([loading], folder)],
    { warmUp: 1, counted: quick ? 1 : 7 },
  );
  return {
    name: 'verify of one requirement with one adapter, wall time',
    unit: 'ms',
    against: 'loading cucumber-js',
    ours: ours.map(({ wall }) => wall),
    theirs: theirs.map(({ wall }) => wall),
    aim: ONE_REQUIREMENT,
  };
}

async function unboundRequirements(folder: string, quick: boolean): Promise<Figure> {
  const adapter = join(folder, 'adapter.mjs');
  writeFileSync(
    adapter,
    "export default { specification: 'bench', name: 'bench', version: '1', capabilities: {}, create: () => ({ bench_open: () => 0 }) };\n",
  );
  const verify = (count: number): Promise<Usage> => {
    const document = join(folder, `bench_${count}.md`);
    writeFileSync(document, unboundDocument(count));
    const words = ['--spec', document, '--adapter', adapter, '--reports', 'unbound'];
    return usageOf([command, 'verify', ...words], folder, 1);
  };
  const many = quick ? FEW : MANY;
  const [ours = [], theirs = []] = await inTurn<Usage>([() => verify(many), () => verify(FEW)], {
    warmUp: 0,
    counted: quick ? 1 : 3,
  });
  return {
    name: `verify of ${many} unbound requirements in one section, processor time of each`,
    unit: 'ms',
    against: `of ${FEW}`,
    ours: ours.map(({ cpu }) => cpu / many),
    theirs: theirs.map(({ cpu }) => cpu / FEW),
    aim: LINEAR,
  };
}

function unboundDocument(count: number): string {
  const sentences = Array.from(
    { length: count },
    (_one, index) =>
      `**SRS_BENCH_01_${String(index).padStart(5, '0')}: [** bench_open shall frobnicate widget ${index} and wobble it. **]**\n`,
  );
  return [
    '# bench requirements\n\n## bench_open\n\n```c\nint bench_open(const char* name);\n```\n',
    ...sentences,
  ].join('\n');
}
