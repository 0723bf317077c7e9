import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { useFakeTimers } from 'sinon';
import { StallWatch, starvedMs } from './stall_watch.js';

/** A watch with a limit of 10 s in a time of its own; `stalledAt` is in milliseconds. */
function watched(starved: (now: number) => number) {
  const clock = useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  const stalledAt: number[] = [];
  const watch = new StallWatch({
    limitMs: 10_000,
    starvedMs: () => starved(clock.now),
    onStall: () => stalledAt.push(clock.now),
  });
  return { clock, watch, stalledAt };
}

describe('a watch over a silent process', () => {
  it('counts from the last thing that it has said', () => {
    const { clock, watch, stalledAt } = watched(() => 0);
    clock.tick(9_500);
    watch.heard();
    clock.tick(9_400);
    assert.deepEqual(stalledAt, []);
    clock.tick(60_000);
    assert.deepEqual(stalledAt, [20_000]);
    clock.restore();
  });

  it('takes another limit from what it has said on', () => {
    const { clock, watch, stalledAt } = watched(() => 0);
    watch.heard(3_000);
    clock.tick(60_000);
    assert.deepEqual(stalledAt, [3_000]);
    clock.restore();
  });

  it('does not count the time in which no processor was free for it', () => {
    const { clock, stalledAt } = watched((now) => Math.min(now, 7_000));
    clock.tick(60_000);
    assert.deepEqual(stalledAt, [17_000]);
    clock.restore();
  });

  it('does not count twice what it waited for a processor before it spoke', () => {
    const { clock, watch, stalledAt } = watched((now) => Math.min(now, 7_000));
    clock.tick(8_000);
    watch.heard();
    clock.tick(60_000);
    assert.deepEqual(stalledAt, [18_000]);
    clock.restore();
  });

  it('loses patience with a process that never gets a processor', () => {
    const { clock, stalledAt } = watched((now) => now);
    clock.tick(500_000);
    assert.deepEqual(stalledAt, [100_000]);
    clock.restore();
  });

  it('says nothing once it is stopped', () => {
    const { clock, watch, stalledAt } = watched(() => 0);
    watch.stop();
    clock.tick(60_000);
    assert.deepEqual(stalledAt, []);
    clock.restore();
  });
});

const told = {
  skip: existsSync('/proc/self/schedstat') ? false : 'this system does not tell (/proc/PID/schedstat)',
};

it('a process that shares one processor with another waits for it', told, async () => {
  const spin = 'const end = Date.now() + 1500; while (Date.now() < end);';
  const beside = (): ReturnType<typeof spawn> =>
    spawn('taskset', ['-c', '0', process.execPath, '-e', spin], { stdio: 'ignore' });
  const [one, other] = [beside(), beside()];
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const waited = starvedMs(one.pid ?? 0);
  await Promise.all([once(one, 'exit'), once(other, 'exit')]);
  assert.ok(waited > 50, `${waited} ms`);
  assert.equal(starvedMs(one.pid ?? 0), 0);
});
