import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Given, Then, When } from '../../../../src/system/phrase_registry.js';
import type { TlspoolClientApi } from '../../../../src/adapters/tlspool/api.js';
import { create_tlspool_client } from '../../../../src/adapters/tlspool/client.js';
import { systemDescriptors } from '../../../../src/adapters/tlspool/system_descriptors.js';
import { apiOf } from '../../../../src/subject/api.js';
import { preparing, UnavailableError } from '../../../../src/stage/preparation.js';
import { credentials } from '../../underlying/credentials.js';
import { startPool, type PoolProcess } from '../../underlying/loopback/start_pool.js';
import type { TlspoolWorld } from '../../stage/world.js';
import { Driver } from '../../stage/driver.js';

/** Time for a step of hundreds of exchanges, in milliseconds. */
const LONG_STEP_MS = 115_000;
/** How long what was closed may take to go, in milliseconds. */
const QUIET_DEADLINE_MS = 5_000;

/** Processes that a scenario counts the descriptors of, by what they are called in the features. */
interface Counted {
  readonly driver: Driver;
  readonly pool: PoolProcess | null;
  readonly before: Readonly<Record<string, number>>;
}

const scenarios = new WeakMap<TlspoolWorld, Counted>();

/** Descriptors that a process has open. */
function openIn(pid: number | 'self'): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}

function counts(pool: PoolProcess | null): Readonly<Record<string, number>> {
  return { own: openIn('self'), ...(pool === null ? {} : { pool: openIn(pool.pid) }) };
}

/** The same number twice, some time apart: nothing is on its way any more. */
async function countsAtRest(pool: PoolProcess | null): Promise<Readonly<Record<string, number>>> {
  let last = '';
  for (let found = counts(pool); JSON.stringify(found) !== last; found = counts(pool)) {
    last = JSON.stringify(found);
    await pause(50);
  }
  return counts(pool);
}

/** The adapter over the host's own descriptors, past the recorder; or, where the adapter is a pool, a client of ours. */
function clientOf({ adapter, specification, stage }: TlspoolWorld): TlspoolClientApi {
  const log = (): void => undefined;
  if (stage.side === 'pool') return create_tlspool_client({ log });
  const given = adapter.create({
    log,
    allocate: (size) => new Uint8Array(size),
    connect: () => null,
    now: () => performance.now(),
    descriptors: systemDescriptors,
  });
  return apiOf(given, specification) as unknown as TlspoolClientApi;
}

Given(
  /^the client and the pool have had (\d+) exchanges$/,
  { timeout: LONG_STEP_MS },
  async function (this: TlspoolWorld, count: number) {
    if (!existsSync('/proc/self/fd'))
      throw new UnavailableError('this system does not show which descriptors a process has (/proc/self/fd)');
    const { stage } = this;
    await preparing('have the first exchanges', async () => {
      const isPool = stage.side === 'pool';
      if (isPool) stage.service.start();
      // A process that a scenario which fails leaves behind ends with the one that it runs in.
      const pool = isPool ? null : await startPool();
      const driver = new Driver(clientOf(this), pool?.path ?? stage.under.path, await credentials());
      const wrong = await driver.run(count);
      if (wrong !== null) throw new Error(wrong);
      driver.close();
      scenarios.set(this, { driver, pool, before: await countsAtRest(pool) });
    });
  },
);

When(
  /^(?:another )?(\d+) exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn$/,
  { timeout: LONG_STEP_MS },
  async function (this: TlspoolWorld, count: number) {
    const wrong = await counted(this).driver.run(count);
    this.expect.that(wrong === null, 'each exchange ends as it is made to', 'as made', wrong ?? 'as made');
  },
);

Then(/^no process shall have more descriptors open than before$/, async function (this: TlspoolWorld) {
  const { driver, pool, before } = counted(this);
  driver.close();
  const start = performance.now();
  const more = (): string =>
    Object.entries(counts(pool))
      .filter(([name, count]) => count > (before[name] ?? 0))
      .map(([name, count]) => `${name}: ${count}, before ${before[name]}`)
      .join('; ');
  while (more() !== '' && performance.now() - start < QUIET_DEADLINE_MS) await pause(20);
  const left = more();
  await pool?.stop();
  const shown = Object.entries(before).map(([name, count]) => `${name}: ${count}`);
  this.expect.that(left === '', 'open descriptors', shown.join('; '), left);
});

function counted(world: TlspoolWorld): Counted {
  const found = scenarios.get(world);
  if (found === undefined) throw new Error('no exchange was had');
  return found;
}
