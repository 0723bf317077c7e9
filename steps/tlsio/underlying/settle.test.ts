import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settle, waitUntil, type Moving } from './settle.js';
import type { Movement } from './underlying.js';

/** Moves for some rounds, then leaves what it is told to leave. */
function moving(
  rounds: number,
  left: readonly Movement[],
): { underlying: Moving; pump: () => void; pumped: () => number } {
  let pumped = 0;
  return {
    underlying: {
      activity: () => Math.min(pumped, rounds),
      moving: () => (pumped < rounds ? [{ what: 'a round', waitsForAdapter: false }] : left),
    },
    pump: () => {
      pumped += 1;
    },
    pumped: () => pumped,
  };
}

test('settle goes on as long as something moves, and stops soon after', async () => {
  const { underlying, pump, pumped } = moving(300, []);
  await settle(underlying, pump);
  assert.ok(pumped() > 300 && pumped() < 320, String(pumped()));
});

test('settle gives up on what waits for an adapter that does not read', async () => {
  const { underlying, pump, pumped } = moving(0, [{ what: '3 bytes', waitsForAdapter: true }]);
  await settle(underlying, pump);
  assert.ok(pumped() > 10);
});

test('settle waits for what moves by itself, though nothing is heard of it for long', async () => {
  let rounds = 0;
  const underlying: Moving = {
    activity: () => 0,
    moving: () => (rounds < 200 ? [{ what: 'a connection being made', waitsForAdapter: false }] : []),
  };
  await settle(underlying, () => {
    rounds += 1;
  });
  assert.ok(rounds >= 200);
});

test('settle says what did not come to rest', async () => {
  const { underlying, pump } = moving(0, [
    { what: '3 bytes on the way to the peer', waitsForAdapter: false },
    { what: 'a late completion', waitsForAdapter: true },
  ]);
  await assert.rejects(settle(underlying, pump, 50), /3 bytes on the way to the peer, a late completion/);
});

test('waitUntil pumps until the condition holds, and not once more', async () => {
  let pumped = 0;
  await waitUntil(
    'three rounds',
    () => pumped === 3,
    () => {
      pumped += 1;
    },
    1000,
  );
  assert.equal(pumped, 3);
});

test('waitUntil says at its deadline what it waited for, and what was under way', async () => {
  const { underlying, pump } = moving(0, [{ what: 'a socket being closed', waitsForAdapter: false }]);
  await assert.rejects(
    waitUntil('a handshake', () => false, pump, 20, underlying),
    /waited 20 ms for a handshake; under way: a socket being closed/,
  );
  await assert.rejects(
    waitUntil('a handshake', () => false, pump, 0),
    /waited 0 ms for a handshake$/,
  );
});
