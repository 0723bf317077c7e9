import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Envelope } from '@cucumber/messages';
import { codeRoot } from '../src/package.js';
import type { Trace } from '../src/trace/model.js';
import type { Figure } from './figure.js';
import { usageOf, type Usage } from './measured_process.js';
import { inTurn } from './paired.js';

const AIM = { kind: 'at most', value: 1.5 } as const;

interface Run extends Usage {
  /** Scenarios that were finished. */
  readonly scenarios: number;
  /** Milliseconds inside the scenarios' own steps, hooks left out: what the adapter takes and waits for. */
  readonly inSteps: number;
}

/**
 * `iospec verify` of tlsio with both bundled adapters, against cucumber-js alone on the same feature files, as often and with
 * the same scenarios, every step of them trivial, its messages written to a file as iospec writes them.
 */
export async function verifyFigures(quick: boolean): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'iospec-bench-'));
  try {
    const verify = (): Promise<Run> => verifyRun(folder, quick ? ['--requirement', 'SRS_TLSIO_30_013'] : []);
    // Warms up, and tells which scenarios of which features a run has.
    await verify();
    const locations = copyScenarios(folder);
    const [ours = [], theirs = []] = await inTurn([verify, () => bareRun(folder, locations)], {
      warmUp: 0,
      counted: quick ? 1 : 3,
    });
    const [some] = ours;
    if (some?.scenarios !== theirs[0]?.scenarios)
      throw new Error(`${some?.scenarios} scenarios against ${theirs[0]?.scenarios}`);
    const figure = (name: string, unit: string, value: (run: Run) => number, judged: boolean): Figure => ({
      name: `verify of ${some?.scenarios} scenarios, ${name}`,
      unit,
      against: 'bare cucumber-js',
      ours: ours.map(value),
      theirs: theirs.map(value),
      aim: judged ? AIM : null,
    });
    return [
      figure('wall time outside of steps', 'ms', ({ wall, inSteps }) => wall - inSteps, true),
      figure('whole wall time', 'ms', ({ wall }) => wall, false),
      figure('processor time of all processes, steps included', 'ms', ({ cpu }) => cpu, false),
      figure('peak memory of all processes together', 'MiB', ({ peak }) => peak, true),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function verifyRun(folder: string, selection: readonly string[]): Promise<Run> {
  const reports = join(folder, 'reports');
  const command = join(codeRoot, 'src', 'cli', 'iospec.js');
  const usage = await usageOf(
    [command, 'verify', '--spec', 'tlsio', '--reports', reports, ...selection],
    folder,
  );
  return { ...usage, ...insideOf(join(reports, 'messages.ndjson')) };
}

async function bareRun(folder: string, locations: readonly string[]): Promise<Run> {
  const messages = join(folder, 'bare.ndjson');
  const bin = join(
    createRequire(import.meta.url).resolve('@cucumber/cucumber/package.json'),
    '../bin/cucumber.js',
  );
  const steps = relative(folder, fileURLToPath(new URL('trivial_steps.js', import.meta.url)));
  const format = `message:${messages}`;
  const usage = await usageOf([bin, '--import', steps, '--format', format, ...locations], folder);
  return { ...usage, ...insideOf(messages) };
}

/** A folder of features for each adapter, and where its scenarios are: `tlsio_direct/tlsio/x.feature:12:15`. */
function copyScenarios(folder: string): readonly string[] {
  const trace = JSON.parse(readFileSync(join(folder, 'reports', 'trace.json'), 'utf8')) as Trace;
  const lines = new Map<string, Set<number>>();
  for (const { requirements } of trace.specifications) {
    for (const { adapter, feature, line } of requirements.flatMap(({ scenarios }) => scenarios)) {
      const copy = `${adapter}/${feature}`;
      lines.set(copy, (lines.get(copy) ?? new Set()).add(line));
    }
  }
  for (const { name } of trace.adapters) {
    cpSync(join(folder, 'reports', 'features'), join(folder, name, 'features'), { recursive: true });
  }
  return [...lines].map(([feature, numbers]) => [feature, ...numbers].join(':'));
}

function insideOf(messages: string): Pick<Run, 'scenarios' | 'inSteps'> {
  const ofSteps = new Set<string>();
  let scenarios = 0;
  let inSteps = 0;
  for (const line of readFileSync(messages, 'utf8').trim().split('\n')) {
    const { testCase, testCaseFinished, testStepFinished } = JSON.parse(line) as Envelope;
    for (const { id, pickleStepId } of testCase?.testSteps ?? [])
      if (pickleStepId !== undefined) ofSteps.add(id);
    if (testCaseFinished !== undefined) scenarios += 1;
    if (testStepFinished === undefined || !ofSteps.has(testStepFinished.testStepId)) continue;
    const { seconds, nanos } = testStepFinished.testStepResult.duration;
    inSteps += seconds * 1000 + nanos / 1e6;
  }
  return { scenarios, inSteps };
}
