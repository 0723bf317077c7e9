import { Then } from '../system/phrase_registry.js';
import type { IospecWorld } from '../stage/world.js';

/** States that the adapter entered since the scenario's action, in order. */
function entered(world: IospecWorld): readonly string[] {
  return world.stage.history.filter(({ sequence }) => sequence >= world.mark).map(({ state }) => state);
}

function list(states: readonly string[]): string {
  return states.length === 0 ? 'no change of state' : states.join(', ');
}

/** By calls and callbacks where the instance still stands, and by how it behaves. */
async function expectEntered(world: IospecWorld, state: string): Promise<void> {
  const { stage } = world;
  if (!stage.destroyed) {
    if (!entered(world).includes(state)) await stage.settle();
    const seen = entered(world);
    world.expect.that(seen.includes(state), `the adapter enters ${state}`, state, list(seen));
  }
  for (const { what, holds, expected, observed } of await stage.evidenceOf(state)) {
    world.expect.that(holds, what, expected, observed);
  }
}

/** The state that held when the call under test had returned. */
function stateAfterCall(world: IospecWorld): string {
  const { returned } = world.call;
  return world.stage.history.filter(({ sequence }) => sequence <= (returned ?? 0)).at(-1)?.state ?? 'none';
}

Then(
  /^(?:the adapter|\w+) shall (?:then )?(?:cause the adapter to )?enter (\w+)(?: before completing the destroy process)?$/,
  async function (this: IospecWorld, state: string) {
    await expectEntered(this, state);
  },
);

/** Before the call returned: an observer sees no moment between the two states. */
Then(/^the adapter shall then immediately enter (\w+)$/, function (this: IospecWorld, state: string) {
  const after = stateAfterCall(this);
  this.expect.that(after === state, `the adapter is in ${state} when the call returns`, state, after);
});

Then(
  /^the adapter shall enter (\w+) immediately after entering (\w+)$/,
  function (this: IospecWorld, state: string, before: string) {
    const after = stateAfterCall(this);
    this.expect.that(after === state, `the adapter is in ${state} when the call returns`, state, after);
    const states = this.stage.history.map((change) => change.state);
    const path = states.slice(0, states.lastIndexOf(state) + 1).slice(-2);
    this.expect.that(
      path[0] === before,
      `the adapter comes from ${before}`,
      `${before}, ${state}`,
      list(path),
    );
  },
);

Then(/^the adapter shall remain in (\w+)$/, function (this: IospecWorld, state: string) {
  const after = stateAfterCall(this);
  this.expect.that(after === state, `the adapter remains in ${state}`, state, after);
});

Then(
  /^the adapter shall remain in (\w+) or enter (\w+)$/,
  async function (this: IospecWorld, state: string, next: string) {
    await this.stage.settle();
    const seen = [stateAfterCall(this), ...entered(this)];
    const allowed = seen.every((one) => one === state || one === next);
    this.expect.that(
      allowed,
      `the adapter remains in ${state} or enters ${next}`,
      `${state} or ${next}`,
      list(seen),
    );
  },
);
