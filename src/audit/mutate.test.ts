import assert from 'node:assert/strict';
import { channel } from 'node:diagnostics_channel';
import { test } from 'node:test';
import type { AdapterModule } from '../subject/adapter.js';
import { defaultDependencies } from '../adapters/xio/default_dependencies.js';
import { ACTION_CHANNEL } from '../stage/action.js';
import { toyDocument } from '../stage/fixtures/toy.js';
import { mutate } from './mutate.js';
import type { Mutation } from './mutation.js';

type Complete = (context: unknown, result: string, data: unknown) => void;

/** Logs each send, refuses one without a buffer, and completes every other one at once, twice where the buffer says so. */
const sound: AdapterModule = {
  specification: 'toy',
  name: 'toy',
  version: '1.0.0',
  capabilities: {},
  create: ({ log }) => ({
    toy_create: () => ({ is: 'toy' }),
    toy_send: (_toy: object, buffer: string | null, complete: Complete, context: unknown) => {
      log('AZ_LOG_ERROR', String(buffer));
      if (buffer === null) return 1;
      for (const letter of buffer) complete(context, 'SEND_OK', letter);
      return 0;
    },
  }),
};

/** What a user sees of a toy with a defect that is sent `ab`, nothing, and `c`. */
function seen(mutation: Mutation): readonly string[] {
  const events: string[] = [];
  const api = mutate(sound, mutation, toyDocument).create({
    ...defaultDependencies,
    log: (_category, line) => void events.push(`log ${line}`),
  });
  const call = (name: string, ...parameters: readonly unknown[]): unknown =>
    api[name]?.(...(parameters as readonly never[]));
  const toy = call('toy_create');
  channel(ACTION_CHANNEL).publish(0);
  const complete = (context: unknown, result: string, data: unknown): void => {
    events.push(`${context === 'mine' ? '' : 'stranger: '}${result} ${String(data)}`);
  };
  for (const buffer of ['ab', null, 'c']) {
    events.push(`= ${String(call('toy_send', toy, buffer, complete, 'mine', null, null))}`);
  }
  return events;
}

const SEND = { function: 'toy_send' };
const COMPLETE = { callback: 'on_send_complete' };

test('each defect is what its name says, and everything else is as before', () => {
  const expected: readonly (readonly [Mutation, string])[] = [
    [{ kind: 'idle', ...SEND }, '= 0, = 0, = 0'],
    [{ kind: 'silent', ...SEND }, 'SEND_OK a, SEND_OK b, = 0, = 1, SEND_OK c, = 0'],
    [
      { kind: 'inverted', ...SEND },
      'log ab, SEND_OK a, SEND_OK b, = 1, log null, = 0, log c, SEND_OK c, = 1',
    ],
    [
      { kind: 'unguarded', ...SEND, parameter: 'buffer' },
      'log ab, SEND_OK a, SEND_OK b, = 0, = 0, log c, SEND_OK c, = 0',
    ],
    [{ kind: 'dropped', ...COMPLETE }, 'log ab, = 0, log null, = 1, log c, = 0'],
    [
      { kind: 'doubled', ...COMPLETE },
      'log ab, SEND_OK a, SEND_OK a, SEND_OK b, SEND_OK b, = 0, log null, = 1, log c, SEND_OK c, SEND_OK c, = 0',
    ],
    [{ kind: 'late', ...COMPLETE }, 'log ab, = 0, SEND_OK a, SEND_OK b, log null, = 1, log c, = 0'],
    [
      { kind: 'reordered', ...COMPLETE },
      'log ab, SEND_OK b, SEND_OK a, = 0, log null, = 1, log c, SEND_OK c, = 0',
    ],
    [
      { kind: 'estranged', ...COMPLETE },
      'log ab, stranger: SEND_OK a, stranger: SEND_OK b, = 0, log null, = 1, log c, stranger: SEND_OK c, = 0',
    ],
    [
      { kind: 'falsified', ...COMPLETE },
      'log ab, SEND_CANCELLED a, SEND_CANCELLED b, = 0, log null, = 1, log c, SEND_CANCELLED c, = 0',
    ],
  ];
  for (const [mutation, events] of expected) assert.equal(seen(mutation).join(', '), events, mutation.kind);
  const intrusive = seen({ kind: 'intrusive', ...SEND });
  assert.deepEqual(intrusive.slice(0, 5), [
    'log ab',
    'SEND_OK a',
    'SEND_OK b',
    'log without a reason',
    'SEND_OK null',
  ]);
});

test('another function of the same adapter keeps its defect to itself', () => {
  const events = seen({ kind: 'idle', function: 'toy_destroy' });
  assert.equal(events.join(', '), 'log ab, SEND_OK a, SEND_OK b, = 0, log null, = 1, log c, SEND_OK c, = 0');
});
