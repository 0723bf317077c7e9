import { Given } from '@cucumber/cucumber';
import { observerFor } from '../../../src/stage/recorder.js';
import { defineStage } from '../../../src/stage/registry.js';
import { createTlsUnderlying } from '../underlying/index.js';
import { TlsioStage } from '../stage/stage.js';
import type { TlsioWorld } from '../stage/world.js';

defineStage('tlsio', async (world, underlying) => {
  if (underlying !== 'mock' && underlying !== 'loopback')
    throw new Error(`tlsio has no underlying IO ${underlying}`);
  const design = world.adapter.capabilities.design;
  if (design !== 'chained' && design !== 'direct') {
    throw new Error(
      `${world.adapter.name} declares no design: its capability design must be chained or direct`,
    );
  }
  const under = await createTlsUnderlying({
    kind: underlying,
    design,
    observer: observerFor(world.timeline),
  });
  return new TlsioStage(world.specification, world.adapter, world.timeline, under);
});

/** Withdraws the scenario unless the adapter's capability is what the sentence's condition asks for. */
function needs(world: TlsioWorld, capability: string, wanted: boolean): 'skipped' | undefined {
  const declared = world.adapter.capabilities[capability] === true;
  return declared === wanted ? undefined : world.withdraw('notApplicable', `${capability} is ${declared}`);
}

// "adatpers": the document's own spelling of one cell.
Given(/^an adapter with internal async close$/, function (this: TlsioWorld) {
  return needs(this, 'asynchronousClose', true);
});

Given(/^an adapter without internal async close$/, function (this: TlsioWorld) {
  return needs(this, 'asynchronousClose', false);
});

Given(
  /^an adapter whose underlying TLS connection has an asynchronous 'closing' state$/,
  function (this: TlsioWorld) {
    return needs(this, 'asynchronousClose', true);
  },
);

Given(/^the underlying TLS does not support asynchronous closing$/, function (this: TlsioWorld) {
  return needs(this, 'asynchronousClose', false);
});

Given(/^an adapter which implements options$/, function (this: TlsioWorld) {
  return needs(this, 'options', true);
});
