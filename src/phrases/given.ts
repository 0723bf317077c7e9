import { Given } from '@cucumber/cucumber';
import { preparing } from '../stage/preparation.js';
import { stageFactory } from '../stage/registry.js';
import type { IospecWorld } from '../stage/world.js';

Given(
  /^an? (\w+) over an? (\w+) underlying IO$/,
  async function (this: IospecWorld, system: string, underlying: string) {
    const setUp = await preparing(`set up a ${system}`, () => stageFactory(system));
    this.stage = await setUp(this, underlying);
  },
);

Given(/^the design is (\w+)$/, function (this: IospecWorld, design: string) {
  const declared = String(this.adapter.capabilities.design ?? 'undeclared');
  if (declared !== design) return this.withdraw('notApplicable', `design is ${declared}, not ${design}`);
});
