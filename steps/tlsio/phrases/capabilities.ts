import { Given } from '../../../src/system/phrase_registry.js';
import type { TlsioWorld } from '../stage/world.js';

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
