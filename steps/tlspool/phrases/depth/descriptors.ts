import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Given, Then, When } from '../../../../src/system/phrase_registry.js';
import type { TlspoolClientApi } from '../../../../src/adapters/tlspool/api.js';
import { apiOf } from '../../../../src/subject/api.js';
import { preparing, UnavailableError } from '../../../../src/stage/preparation.js';
import { credentials } from '../../underlying/credentials.js';
import { hostDescriptors } from '../../underlying/host/host_descriptors.js';
import { startPool, type PoolProcess } from '../../underlying/loopback/start_pool.js';
import type { TlspoolWorld } from '../../stage/world.js';
import { AdapterApplication } from '../../stage/driver/adapter_application.js';
import type { Application } from '../../stage/driver/application.js';
import type { Counted } from '../../stage/driver/counted.js';
import { Driver } from '../../stage/driver/driver.js';
import { PlayedApplication } from '../../stage/driver/played_application.js';

/** Time for a step of hundreds of exchanges, in milliseconds. */
const LONG_STEP_MS = 115_000;
/** How long what was closed may take to go, in milliseconds. */
const QUIET_DEADLINE_MS = 5_000;

/** Descriptors that a process has open. */
function openIn(pid: number | 'self'): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}

function counts(pool: PoolProcess | null): ReadonlyMap<string, number> {
  const own = ['own', openIn('self')] as const;
  return new Map(pool === null ? [own] : [own, ['pool', openIn(pool.pid)]]);
}

function shown(found: ReadonlyMap<string, number>): string {
  return [...found].map(([name, count]) => `${name}: ${count}`).join('; ');
}

/** The same number twice, some time apart: nothing is on its way any more. */
async function countsAtRest(pool: PoolProcess | null): Promise<ReadonlyMap<string, number>> {
  let last = '';
  for (let found = counts(pool); shown(found) !== last; found = counts(pool)) {
    last = shown(found);
    await pause(50);
  }
  return counts(pool);
}

/** The client under test over the host's descriptors, past the recorder; or, where that is a pool, a client that is played. */
function applicationAt(path: string, { adapter, specification, stage }: TlspoolWorld): Application {
  if (stage.side === 'pool') return new PlayedApplication(hostDescriptors, path, stage.wire);
  const given = adapter.create({
    log: () => undefined,
    allocate: (size) => new Uint8Array(size),
    connect: () => null,
    now: () => performance.now(),
    descriptors: hostDescriptors,
  });
  const client = apiOf(given, specification) as unknown as TlspoolClientApi;
  return new AdapterApplication(client, path, stage.wire);
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
      const application = applicationAt(pool?.path ?? stage.under.path, this);
      const driver = new Driver(application, await credentials());
      const wrong = await driver.run(count);
      if (wrong !== null) throw new Error(wrong);
      driver.close();
      stage.counted = { driver, pool, before: await countsAtRest(pool) };
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
    [...counts(pool)]
      .filter(([name, count]) => count > (before.get(name) ?? 0))
      .map(([name, count]) => `${name}: ${count}, before ${before.get(name)}`)
      .join('; ');
  while (more() !== '' && performance.now() - start < QUIET_DEADLINE_MS) await pause(20);
  const left = more();
  await pool?.stop();
  this.expect.that(left === '', 'open descriptors', shown(before), left);
});

function counted({ stage }: TlspoolWorld): Counted {
  if (stage.counted === null) throw new Error('no exchange was had');
  return stage.counted;
}
