import { Given } from '../../../src/system/phrase_registry.js';
import type { TlspoolWorld } from '../stage/world.js';

Given(/^the adapter is a (client|pool)$/, function (this: TlspoolWorld, side: string) {
  const declared = String(this.adapter.capabilities.side);
  if (declared !== side) return this.withdraw('notApplicable', `side is ${declared}, not ${side}`);
});
