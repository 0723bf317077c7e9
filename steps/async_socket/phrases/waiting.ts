import { Then } from '../../../src/system/phrase_registry.js';
import type { ASYNC_SOCKET_HANDLE } from '../../../src/adapters/async_socket/async_socket.js';
import type { CallRecord } from '../../../src/timeline/timeline.js';
import type { DiagnosticRecord } from '../stage/diagnostics.js';
import type { AsyncSocketWorld } from '../stage/world.js';

/** What one async socket told of a wait: that it began, and that it ended. */
function waitsOf(
  world: AsyncSocketWorld,
  handle: ASYNC_SOCKET_HANDLE | null,
  event: 'waiting' | 'waited',
  name: string,
): readonly DiagnosticRecord[] {
  return world.stage.diagnostics
    .of(handle)
    .filter(({ diagnostic }) => diagnostic.event === event && diagnostic.function === name);
}

/**
 * A call from inside another one can't wait for it: it leaves what it has to do, which is done when the other one ends.
 * @param runs The call that is waited for.
 */
function expectWaited(
  world: AsyncSocketWorld,
  handle: ASYNC_SOCKET_HANDLE | null,
  name: string,
  runs: CallRecord,
): void {
  if (world.isBlindTo('diagnostics')) return;
  const [began] = waitsOf(world, handle, 'waiting', name);
  const [ended] = waitsOf(world, handle, 'waited', name);
  const isBegun = began?.during.includes(runs) === true;
  world.expect.that(isBegun, `${name} waits for ${runs.function}`, 'a wait', 'none');
  world.expect.that(ended !== undefined, 'the wait ends', 'an end', 'none');
}

/** Each function is called by an async socket of its own, which is closed from inside it. */
Then(
  /^(async_socket_close) shall wait for all executing (\w+) and (\w+) APIs$/,
  async function (this: AsyncSocketWorld, name: string, first: string, second: string) {
    for (const functionName of [first, second]) {
      await this.stage.renew();
      await this.stage.enterState('OPEN');
      const { handle } = this.stage;
      let openInside = false;
      this.stage.inside(functionName, () => {
        this.stage.call(name);
        openInside = this.stage.isSocketOpen;
      });
      const runs = this.stage.call(functionName);
      this.expect.that(
        openInside,
        `the socket is not closed while ${functionName} runs`,
        'an open socket',
        'a closed one',
      );
      const isOpen = this.stage.isSocketOpen;
      this.expect.that(
        !isOpen,
        `it is closed once ${functionName} has returned`,
        'a closed socket',
        'an open one',
      );
      expectWaited(this, handle, name, runs);
    }
  },
);

/** The open or close that the call came into has its end before anything is freed. */
Then(
  /^(async_socket_destroy) shall wait for the open(?:\/close)? to complete either successfully or with error$/,
  async function (this: AsyncSocketWorld, name: string) {
    const { stage } = this;
    await stage.settle();
    const handle = this.call.arguments.async_socket as ASYNC_SOCKET_HANDLE;
    const [outer] = this.timeline.calls.filter(
      ({ sequence, returned }) =>
        sequence < this.call.sequence && (returned ?? 0) > (this.call.returned ?? 0),
    );
    if (outer === undefined) throw new Error(`${name} was called while nothing was under way`);
    expectWaited(this, handle, name, outer);
    if (this.isBlindTo('diagnostics')) return;
    const told = stage.diagnostics.of(handle);
    const freed = told.filter(({ diagnostic }) => diagnostic.event === 'freed');
    this.expect.that(freed.length === 1, 'it is freed once', '1', `${freed.length}`);
    const ended = told.findLast(({ diagnostic }) => diagnostic.event === 'state');
    const last = ended?.diagnostic.event === 'state' ? ended.diagnostic.state : 'none';
    this.expect.that(
      last === 'CLOSED' || last === 'OPEN',
      `${outer.function} comes to its end`,
      'CLOSED',
      last,
    );
    const isAfter = (freed[0]?.sequence ?? 0) > (ended?.sequence ?? Infinity);
    this.expect.that(isAfter, 'nothing is freed before that', 'freed afterwards', 'freed before');
    this.expect.that(
      (freed[0]?.sequence ?? 0) > (this.call.returned ?? Infinity),
      `nothing is freed while ${outer.function} runs`,
      'freed afterwards',
      'freed inside the call',
    );
  },
);
