import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ScenarioTrace } from '../src/trace/model.js';
import { labelsWith, verified } from './verify.js';

const folder = fileURLToPath(new URL('broken_adapters', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'iospec broken adapters '));
after(() => {
  rmSync(root, { recursive: true });
});

/** Shown over a real TLS server as well; the others over the mock alone, which takes a third of the time. */
const OVER_BOTH = [
  'null_on_io_error_accepted',
  'send_complete_doubled',
  'close_complete_before_cancelled_sends',
  'destroy_forgets_owned_xio',
];

interface BrokenAdapter {
  readonly violates: readonly string[];
  /** What can't be shown because of the defect, and is neither failed nor passed. */
  readonly hides?: readonly string[];
}

const names = readdirSync(folder)
  .map((file) => /^(\w+)\.[jt]s$/.exec(file)?.[1] ?? 'broken')
  .filter((name) => name !== 'broken')
  .sort();
const extension = import.meta.url.slice(-3);

function isByAssertion({ verdict, error }: ScenarioTrace): boolean {
  return verdict !== 'failed' || error?.step === 'throughout the scenario' || error?.expected != null;
}

describe(
  'a broken adapter fails the requirements that it violates, and no others',
  { concurrency: 2 },
  () => {
    for (const name of names) {
      test(name.replaceAll('_', ' '), async () => {
        const file = join(folder, `${name}${extension}`);
        const { violates, hides = [] } = (await import(pathToFileURL(file).href)) as BrokenAdapter;
        assert.ok(violates.length > 0);
        const where = OVER_BOTH.includes(name) ? [] : ['--underlying', 'mock'];
        const { status, stderr, trace } = await verified(
          ['--spec', 'tlsio', '--adapter', file, '--tags', 'not @long', ...where],
          join(root, name),
        );
        assert.equal(status, 1, stderr);
        assert.deepEqual(labelsWith(trace, 'failed'), [...violates].sort());
        assert.deepEqual(labelsWith(trace, 'notRun'), [...hides].sort());
        assert.deepEqual(labelsWith(trace, 'crashed', 'hung', 'unbound', 'unobservable'), []);
        const requirements = trace.specifications.flatMap((specification) => specification.requirements);
        for (const { label, scenarios } of requirements) {
          assert.ok(scenarios.every(isByAssertion), `${label} fails by something else than an assertion`);
          for (const { verdict, reason } of scenarios) {
            if (verdict === 'notRun') assert.match(reason ?? '', /^could not /);
          }
        }
      });
    }
  },
);

test('every broken adapter has been found', () => {
  assert.ok(names.length >= 12, names.join(', '));
});
