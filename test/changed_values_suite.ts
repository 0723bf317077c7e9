import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { packageRoot } from '../src/package.js';
import type { ScenarioTrace } from '../src/trace/model.js';
import { verify } from '../src/verify/verify.js';
import type { Trace } from '../src/trace/model.js';
import { labelsWith } from './verify.js';

/** A value in the sentence of one requirement, which is one line long. */
export interface Change {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Defines the tests that values which change in a copy of a bundled document fail their requirements, by assertion, and
 * that the same requirements pass in the document as it stands.
 * @param specification Name of the document.
 * @param changes Each in a sentence of its own, so that one copy, read and bound once, can have them all.
 */
export function testChangedValues(specification: string, changes: readonly Change[]): void {
  const root = mkdtempSync(join(tmpdir(), 'iospec changed values '));
  const ids = changes.map(({ id }) => id).sort();
  const judged = (document: string): Promise<Trace> =>
    verify({ documents: [document], selection: { underlying: ['mock'], requirements: ids } });

  describe(`values that change in the ${specification} document fail their requirements`, () => {
    after(() => {
      rmSync(root, { recursive: true });
    });

    test(`changed: ${ids.join(', ')}`, async () => {
      assert.equal(new Set(ids).size, ids.length);
      const document = readFileSync(join(packageRoot, `spec/${specification}_requirements.md`), 'utf8');
      const file = join(root, 'changed.md');
      writeFileSync(file, changes.reduce(changed, document));
      const trace = await judged(file);
      assert.equal(trace.summary.conforming, false);
      assert.deepEqual(labelsWith(trace, 'failed'), ids);
      for (const { label, scenarios } of trace.specifications.flatMap(({ requirements }) => requirements)) {
        assert.ok(scenarios.every(isByAssertion), `${label} fails by something else than an assertion`);
      }
    });

    test('as it stands', async () => {
      const trace = await judged(specification);
      assert.equal(trace.summary.conforming, true);
      assert.deepEqual(labelsWith(trace, 'passed'), ids);
    });
  });
}

function isByAssertion({ verdict, error }: ScenarioTrace): boolean {
  return verdict !== 'failed' || error?.expected != null;
}

function changed(document: string, { id, from, to }: Change): string {
  const lines = document.split('\n');
  const at = lines.findIndex((line) => line.includes(`${id}:`));
  const sentence = lines[at] ?? '';
  // Several requirements can share a line: the value is that of the one named.
  const start = sentence.indexOf(`${id}:`);
  const head = sentence.slice(0, start);
  const own = sentence.slice(start);
  assert.ok(own.includes(from), `${id} has no ${from}`);
  lines[at] = head + own.replace(from, to);
  return lines.join('\n');
}
