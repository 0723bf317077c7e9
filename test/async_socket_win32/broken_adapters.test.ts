import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ScenarioTrace } from '../../src/trace/model.js';
import { labelsWith, verified } from '../verify.js';

const folder = fileURLToPath(new URL('broken_adapters', import.meta.url));
const extension = import.meta.url.slice(-3);
const root = mkdtempSync(join(tmpdir(), 'iospec broken async sockets '));
after(() => {
  rmSync(root, { recursive: true });
});

const names = readdirSync(folder)
  .flatMap((file) => /^(\w+)\.[jt]s$/.exec(file)?.[1] ?? [])
  .filter((name) => name !== 'broken')
  .sort();

interface BrokenAdapter {
  readonly violates: readonly string[];
  /** What can't be shown because of the defect, and is neither failed nor passed. */
  readonly hides?: readonly string[];
}

function isByAssertion({ verdict, error }: ScenarioTrace): boolean {
  return verdict !== 'failed' || error?.step === 'throughout the scenario' || error?.expected != null;
}

describe(
  'a broken async socket fails the requirements that it violates, and no others',
  { concurrency: 2 },
  () => {
    for (const name of names) {
      test(name.replaceAll('_', ' '), async () => {
        const file = join(folder, `${name}${extension}`);
        const { violates, hides = [] } = (await import(pathToFileURL(file).href)) as BrokenAdapter;
        assert.ok(violates.length > 0);
        const { status, stderr, trace } = await verified(
          ['--spec', 'async_socket_win32', '--adapter', file, '--underlying', 'mock'],
          join(root, name),
        );
        assert.equal(status, 1, stderr);
        assert.deepEqual(labelsWith(trace, 'failed'), [...violates].sort());
        assert.deepEqual(labelsWith(trace, 'notRun'), [...hides].sort());
        assert.deepEqual(labelsWith(trace, 'crashed', 'hung', 'unbound', 'unobservable'), []);
        for (const { label, scenarios } of trace.specifications.flatMap(({ requirements }) => requirements))
          assert.ok(scenarios.every(isByAssertion), `${label} fails by something else than an assertion`);
      });
    }
  },
);

test('every broken adapter has been found', () => {
  assert.ok(names.length >= 10, names.join(', '));
});
