import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { packageRoot } from '../src/harness/run/package.js';
import { labelsWith, verified } from './verify.js';

const root = mkdtempSync(join(tmpdir(), 'iospec changed values '));
after(() => {
  rmSync(root, { recursive: true });
});

const document = readFileSync(join(packageRoot, 'spec/tlsio_requirements.md'), 'utf8');

interface Change {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

const CHANGES: readonly Change[] = [
  { id: 'SRS_TLSIO_30_009', from: 'IO_SEND_CANCELLED', to: 'IO_SEND_ERROR' },
  { id: 'SRS_TLSIO_30_052', from: 'return 0', to: 'return 1' },
  { id: 'SRS_TLSIO_30_031', from: '_FAILURE_', to: '0' },
  { id: 'SRS_TLSIO_30_057', from: 'IO_OPEN_CANCELLED', to: 'IO_OPEN_OK' },
  { id: 'SRS_TLSIO_30_065', from: 'TLSIO_STATE_EXT_OPEN', to: 'TLSIO_STATE_EXT_OPENING' },
  { id: 'SRS_TLSIO_30_091', from: 'IO_SEND_OK', to: 'IO_SEND_ERROR' },
  { id: 'SRS_TLSIO_30_082', from: 'IO_OPEN_ERROR', to: 'IO_OPEN_CANCELLED' },
];

/** The document with a value changed in the sentence of one requirement, which is one line long. */
function changed({ id, from, to }: Change): string {
  const lines = document.split('\n');
  const at = lines.findIndex((line) => line.includes(`**${id}:`));
  const sentence = lines[at] ?? '';
  assert.ok(sentence.includes(from), `${id} has no ${from}`);
  lines[at] = sentence.replace(from, to);
  return lines.join('\n');
}

describe('a value that changes in the document fails its requirement', { concurrency: 2 }, () => {
  for (const change of CHANGES) {
    test(`${change.id}: ${change.to} in place of ${change.from}`, async () => {
      const file = join(root, `${change.id}.md`);
      writeFileSync(file, changed(change));
      const { status, stderr, trace } = await verified(
        ['--spec', file, '--requirement', change.id],
        join(root, change.id),
      );
      assert.equal(status, 1, stderr);
      assert.deepEqual(labelsWith(trace, 'failed'), [change.id]);
    });
  }
});

test('the same requirements pass in the document as it stands', async () => {
  const words = CHANGES.flatMap(({ id }) => ['--requirement', id]);
  const { status, stderr, trace } = await verified(
    ['--spec', 'tlsio', '--underlying', 'mock', ...words],
    join(root, 'unchanged'),
  );
  assert.equal(status, 0, stderr);
  assert.deepEqual(labelsWith(trace, 'passed'), CHANGES.map(({ id }) => id).sort());
});
