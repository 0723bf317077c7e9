import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ContextToken, render, renderNamed } from './render.js';

test('values read as the documents write them', () => {
  assert.equal(render(null), 'NULL');
  assert.equal(render(undefined), '');
  assert.equal(render(0), '0');
  assert.equal(render(false), 'false');
  assert.equal(render('IO_OPEN_OK'), '"IO_OPEN_OK"');
  assert.equal(render(new ContextToken('callback_context #4')), 'callback_context #4');
  assert.equal(
    render(() => 1),
    'function',
  );
  assert.equal(
    render(function recording() {
      return 1;
    }),
    'recording',
  );
});

test('bytes show their number and the first sixteen', () => {
  assert.equal(render(Buffer.from([255])), '1 byte ff');
  assert.equal(render(Buffer.alloc(17, 1)), `17 bytes ${'01'.repeat(16)}…`);
});

test('whatever is long stays short and on one line', () => {
  assert.equal(render(`${'x'.repeat(40)}\n${'y'.repeat(40)}`), `"${'x'.repeat(40)} ${'y'.repeat(16)}…"`);
  const object = render(
    Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`member${index}`, index])),
  );
  assert.ok(object.length <= 80 && !object.includes('\n'), object);
});

test('named arguments stand in their order', () => {
  assert.equal(renderNamed({ size: 5, on_send_complete: null }), 'size=5, on_send_complete=NULL');
});

test('what was cut says so', () => {
  const config = {
    hostname: 'localhost',
    port: 8883,
    underlying_io_interface: {},
    underlying_io_parameters: {},
  };
  assert.match(render(config), /…$/);
  assert.doesNotMatch(render({ port: 8883 }), /…/);
});
