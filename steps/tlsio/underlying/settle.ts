import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import type { TlsUnderlying } from './underlying.js';

/** What {@link settle} and {@link waitUntil} look at. */
export type Moving = Pick<TlsUnderlying, 'activity' | 'moving'>;

/** Turns of the event loop that a round takes: what node:tls does in an answer takes up to three. */
const TURNS = 3;
/** Rounds without movement after which what is quiet is settled. */
const STILL_ROUNDS = 4;
/** Rounds without movement after which what waits for an adapter, pumped all the while, waits for good. */
const STALLED_ROUNDS = 24;
/** Rounds without movement, a millisecond or more each, after which what should move by itself is reported. */
const LOST_ROUNDS = 3_000;
/** Rounds after which what moves without end is reported; a handshake byte by byte takes some two thousand. */
const MOST_ROUNDS = 200_000;
/** Milliseconds for which a wait turns as fast as it can, before it leaves the processor to others when nothing moves. */
const EAGER_MS = 100;

// Kept here so that a fake clock in a scenario can't stop the harness.
const now = performance.now.bind(performance);

/**
 * Calls `pump` and lets the event loop turn until nothing moves any more below the adapter. Nothing in it depends on
 * time: it ends when what is under way has come to its end, or waits for reads that the adapter does not make.
 * @param lostRounds - rounds in a row without movement after which what should move by itself is given up
 * @throws Error that says what was still moving when it was given up.
 */
export async function settle(underlying: Moving, pump: () => void, lostRounds = LOST_ROUNDS): Promise<void> {
  let still = 0;
  for (let round = 0; round < MOST_ROUNDS && still < lostRounds; round += 1) {
    const before = underlying.activity();
    await oneRound(pump, still >= STILL_ROUNDS);
    still = underlying.activity() === before ? still + 1 : 0;
    if (still < STILL_ROUNDS) continue;
    const moving = underlying.moving();
    if (moving.length === 0) return;
    if (still >= STALLED_ROUNDS && moving.every(({ waitsForAdapter }) => waitsForAdapter)) return;
  }
  throw new Error(`it does not come to rest; still under way: ${describe(underlying)}`);
}

/**
 * Calls `pump` and lets the event loop turn until a thing that must come has come.
 * @param what - what is waited for, as the failure shall name it
 * @param deadlineMs - milliseconds of real time after which it is given up
 * @param underlying - where the failure finds what was under way
 * @throws Error that names what was waited for.
 */
export async function waitUntil(
  what: string,
  condition: () => boolean,
  pump: () => void,
  deadlineMs: number,
  underlying?: Moving,
): Promise<void> {
  const start = now();
  let activity = underlying?.activity();
  let moves = false;
  while (!condition()) {
    const waited = now() - start;
    if (waited > deadlineMs) {
      const rest = underlying === undefined ? '' : `; under way: ${describe(underlying)}`;
      throw new Error(`waited ${deadlineMs} ms for ${what}${rest}`);
    }
    await oneRound(pump, waited > EAGER_MS && !moves);
    const before = activity;
    activity = underlying?.activity();
    moves = activity !== before;
  }
}

async function oneRound(pump: () => void, unhurried: boolean): Promise<void> {
  pump();
  for (let count = 0; count < TURNS; count += 1) await turn();
  if (unhurried) await pause(1);
}

function describe(underlying: Moving): string {
  const moving = underlying.moving().map(({ what }) => what);
  return moving.length === 0 ? 'events without end' : moving.join(', ');
}
