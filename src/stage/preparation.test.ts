import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PreparationError, preparing, UnavailableError, UnobservableError } from './preparation.js';

test('what goes wrong on the way says where the scenario could not be brought, on one line', async () => {
  const cause = new Error('on_io_error comes\n  expected: on_io_error');
  await assert.rejects(
    preparing('bring the adapter into ERROR', () => {
      throw cause;
    }),
    (error) => {
      assert.ok(error instanceof PreparationError);
      assert.equal(
        error.message,
        'could not bring the adapter into ERROR: on_io_error comes expected: on_io_error',
      );
      assert.equal(error.cause, cause);
      return true;
    },
  );
});

test('of preparations inside each other the innermost is named', async () => {
  const open = (): Promise<void> => preparing('open', () => Promise.reject(new Error('refused')));
  await assert.rejects(preparing('break', open), /^PreparationError: could not open: refused$/);
});

test('what can not be seen here, or is not on this machine, is no failed preparation', async () => {
  for (const error of [new UnobservableError('no seam'), new UnavailableError('no library')]) {
    await assert.rejects(
      preparing('open', () => Promise.reject(error)),
      error,
    );
  }
});

test('a preparation that succeeds gives its result', async () => {
  assert.equal(await preparing('count', () => 3), 3);
});
