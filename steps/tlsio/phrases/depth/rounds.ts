import { Then, When } from '../../../../src/system/phrase_registry.js';
import type { Connector } from '../../../../src/adapters/xio/dependencies.js';
import type { CONCRETE_IO_HANDLE } from '../../../../src/adapters/xio/xio.js';
import { Note } from '../../../../src/stage/notes.js';
import { resources, untilQuiet, type Resources } from '../../../../src/stage/quiet.js';
import type { TlsioWorld } from '../../stage/world.js';
import { LONG_STEP_MS, Quickly } from '../../stage/vtable.js';

/** How long sockets that were closed may take to go, in milliseconds. */
const QUIET_DEADLINE_MS = 5_000;

interface Rounds {
  made: number;
  /** Connections of a direct design that stood at the end of their round. */
  left: readonly DirectConnection[];
  /** What kept the event loop alive when the first round was over. */
  readonly before: Resources;
}

type DirectConnection = ReturnType<Connector>;

const allRounds = new Note<Rounds>('no round was made');

/** Opens an instance; its result. */
async function open(quickly: Quickly, handle: CONCRETE_IO_HANDLE | null): Promise<string> {
  let opened: string | null = null;
  const complete = (_context: unknown, result: string): void => {
    opened = result;
  };
  const ignore = (): void => undefined;
  const result = quickly.io.concrete_io_open(handle, complete, null, ignore, null, ignore, null);
  if (result !== 0) return `concrete_io_open returned ${result}`;
  await quickly.pumpUntil('on_io_open_complete', handle, () => opened !== null);
  return String(opened);
}

async function close(quickly: Quickly, handle: CONCRETE_IO_HANDLE | null): Promise<boolean> {
  let closed = false;
  quickly.io.concrete_io_close(
    handle,
    () => {
      closed = true;
    },
    null,
  );
  return quickly.pumpUntil('on_io_close_complete', handle, () => closed);
}

async function repeat(world: TlsioWorld, times: number, round: () => Promise<string>): Promise<void> {
  for (let number = 0; number < times; number += 1) {
    const result = await round();
    const { notes } = world.stage;
    const rounds = notes.find(allRounds) ?? { made: 0, left: [], before: await resourcesAfterFirst(world) };
    notes.set(allRounds, rounds);
    rounds.made += 1;
    const { connect } = world.stage.under.observed;
    const made = connect.made.map((call) => call.result as DirectConnection);
    rounds.left = standing([...rounds.left, ...made]);
    connect.forget();
    world.expect.that(result === 'IO_OPEN_OK', `round ${rounds.made} opens`, 'IO_OPEN_OK', result);
  }
  await world.stage.settle();
}

function standing(connections: readonly DirectConnection[]): readonly DirectConnection[] {
  return connections.filter((connection) => connection?.destroyed === false);
}

async function resourcesAfterFirst(world: TlsioWorld): Promise<Resources> {
  await world.stage.settle();
  return resources();
}

When(
  /^it is opened and closed (?:another )?(\d+) times$/,
  { timeout: LONG_STEP_MS },
  async function (this: TlsioWorld, times: string) {
    const { stage } = this;
    await stage.ensureCreated();
    const quickly = new Quickly(this);
    await repeat(this, Number(times), async () => {
      const result = await open(quickly, stage.handle);
      return (await close(quickly, stage.handle)) ? result : 'no on_io_close_complete';
    });
  },
);

When(
  /^it is created, opened and destroyed (\d+) times$/,
  { timeout: LONG_STEP_MS },
  async function (this: TlsioWorld, times: string) {
    const { config, trustedCerts } = this.stage.under;
    const quickly = new Quickly(this);
    await repeat(this, Number(times), async () => {
      const handle = quickly.io.concrete_io_create(config);
      quickly.io.concrete_io_setoption(handle, 'TrustedCerts', trustedCerts);
      const result = await open(quickly, handle);
      quickly.io.concrete_io_destroy(handle);
      return result;
    });
  },
);

Then(/^no connection shall be left$/, function (this: TlsioWorld) {
  const { under } = this.stage;
  const { made, left } = this.stage.notes.get(allRounds);
  const { connections } = under.peer;
  this.expect.that(connections === made, 'each round had a connection', `${made}`, `${connections}`);
  this.expect.that(!under.peer.connected, 'the last one is gone', 'no connection', 'the peer still has one');
  if (under.design === 'chained') {
    const [opened, closed] = [under.calls('concrete_io_open'), under.calls('concrete_io_close')];
    this.expect.that(closed >= opened, 'the owned xio is closed each time', `${opened} closes`, `${closed}`);
    return;
  }
  const { length } = standing(left);
  this.expect.that(length === 0, 'every connection is destroyed', 'none', `${length} stand`);
});

Then(/^nothing shall keep the event loop alive that did not before$/, async function (this: TlsioWorld) {
  const left = await untilQuiet(this.stage.notes.get(allRounds).before, QUIET_DEADLINE_MS);
  this.expect.that(left.length === 0, 'no handle is left', 'none', left.join(', '));
});
