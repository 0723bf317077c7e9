import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { tinyWorld, type TinyWorld } from './fixtures/tiny_world.js';
import type { ScenarioOutcome } from './outcome.js';
import type { RunRequest } from './protocol.js';
import { SharedEntries } from './shared_entries.js';
import { supervise } from './supervisor.js';

function requestFor({ folder, support, specification, system }: TinyWorld): Omit<RunRequest, 'scenarios'> {
  return {
    kind: 'run',
    featuresDirectory: folder,
    support,
    subject: { adapter: 'tiny', specification, system, absent: [] },
  };
}

const ignore = (): void => undefined;

async function outcomesOf(
  world: TinyWorld,
  {
    timeoutMs = 20_000,
    signal = new AbortController().signal,
    onSettled = ignore,
  }: {
    readonly timeoutMs?: number;
    readonly signal?: AbortSignal;
    readonly onSettled?: () => void;
  } = {},
): Promise<Record<string, ScenarioOutcome>> {
  const found = await supervise(world.scenarios, requestFor(world), {
    timeoutMs,
    signal,
    entries: new SharedEntries(),
    onEnvelope: () => undefined,
    onSettled,
  });
  return Object.fromEntries([...found.values()].map((outcome) => [outcome.scenario.name, outcome]));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('a scenario that kills, exits or leaves early is blamed alone, and the rest still runs', async () => {
  const world = tinyWorld({
    first: 'it works',
    exits: 'it exits with 0',
    second: 'it works',
    killed: 'it kills itself',
    third: 'it works',
  });
  let settled = 0;
  const outcomes = await outcomesOf(world, {
    onSettled: () => {
      settled += 1;
    },
  });
  world.remove();
  assert.equal(settled, 5);
  assert.deepEqual(Object.keys(outcomes).sort(), ['exits', 'first', 'killed', 'second', 'third']);
  assert.equal(outcomes.exits?.death?.kind, 'crashed');
  assert.match(outcomes.exits.death.reason, /exited early with status 0/);
  assert.deepEqual(
    outcomes.exits.timeline.map(({ name }) => name),
    ['about to exit'],
  );
  assert.deepEqual(
    outcomes.exits.steps.map(({ status }) => status),
    ['PASSED', 'INTERRUPTED'],
  );
  assert.match(outcomes.killed?.death?.reason ?? '', /SIGKILL/);
  for (const name of ['first', 'second', 'third']) {
    assert.equal(outcomes[name]?.death, null, name);
    assert.equal(outcomes[name].assertions, 1, name);
  }
});

test('what a worker prints is plain, though the environment asks for colours', async () => {
  const before = process.env.FORCE_COLOR;
  process.env.FORCE_COLOR = '1';
  const world = tinyWorld({ prints: 'it prints an object and exits' });
  try {
    const { prints } = await outcomesOf(world);
    assert.match(prints?.death?.details ?? '', /\{ answer: 42 \}/);
  } finally {
    if (before === undefined) delete process.env.FORCE_COLOR;
    else process.env.FORCE_COLOR = before;
    world.remove();
  }
});

test('an endless loop is killed when its time is up, and its timeline is kept', async () => {
  const world = tinyWorld({ loops: 'it loops for ever', next: 'it works' });
  const outcomes = await outcomesOf(world, { timeoutMs: 3000 });
  world.remove();
  assert.equal(outcomes.loops?.death?.kind, 'hung');
  assert.deepEqual(
    outcomes.loops.timeline.map(({ name }) => name),
    ['about to loop'],
  );
  assert.equal(outcomes.next?.death, null);
});

test('a late throw or rejection is blamed on the scenario whose code it is, not on the one that runs', async () => {
  const world = tinyWorld({
    throws: 'it throws after 50 ms',
    innocent: 'it waits 300 ms',
    rejects: 'it rejects after 50 ms',
    bystander: 'it waits 300 ms',
  });
  const outcomes = await outcomesOf(world);
  world.remove();
  assert.match(outcomes.throws?.death?.reason ?? '', /too late.*after the scenario's end/);
  assert.match(outcomes.rejects?.death?.reason ?? '', /no one cares/);
  assert.equal(outcomes.innocent?.death, null);
  assert.equal(outcomes.bystander?.death, null);
});

test('of a flood of output the end is kept', async () => {
  const world = tinyWorld({ floods: 'it floods both outputs' });
  const before = process.memoryUsage().rss;
  const outcomes = await outcomesOf(world);
  world.remove();
  const { details = '', reason = '' } = outcomes.floods?.death ?? {};
  assert.match(details, /x{50}the end of the flood$/);
  assert.ok(details.length < 10_000, `${details.length} characters kept`);
  assert.match(reason, /status 9/);
  assert.ok(process.memoryUsage().rss - before < 150 * 1024 * 1024);
});

test('what a scenario started is gone when the run is over', async () => {
  const world = tinyWorld({ leaves: 'it leaves a child behind' });
  const outcomes = await outcomesOf(world);
  world.remove();
  assert.equal(outcomes.leaves?.death, null);
  const pid = Number(outcomes.leaves.timeline[0]?.name);
  assert.ok(pid > 0);
  // Dead at once, but a process counts as alive until init has taken note of its end.
  for (let turns = 0; turns < 200 && isAlive(pid); turns += 1) await pause(50);
  assert.equal(isAlive(pid), false);
});

test('step files that can not be loaded crash every scenario, with the reason', async () => {
  const world = tinyWorld({ first: 'it works', second: 'it works' });
  const broken = join(world.folder, 'broken.mjs');
  writeFileSync(broken, "throw new Error('no steps today');");
  const outcomes = await outcomesOf({ ...world, support: [broken] });
  world.remove();
  for (const name of ['first', 'second']) {
    assert.equal(outcomes[name]?.death?.kind, 'crashed');
    assert.match(outcomes[name].death.reason, /no steps today/);
  }
});

test('an aborted run ends its worker and keeps what is finished', async () => {
  const world = tinyWorld({ first: 'it works', waits: 'it waits 30000 ms', never: 'it works' });
  const abort = new AbortController();
  const outcomes = await outcomesOf(world, {
    signal: abort.signal,
    onSettled: () => {
      abort.abort();
    },
  });
  world.remove();
  assert.deepEqual(Object.keys(outcomes), ['first']);
});
