import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compareAdapters } from '../src/trace/comparison.js';
import type { ScenarioTrace, Trace, Verdict } from '../src/trace/model.js';
import { verify } from '../src/verify/verify.js';

/** What a module of a broken adapter exports beside its `adapter`, which has the file's name. */
interface BrokenAdapter {
  readonly violates: readonly string[];
  /** What can't be shown because of the defect, and is neither failed nor passed. */
  readonly hides?: readonly string[];
}

export interface BrokenAdapters {
  /** Name of the document that they claim. */
  readonly specification: string;
  /** Folder of their modules; `broken.ts` in it is what they share. */
  readonly folder: URL;
  /** Names of those that are shown over a further underlying IO as well; the mock alone takes a third of the time. */
  readonly alsoOver?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Defines the tests that each broken adapter fails the requirements that it violates, by assertion, and no others. They
 * are judged in one run, side by side, so that the document is read and bound once.
 */
export function testBrokenAdapters({ specification, folder, alsoOver = {} }: BrokenAdapters): void {
  const files = new Map(
    readdirSync(folder)
      .filter((file) => /^\w+\.[jt]s$/.test(file))
      .map((file) => [file.slice(0, -3), fileURLToPath(new URL(`${folder.href}/${file}`))] as const)
      .filter(([name]) => name !== 'broken')
      .sort(),
  );
  const runs: { readonly names: readonly string[]; readonly trace: Trace }[] = [];

  const judge = async (names: readonly string[], underlying: string): Promise<void> => {
    // These runs are many, and execute no line that others do not: their coverage is not worth its time.
    delete process.env.NODE_V8_COVERAGE;
    const trace = await verify({
      documents: [specification],
      adapters: names.map((name) => files.get(name) ?? name),
      selection: { underlying: [underlying], tags: 'not @long' },
      parallel: 2,
    });
    runs.push({ names, trace });
  };

  describe(`a broken ${specification} adapter fails the requirements that it violates, and no others`, () => {
    before(async () => {
      await judge([...files.keys()], 'mock');
      for (const [underlying, names] of Object.entries(alsoOver)) await judge(names, underlying);
    });

    for (const [name, file] of files) {
      test(name.replaceAll('_', ' '), async () => {
        const { violates, hides = [] } = (await import(pathToFileURL(file).href)) as BrokenAdapter;
        assert.ok(violates.length > 0);
        const traces = runs.filter(({ names }) => names.includes(name)).map(({ trace }) => trace);
        assert.ok(traces.length > 0);
        for (const { complete, summary } of traces) {
          assert.ok(complete);
          assert.equal(summary.conforming, false);
        }
        const failed = labelsOf(traces, name, 'failed');
        assert.deepEqual(failed, [...violates].sort(), complaints(traces, name));
        const hidden = labelsOf(traces, name, 'notRun').filter((label) => !failed.includes(label));
        assert.deepEqual(hidden, [...hides].sort());
        assert.deepEqual(labelsOf(traces, name, 'crashed', 'hung', 'unbound', 'unobservable', 'flaky'), []);
        for (const { label, scenario } of scenariosOf(traces, name)) {
          assert.ok(isByAssertion(scenario), `${label} fails by something else than an assertion`);
          if (scenario.verdict === 'notRun') assert.match(scenario.reason ?? '', /^could not /);
        }
      });
    }

    test('there are ten of them at least', () => {
      assert.ok(files.size >= 10, [...files.keys()].join(', '));
    });
  });
}

function isByAssertion({ verdict, error }: ScenarioTrace): boolean {
  return verdict !== 'failed' || error?.step === 'throughout the scenario' || error?.expected != null;
}

/** Labels of what has one of these verdicts with this adapter, in one of the runs; sorted. */
function labelsOf(
  traces: readonly Trace[],
  adapter: string,
  ...wanted: readonly Verdict[]
): readonly string[] {
  const labels = traces.flatMap(({ specifications }) =>
    specifications.flatMap((specification) =>
      compareAdapters(specification, [adapter])
        .filter(({ verdicts: [verdict] }) => verdict !== undefined && wanted.includes(verdict))
        .map(({ requirement }) => requirement.label),
    ),
  );
  return [...new Set(labels)].sort();
}

function scenariosOf(
  traces: readonly Trace[],
  adapter: string,
): readonly { readonly label: string; readonly scenario: ScenarioTrace }[] {
  return traces.flatMap(({ specifications }) =>
    specifications
      .flatMap(({ requirements }) => requirements)
      .flatMap(({ label, scenarios }) =>
        scenarios.filter((scenario) => scenario.adapter === adapter).map((scenario) => ({ label, scenario })),
      ),
  );
}

/** Each failure in a line or two, for whoever has to find out which of them should not be. */
function complaints(traces: readonly Trace[], adapter: string): string {
  return scenariosOf(traces, adapter)
    .filter(({ scenario }) => scenario.verdict === 'failed')
    .map(({ label, scenario }) => `${label}: ${scenario.name}: ${scenario.error?.message ?? ''}`)
    .join('\n');
}
