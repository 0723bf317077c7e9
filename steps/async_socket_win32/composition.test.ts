import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compose } from '../../src/scenario/index.js';
import { bundledDocument, bundledRules } from '../../test/bundled_systems.js';

const name = 'async_socket_win32';
const features = compose(bundledDocument(name, await bundledRules(name)));

/** The text of one rule, from its name to the next rule. */
function rule(id: string): string {
  const found = features
    .map((feature) => feature.text.split(`  Rule: SRS_ASYNC_SOCKET_WIN32_01_${id}\n`)[1])
    .find((part) => part !== undefined);
  return (found ?? '').split(/\n\n {2}[@#]/)[0] ?? '';
}

/** The rows of its examples for the mock, as far as they have more than the underlying IO. */
function examples(id: string): readonly string[] {
  return [...rule(id).matchAll(/^ +\| mock +\| (.*?) +\|$/gm)].map((match) => match[1] ?? '');
}

test('every scenario runs over the mock, the model and Windows itself', () => {
  for (const { text: feature } of features) {
    const count = (kind: string): number => feature.split(`| ${kind} `).length;
    assert.equal(count('native'), count('mock'));
    assert.equal(count('loopback'), count('mock'));
  }
});

test('an open is refused while closing as well, and does what it does otherwise only when closed', () => {
  assert.deepEqual(examples('015'), ['OPENING', 'OPEN', 'CLOSING']);
  assert.match(rule('016'), /^ +And async_socket is CLOSED$/m);
});

test('a sentence that names one state more or less means just that', () => {
  assert.deepEqual(examples('097'), ['CLOSED', 'OPENING', 'CLOSING']);
  assert.deepEqual(examples('093'), ['OPENING', 'CLOSING']);
});

test('what goes wrong is what can: calls that return something, and an event that is created', () => {
  assert.deepEqual(examples('039'), [
    'memory cannot be allocated',
    'CreateThreadpoolCleanupGroup fails',
    'CreateThreadpoolIo fails',
  ]);
  assert.deepEqual(examples('029'), ['memory cannot be allocated', 'WSASend fails', 'CreateEvent fails']);
  assert.deepEqual(examples('084'), ['memory cannot be allocated', 'WSARecv fails', 'CreateEvent fails']);
});

test('a number that differs is tried below and above', () => {
  assert.deepEqual(examples('102'), ['one byte less', 'one byte more']);
  assert.deepEqual(examples('095'), ['one byte more', '4 GiB more']);
});
