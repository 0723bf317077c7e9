import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { packageRoot } from '../../src/harness/run/package.js';
import type { ScenarioTrace } from '../../src/trace/model.js';
import { labelsWith, verified } from '../verify.js';

const root = mkdtempSync(join(tmpdir(), 'iospec changed async socket '));
after(() => {
  rmSync(root, { recursive: true });
});

const document = readFileSync(join(packageRoot, 'spec/async_socket_win32_requirements.md'), 'utf8');

/** In the sentence of a requirement, by the end of its id: a value, and another one in its place. */
const CHANGES: readonly (readonly [id: string, from: string, to: string])[] = [
  ['001', 'a non-NULL handle', 'NULL'],
  ['007', 'a non-zero value', '0'],
  ['014', 'return 0', 'return 1'],
  ['017', 'ASYNC_SOCKET_OPEN_OK', 'ASYNC_SOCKET_OPEN_ERROR'],
  ['019', 'CLOSING', 'OPENING'],
  ['040', 'FALSE', 'TRUE'],
  ['059', '`CloseThreadpoolIo`', '`CancelThreadpoolIo`'],
  ['061', '`dwFlags` set to 0', '`dwFlags` set to 1'],
  ['066', 'ASYNC_SOCKET_SEND_OK', 'ASYNC_SOCKET_SEND_ERROR'],
  ['067', 'ASYNC_SOCKET_SEND_ERROR', 'ASYNC_SOCKET_SEND_OK'],
  ['069', 'ASYNC_SOCKET_RECEIVE_OK', 'ASYNC_SOCKET_RECEIVE_ERROR'],
  ['070', 'and 0 for', 'and 1 for'],
  ['094', 'OPEN.', 'CLOSED.'],
  ['103', 'a non-zero value', '0'],
];

const labelOf = (id: string): string => `SRS_ASYNC_SOCKET_WIN32_01_${id}`;

function changed(text: string, [id, from, to]: (typeof CHANGES)[number]): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes(`**${labelOf(id)}:`));
  const sentence = lines[at] ?? '';
  assert.ok(sentence.includes(from), `${id} has no ${from}`);
  lines[at] = sentence.replace(from, to);
  return lines.join('\n');
}

const asked = CHANGES.flatMap(([id]) => ['--requirement', labelOf(id)]);

function isByAssertion({ verdict, error }: ScenarioTrace): boolean {
  return verdict !== 'failed' || error?.expected != null;
}

test('each value that changes in the document fails its requirement, by assertion', async () => {
  // Each stands in another sentence, so that all can change in one copy.
  const file = join(root, 'changed.md');
  writeFileSync(file, CHANGES.reduce(changed, document));
  const { status, stderr, trace } = await verified(
    ['--spec', file, '--underlying', 'mock', ...asked],
    join(root, 'changed'),
  );
  assert.equal(status, 1, stderr);
  assert.deepEqual(labelsWith(trace, 'failed'), CHANGES.map(([id]) => labelOf(id)).sort());
  for (const { label, scenarios } of trace.specifications.flatMap(({ requirements }) => requirements))
    assert.ok(scenarios.every(isByAssertion), `${label} fails by something else than an assertion`);
});

test('a value that changes fails no other requirement', async () => {
  const file = join(root, 'one.md');
  writeFileSync(file, changed(document, ['066', 'ASYNC_SOCKET_SEND_OK', 'ASYNC_SOCKET_SEND_ERROR']));
  const { trace } = await verified(['--spec', file, '--underlying', 'mock'], join(root, 'one'));
  // The requirement and the one that introduces it.
  assert.deepEqual(labelsWith(trace, 'failed'), [labelOf('065'), labelOf('066')]);
});

test('the same requirements pass in the document as it stands', async () => {
  const { status, stderr, trace } = await verified(
    ['--spec', 'async_socket_win32', '--underlying', 'mock', '--underlying', 'loopback', ...asked],
    join(root, 'unchanged'),
  );
  assert.equal(status, 0, stderr);
  assert.deepEqual(labelsWith(trace, 'passed'), CHANGES.map(([id]) => labelOf(id)).sort());
});
