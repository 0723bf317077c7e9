import { preparing } from '../stage/preparation.js';
import type { IospecWorld } from '../stage/world.js';
import { GROUND } from '../scenario/ground.js';
import { Given } from '../system/phrase_registry.js';

Given(GROUND, async function (this: IospecWorld, system: string, underlying: string | null | undefined) {
  this.stage = await preparing(`set up a ${system}`, () => this.judged.setUp(this, underlying ?? null));
});

Given(/^the design is (\w+)$/, function (this: IospecWorld, design: string) {
  const declared = String(this.adapter.capabilities.design ?? 'undeclared');
  return declared === design
    ? undefined
    : this.withdraw('notApplicable', `design is ${declared}, not ${design}`);
});
