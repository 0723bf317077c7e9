import { Then, When } from '../../../src/system/phrase_registry.js';
import { ADAPTER, adapterModule } from '../stage/adapters.js';
import { DOCUMENT, documentOf, refusals, TLSIO } from '../stage/documents.js';
import { judge } from './judging.js';
import { requirementIn } from '../stage/reports.js';
import type { CommandWorld } from '../stage/world.js';

/** The small adapter with its functions under the names of a VTable's slots. */
function withVTable(without = ''): string {
  const module = adapterModule().replace(/\btlsio_(?=create|destroy|dowork)/g, 'concrete_io_');
  return without === '' ? module : module.replace(`${without}:`, 'concrete_io_nothing:');
}

When(
  /^iospec verify judges an adapter that gives its VTable(?: without (\w+))?$/,
  async function (this: CommandWorld, without: string | null) {
    await judge(this, { adapters: [withVTable(without ?? '')] });
  },
);

When(
  /^iospec verify judges an adapter that declares (\w+) as (\w+)$/,
  async function (this: CommandWorld, capability: string, value: string) {
    const module = adapterModule().replace('capabilities: {', `capabilities: { ${capability}: ${value},`);
    await judge(this, { adapters: [module] });
  },
);

When(
  /^iospec verify judges an adapter that claims (\w+)$/,
  async function (this: CommandWorld, document: string) {
    const module = adapterModule().replace("specification: 'tlsio'", `specification: '${document}'`);
    await judge(this, { adapters: [module] });
  },
);

Then(
  /^iospec shall print a row of (\w+) with (\w+) beside (\w+)$/,
  function (this: CommandWorld, label: string, one: string, other: string) {
    const { stdout } = this.stage.execution;
    const rows = stdout.split('\n').map((line) => line.split(/ {2,}/));
    const [, ...cells] = rows.find(([first]) => first === label) ?? [];
    const observed = cells.map((cell) => cell.replace(/^\S+ /, '')).join(' beside ');
    const wanted = `${one} beside ${other}`;
    this.expect.that(observed === wanted, `the row of ${label} compares the adapters`, wanted, observed);
  },
);

Then(
  /^iospec shall write the timelines of both runs to the trace of (\w+)$/,
  function (this: CommandWorld, label: string) {
    const [scenario] = requirementIn(this, label).scenarios;
    const shown = (scenario?.repetitions ?? []).filter(({ timeline }) => timeline.length > 0);
    const observed = shown.map(({ verdict }) => verdict).join(', ');
    this.expect.that(shown.length === 2, 'both runs have their timeline', 'two timelines', observed);
  },
);

When(/^iospec status runs after a run$/, async function (this: CommandWorld) {
  await judge(this, {});
  await this.stage.run(['status']);
});

When(
  /^iospec status runs after (.+) became (.+) in (SRS_\w+)$/,
  async function (this: CommandWorld, from: string, to: string, id: string) {
    await judge(this, {});
    const changed = refusals().map((block) => (block.includes(`${id}:`) ? block.replace(from, to) : block));
    if (changed.join() === refusals().join()) throw new Error(`${id} has no "${from}" to change`);
    this.stage.write(DOCUMENT, documentOf(TLSIO, ...changed));
    await this.stage.run(['status']);
  },
);

When(/^iospec status runs after the adapter was edited$/, async function (this: CommandWorld) {
  await judge(this, {});
  this.stage.write(ADAPTER, `${adapterModule()}// edited\n`);
  await this.stage.run(['status']);
});

When(/^iospec report merges a run whose messages are broken$/, async function (this: CommandWorld) {
  await judge(this, {});
  this.stage.write('reports/messages.ndjson', '{}\nbroken\n');
  await this.stage.run(['report', '--from', 'reports', '--reports', 'merged']);
});

When(/^iospec verify is to write its reports to a file$/, async function (this: CommandWorld) {
  this.stage.write('reports', 'a file');
  await judge(this, {});
});
