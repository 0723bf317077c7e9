import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toy, TOY, toyDocument } from './fixtures/toy.js';
import { ContextToken } from '../timeline/render.js';
import { Session } from './session.js';
import { Timeline } from '../timeline/timeline.js';

test('arguments are ordered as the prototype has them, valid ones filling the gaps', () => {
  const { session, timeline } = toy(() => 0);
  const call = session.call('toy_send', { buffer: null });
  assert.deepEqual(Object.keys(call.arguments), [
    'toy',
    'buffer',
    'on_send_complete',
    'callback_context',
    'on_error',
    'on_error_context',
  ]);
  assert.equal(call.arguments.toy, TOY);
  assert.equal(call.arguments.buffer, null);
  assert.ok(call.arguments.callback_context instanceof ContextToken);
  assert.equal(call.result, 0);
  assert.match(timeline.entries[0]?.detail ?? '', /^toy=\{\}, buffer=NULL, on_send_complete=recording, /);
});

test('each callback goes with the context that stands behind it', () => {
  const { session, timeline } = toy(({ complete, context, fail, errorContext }) => {
    fail(errorContext);
    complete(context, 'SEND_OK');
    return 0;
  });
  const { arguments: given } = session.call('toy_send');
  const [failed, completed] = timeline.callbacks;
  assert.equal(failed?.registration.parameter, 'on_error');
  assert.equal(failed.registration.context, given.on_error_context);
  assert.ok(completed !== undefined);
  assert.equal(completed.registration.context, given.callback_context);
  assert.notEqual(given.callback_context, given.on_error_context);
  assert.deepEqual(completed.arguments, { context: given.callback_context, send_result: 'SEND_OK' });
});

test('a callback given as NULL is passed as NULL', () => {
  let received: unknown = 'nothing';
  const { session } = toy(({ complete }) => {
    received = complete;
    return 1;
  });
  session.call('toy_send', { on_send_complete: null });
  assert.equal(received, null);
});

test('bytes that a callback brings are kept as they were during it', () => {
  const buffer = Buffer.from('now');
  const { session, timeline } = toy(({ complete, context }) => {
    complete(context, 'SEND_OK', buffer);
    buffer.fill('x');
    return 0;
  });
  session.call('toy_send');
  assert.equal(String(timeline.callbacks[0]?.arguments.data), 'now');
});

test('a reaction runs once, from inside the callback', () => {
  const { session, timeline } = toy(({ complete, context }) => {
    complete(context, 'SEND_OK');
    complete(context, 'SEND_OK');
    return 0;
  });
  session.onNext('on_send_complete', () => {
    session.call('toy_destroy');
  });
  session.call('toy_send');
  const names = timeline.entries.map(({ kind, name }) => `${kind} ${name}`);
  assert.deepEqual(names, [
    'call toy_send',
    'callback on_send_complete',
    'call toy_destroy',
    'return toy_destroy',
    'callback on_send_complete',
    'return toy_send',
  ]);
});

test('an adapter that throws ends its call in the timeline, and the throw goes on', () => {
  const { session, timeline } = toy(() => {
    throw new TypeError('no buffer');
  });
  assert.throws(() => session.call('toy_send'), /no buffer/);
  assert.equal(timeline.entries.at(-1)?.detail, 'threw TypeError: no buffer');
  assert.deepEqual(timeline.during, []);
});

test('a function or parameter that the document does not declare is an error that names both', () => {
  const { session } = toy(() => 0);
  assert.throws(() => session.call('toy_dance'), /the adapter has no function toy_dance/);
  assert.throws(() => session.arguments('toy_dance'), /toy\.md declares no function toy_dance/);
  assert.throws(() => session.call('toy_send', { speed: 1 }), /toy_send has no parameter speed/);
});

test('callbacks that stand before one context share it', () => {
  const parameters = [
    { name: 'toy', type: 'TOY_HANDLE' },
    { name: 'on_send_complete', type: 'ON_SEND_COMPLETE' },
    { name: 'on_error', type: 'ON_ERROR' },
    { name: 'callback_context', type: 'void*' },
  ];
  const document = {
    ...toyDocument,
    prototypes: toyDocument.prototypes.map((one) => (one.name === 'toy_send' ? { ...one, parameters } : one)),
  };
  const session = new Session(document, { toy_send: () => 0 }, new Timeline(), () => TOY);
  const { arguments: given } = session.call('toy_send');
  assert.ok(given.callback_context instanceof ContextToken);
  assert.deepEqual(
    session.registrations.map(({ context }) => context),
    [given.callback_context, given.callback_context],
  );
});
