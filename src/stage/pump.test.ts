import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ExpectationError } from './expectations.js';
import { Pump } from './pump.js';
import type { Movement, UnderWay } from './under_way.js';

interface Counted {
  readonly pump: Pump;
  readonly pumped: () => number;
}

/** Something that moves for some rounds, then leaves what it is told to leave. */
function moving(
  rounds: number,
  left: readonly Movement[],
  options: { readonly isInMemory?: boolean; readonly deadlineMs?: number } = {},
): Counted {
  let pumped = 0;
  const below: UnderWay = {
    isInMemory: options.isInMemory ?? true,
    activity: () => Math.min(pumped, rounds),
    moving: () => (pumped < rounds ? [{ what: 'a round', waitsForAdapter: false }] : left),
  };
  const work = (): void => {
    pumped += 1;
  };
  const { deadlineMs = 10_000 } = options;
  return { pump: new Pump(below, work, { lostRounds: 50, deadlineMs }), pumped: () => pumped };
}

const never = (): boolean => false;

test('settle goes on as long as something moves, and stops soon after', async () => {
  const { pump, pumped } = moving(300, []);
  await pump.settle();
  assert.ok(pumped() > 300 && pumped() < 320, String(pumped()));
});

test('settle gives up on what waits for an adapter that does not read', async () => {
  const { pump, pumped } = moving(0, [{ what: '3 bytes', waitsForAdapter: true }]);
  await pump.settle();
  assert.ok(pumped() > 10);
});

test('settle waits for what moves by itself, though nothing is heard of it for long', async () => {
  let rounds = 0;
  const below: UnderWay = {
    isInMemory: true,
    activity: () => 0,
    moving: () => (rounds < 200 ? [{ what: 'a connection being made', waitsForAdapter: false }] : []),
  };
  const pump = new Pump(below, () => {
    rounds += 1;
  });
  await pump.settle();
  assert.ok(rounds >= 200);
});

test('settle says what did not come to rest', async () => {
  const { pump } = moving(0, [
    { what: '3 bytes on the way to the peer', waitsForAdapter: false },
    { what: 'a late completion', waitsForAdapter: true },
  ]);
  await assert.rejects(pump.settle(), /3 bytes on the way to the peer, a late completion/);
});

test('waitUntil pumps until the condition holds, and not once more', async () => {
  const { pump, pumped } = moving(0, []);
  await pump.waitUntil('three rounds', () => pumped() === 3);
  assert.equal(pumped(), 3);
});

test('waitUntil ends some turns after the last movement in memory, and says what it waited for', async () => {
  const { pump, pumped } = moving(100, []);
  await assert.rejects(
    pump.waitUntil('a handshake', never),
    (error) =>
      error instanceof ExpectationError &&
      error.expected === 'a handshake' &&
      error.observed === 'nothing, and nothing is under way any more',
  );
  assert.ok(pumped() > 100 && pumped() < 130, String(pumped()));
});

test('waitUntil goes on as long as something moves by itself, and says at its deadline what did', async () => {
  const below = [{ what: 'a socket being closed', waitsForAdapter: false }];
  const { pump } = moving(0, below, { deadlineMs: 200 });
  await assert.rejects(
    pump.waitUntil('a handshake', never),
    /observed: nothing in 200 ms; under way: a socket being closed/,
  );
});

test('waitUntil is more patient where the operating system has a part in it', async () => {
  const { pump, pumped } = moving(0, [], { isInMemory: false });
  await pump.waitUntil('what takes a while', () => pumped() > 200);
  assert.equal(await pump.comes(never), 'standstill');
});

test("waitUntil is more patient while a timer of the adapter's is running", async () => {
  let rings = 0;
  const { pump } = moving(0, []);
  const timer = setInterval(() => (rings += 1), 100);
  try {
    await pump.waitUntil('the timer', () => rings > 1);
  } finally {
    clearInterval(timer);
  }
});

test('what comes with the last round has come', async () => {
  const { pump, pumped } = moving(0, []);
  assert.equal(await pump.comes(() => pumped() >= 24), 'came');
});
