import { Then, When } from '../../../src/system/phrase_registry.js';
import { ADAPTER, adapterModule } from '../stage/adapters.js';
import {
  DOCUMENT,
  documentOf,
  idOf,
  NO_PARAMETERS,
  refusals,
  requirement,
  TLSIO,
} from '../stage/documents.js';
import type { CommandWorld } from '../stage/world.js';

async function audit(
  { stage }: CommandWorld,
  options: readonly string[] = [],
  document = documentOf(TLSIO, ...refusals()),
): Promise<void> {
  stage.write(DOCUMENT, document);
  stage.write(ADAPTER, adapterModule());
  await stage.run(['audit', ...options, '--spec', DOCUMENT, '--adapter', ADAPTER]);
}

When(
  /^iospec audit((?: --\w+ \S+)*) judges an adapter that conforms$/,
  async function (this: CommandWorld, options: string) {
    await audit(
      this,
      options.split(' ').filter((word) => word !== ''),
    );
  },
);

/** What never comes is not missed, so nothing that an adapter does wrong shows. */
When(/^iospec audit reads a requirement that no broken adapter breaks$/, async function (this: CommandWorld) {
  const [, second = ''] = refusals();
  const weak = `If ${NO_PARAMETERS}, \`on_io_error\` shall not be called.`;
  await audit(this, [], documentOf(TLSIO, requirement(idOf(TLSIO, 1), weak), second));
});

Then(
  /^iospec shall call (SRS_\w+) (proven|unproven)$/,
  function (this: CommandWorld, label: string, proof: string) {
    const { stdout, stderr } = this.stage.execution;
    const [, observed] =
      stdout
        .split('\n')
        .map((line) => line.split(/ {2,}/))
        .find(([first]) => first === label) ?? [];
    this.expect.that(observed === proof, `${label} is ${proof}`, proof, observed ?? `no row; ${stderr}`);
  },
);

Then(/^iospec shall print the survivor (.+)$/, function (this: CommandWorld, words: string) {
  const { stdout } = this.stage.execution;
  const survivors = stdout.split('\n').filter((line) => line.includes('not found: '));
  const holds = survivors.some((line) => line.endsWith(`: ${words}`));
  this.expect.that(holds, 'iospec prints what was not found', words, survivors.join(' / ') || stdout);
});

Then(
  /^iospec shall print the noticed change of (\d+) value in (SRS_\w+)$/,
  function (this: CommandWorld, count: string, label: string) {
    const { stdout } = this.stage.execution;
    const row = stdout.split('\n').find((line) => line.startsWith(`${label} `)) ?? '';
    const expected = `${count} of ${count} changed values noticed`;
    this.expect.that(row.endsWith(`, ${expected}`), `${label} has a changed value`, expected, row || stdout);
  },
);
