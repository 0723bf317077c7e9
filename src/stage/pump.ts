import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { ExpectationError } from './expectations.js';
import { beyond, resources, type Resources } from './quiet.js';
import type { UnderWay } from './under_way.js';

/*
 * Waiting is counted in rounds, never in time: in a round the adapter is pumped once and the event loop turns. A process
 * that gets no processor for a while makes no rounds, so nothing is given up because the machine was busy.
 */

/** Turns of the event loop in a round: what node:tls does in an answer takes up to three. */
const TURNS = 3;
/**
 * Rounds without movement after which what shows nothing under way is at rest. From here on a round also leaves the
 * processor to others for a millisecond: work that an adapter has given to another thread of the process shows nowhere.
 */
const STILL_ROUNDS = 4;
/**
 * Rounds without movement after which nothing comes any more of what shows whole, and what waits for an adapter that is
 * pumped all the while waits for good. In memory every step is a turn or two from the one before: 72 turns leave room for
 * twenty of them at least.
 */
const STALLED_ROUNDS = 24;
/** The same where the operating system, another process or a timer of the adapter's has a part in it: a second or more. */
const UNSEEN_ROUNDS = 1_000;
/** Rounds without movement, three seconds or more, after which what should move by itself is lost. */
const LOST_ROUNDS = 3_000;
/** Rounds after which what moves without end is given up; a handshake byte by byte takes some two thousand. */
const MOST_ROUNDS = 200_000;
/** What must come is waited for so long at most, in milliseconds: less than the time that Cucumber gives a step. */
const DEADLINE_MS = 15_000;

// Kept here so that a fake clock in a scenario can't stop the harness.
const now = performance.now.bind(performance);

/** What a pump goes by where it is not told otherwise. */
export interface PumpOptions {
  /** What keeps the event loop alive whatever the adapter does; left out: what does when the pump is made. */
  readonly alive: Resources;
  readonly lostRounds: number;
  readonly deadlineMs: number;
}

/** How a wait ended: what was waited for came, nothing can come any more, or it took too long. */
export type Awaited = 'came' | 'standstill' | 'deadline';

/** Calls an adapter and lets the event loop turn until nothing more can happen, or until what must come has come. */
export class Pump {
  private readonly options: PumpOptions;

  /**
   * @param below What is under way below the adapter.
   * @param work Has the adapter do what there is to do: calls its dowork function, or has it told what came.
   */
  constructor(
    private readonly below: UnderWay,
    private readonly work: () => void,
    options: Partial<PumpOptions> = {},
  ) {
    this.options = { alive: resources(), lostRounds: LOST_ROUNDS, deadlineMs: DEADLINE_MS, ...options };
  }

  /** The same waits with another way to have the adapter work. */
  by(work: () => void): Pump {
    return new Pump(this.below, work, this.options);
  }

  /**
   * Pumps until nothing moves any more below the adapter: what is under way has come to its end, or waits for reads that
   * the adapter does not make. Afterwards an absence can be asked for.
   * @throws Error that says what was still moving when it was given up.
   */
  async settle(): Promise<void> {
    let idle = 0;
    for (let round = 0; round < MOST_ROUNDS && idle < this.options.lostRounds; round += 1) {
      idle = await this.round(idle);
      if (idle < STILL_ROUNDS) continue;
      const moving = this.below.moving();
      if (moving.length === 0) return;
      if (idle >= STALLED_ROUNDS && !this.movesByItself()) return;
    }
    throw new Error(`it does not come to rest; still under way: ${this.described('events without end')}`);
  }

  /**
   * Pumps until something that must come has come.
   * @param what What is waited for, as the failure shall name it.
   * @throws ExpectationError when nothing more can come, or the deadline has passed; it says what was waited for.
   */
  async waitUntil(what: string, condition: () => boolean): Promise<void> {
    const awaited = await this.comes(condition);
    if (awaited === 'came') return;
    const observed =
      awaited === 'standstill'
        ? 'nothing, and nothing is under way any more'
        : `nothing in ${this.options.deadlineMs} ms; under way: ${this.described('nothing that shows')}`;
    throw new ExpectationError(`${what} comes`, what, observed);
  }

  /** Pumps until the condition holds, and not once more; or until it can't come to hold, or the deadline has passed. */
  async comes(condition: () => boolean): Promise<Awaited> {
    const start = now();
    let idle = 0;
    while (!condition()) {
      if (now() - start > this.options.deadlineMs) return 'deadline';
      idle = await this.round(idle);
      if (idle < STALLED_ROUNDS || idle < this.patience || condition()) continue;
      if (!this.movesByItself()) return 'standstill';
      idle = STILL_ROUNDS;
    }
    return 'came';
  }

  /** @returns The rounds without movement up to here, after `idle` of them before. */
  private async round(idle: number): Promise<number> {
    const before = this.below.activity();
    this.work();
    for (let count = 0; count < TURNS; count += 1) await turn();
    if (idle >= STILL_ROUNDS) await pause(1);
    return this.below.activity() === before ? idle + 1 : 0;
  }

  /** Rounds without movement after which nothing comes any more. */
  private get patience(): number {
    const showsWhole = this.below.isInMemory && beyond(this.options.alive).length === 0;
    return showsWhole ? STALLED_ROUNDS : UNSEEN_ROUNDS;
  }

  private movesByItself(): boolean {
    return this.below.moving().some(({ waitsForAdapter }) => !waitsForAdapter);
  }

  private described(none: string): string {
    const moving = this.below.moving().map(({ what }) => what);
    return moving.length === 0 ? none : moving.join(', ');
  }
}
