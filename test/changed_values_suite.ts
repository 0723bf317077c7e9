import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { packageRoot } from '../src/harness/run/package.js';
import { labelsWith, verified } from './verify.js';

/** A value in the sentence of one requirement, which is one line long. */
export interface Change {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Defines the tests that a value which changes in a copy of a bundled document fails its requirement, and that the same
 * requirements pass in the document as it stands.
 * @param specification Name of the document.
 */
export function testChangedValues(specification: string, changes: readonly Change[]): void {
  const root = mkdtempSync(join(tmpdir(), 'iospec changed values '));
  const document = readFileSync(join(packageRoot, `spec/${specification}_requirements.md`), 'utf8');

  describe(`a value that changes in the ${specification} document fails its requirement`, () => {
    after(() => {
      rmSync(root, { recursive: true });
    });

    for (const change of changes) {
      test(`${change.id}: ${change.to} in place of ${change.from}`, async () => {
        const file = join(root, `${change.id}.md`);
        writeFileSync(file, changed(document, change));
        const { status, stderr, trace } = await verified(
          ['--spec', file, '--requirement', change.id, '--underlying', 'mock'],
          join(root, change.id),
        );
        assert.equal(status, 1, stderr);
        assert.deepEqual(labelsWith(trace, 'failed'), [change.id]);
        const scenarios = trace.specifications
          .flatMap(({ requirements }) => requirements)
          .flatMap((requirement) => requirement.scenarios);
        for (const { name, verdict, error } of scenarios) {
          assert.ok(verdict !== 'failed' || error?.expected != null, `${name} fails by no assertion`);
        }
      });
    }

    test('the same requirements pass in the document as it stands', async () => {
      const words = changes.flatMap(({ id }) => ['--requirement', id]);
      const { status, stderr, trace } = await verified(
        ['--spec', specification, '--underlying', 'mock', ...words],
        join(root, 'unchanged'),
      );
      assert.equal(status, 0, stderr);
      assert.deepEqual(labelsWith(trace, 'passed'), [...new Set(changes.map(({ id }) => id))].sort());
    });
  });
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
