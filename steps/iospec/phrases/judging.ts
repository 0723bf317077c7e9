import { When } from '../../../src/system/phrase_registry.js';
import { ADAPTER, adapterModule, LOOPING, type Misconduct } from '../stage/adapters.js';
import {
  DOCUMENT,
  documentOf,
  documentThatSays,
  idOf,
  NO_HOST_NAME,
  NO_PARAMETERS,
  refusals,
  requirement,
  TINY,
  TLSIO,
} from '../stage/documents.js';
import type { Interruption } from '../stage/workplace.js';
import type { CommandWorld } from '../stage/world.js';

interface Judgement {
  readonly document: string;
  /** The adapter modules, one file each. */
  readonly adapters: readonly string[];
  /** Words behind `iospec verify`. */
  readonly options: readonly string[];
  readonly interruption: Interruption | null;
}

/** Runs `iospec verify` over the small document, the conforming adapter and the mock, unless told otherwise. */
export async function judge({ stage }: CommandWorld, asked: Partial<Judgement>): Promise<void> {
  const { document = documentOf(TLSIO, ...refusals()), adapters = [adapterModule()], options = [] } = asked;
  stage.write(DOCUMENT, document);
  const files = adapters.map((text, index) => {
    const file = index === 0 ? ADAPTER : `${index + 1}_${ADAPTER}`;
    stage.write(file, text);
    return file;
  });
  const given = files.flatMap((file) => ['--adapter', file]);
  const over = options.includes('--underlying') ? [] : ['--underlying', 'mock'];
  await stage.run(['verify', ...over, ...options, '--spec', DOCUMENT, ...given], asked.interruption ?? null);
}

/** ` --requirement ID` as words. */
function words(options: string): readonly string[] {
  return options.split(' ').filter((word) => word !== '');
}

const returnsHandle = (call: string): Misconduct => ({ conduct: 'returns a handle', call });

When(
  /^iospec verify((?: --\w+ \S+)*) judges an adapter that conforms$/,
  async function (this: CommandWorld, options: string) {
    await judge(this, { options: words(options) });
  },
);

When(
  /^iospec verify((?: --\w+ \S+)*) judges an adapter that (.+) in (SRS_\w+)$/,
  async function (this: CommandWorld, options: string, conduct: string, call: string) {
    await judge(this, { options: words(options), adapters: [adapterModule({ conduct, call })] });
  },
);

When(
  /^iospec verify judges a conforming adapter beside one that (.+) in (SRS_\w+)$/,
  async function (this: CommandWorld, conduct: string, call: string) {
    await judge(this, { adapters: [adapterModule(), adapterModule({ conduct, call }, 'other')] });
  },
);

When(
  /^iospec verify judges a conforming adapter after (.+) became (.+) in (SRS_\w+)$/,
  async function (this: CommandWorld, from: string, to: string, id: string) {
    const changed = refusals().map((block) => (block.includes(`${id}:`) ? block.replace(from, to) : block));
    if (changed.join() === refusals().join()) throw new Error(`${id} has no "${from}" to change`);
    await judge(this, { document: documentOf(TLSIO, ...changed) });
  },
);

When(
  /^iospec verify judges an adapter that fails (SRS_\w+) in the list below (SRS_\w+)$/,
  async function (this: CommandWorld, child: string, parent: string) {
    const introduction = requirement(
      parent,
      `If ${NO_PARAMETERS}, \`tlsio_create\` shall return NULL and do the following:`,
    );
    const item = requirement(child, '`tlsio_create` shall log an error.');
    await judge(this, {
      document: documentOf(TLSIO, `${introduction}\n\n - ${item}`),
      adapters: [adapterModule({ conduct: 'logs no error', call: idOf(TLSIO, 1) })],
    });
  },
);

When(
  /^iospec verify judges an adapter that returns a handle in the second (SRS_\w+)$/,
  async function (this: CommandWorld, id: string) {
    await judge(this, {
      document: documentOf(TLSIO, ...refusals(id)),
      adapters: [adapterModule(returnsHandle(idOf(TLSIO, 2)))],
    });
  },
);

When(
  /^iospec verify judges a (\w+) adapter by a requirement for (\w+) designs$/,
  async function (this: CommandWorld, design: string, wanted: string) {
    const [, second = ''] = refusals();
    const first = requirement(
      idOf(TLSIO, 1),
      `For ${wanted} designs, if ${NO_HOST_NAME}, \`tlsio_create\` shall return NULL.`,
    );
    const document = documentOf(TLSIO, first, second);
    await judge(this, { document, adapters: [adapterModule(null, 'small', design)] });
  },
);

When(
  /^iospec verify judges an adapter by (SRS_\w+) on a machine that lacks (\w+)$/,
  async function (this: CommandWorld, id: string, command: string) {
    this.stage.forgetCommands();
    // The tag of the hand-written scenarios that need the command; the first requirement has others.
    const tags = `@${idOf(TLSIO, 1)} or @${command}`;
    await judge(this, {
      document: documentOf(TLSIO, ...refusals(id)),
      options: ['--underlying', 'mock', '--underlying', 'loopback', '--tags', tags],
    });
  },
);

When(/^iospec verify reads a document that no adapter claims$/, async function (this: CommandWorld) {
  this.stage.write(DOCUMENT, documentThatSays(TINY, 'If the handle is NULL, `tiny_open` shall return 1.'));
  await this.stage.run(['verify', '--spec', DOCUMENT]);
});

/** A phrase that sets something up, where one that asserts belongs. */
When(
  /^iospec verify reads a requirement whose step evaluates no assertion$/,
  async function (this: CommandWorld) {
    await judge(this, { document: documentThatSays(TLSIO, 'The design is direct.') });
  },
);

When(/^iospec verify runs a shard without a scenario$/, async function (this: CommandWorld) {
  await judge(this, { options: ['--shard', '9/9'] });
});

When(
  /^iospec verify is interrupted by (SIG\w+)$/,
  async function (this: CommandWorld, signal: NodeJS.Signals) {
    await judge(this, {
      adapters: [adapterModule({ conduct: 'loops for ever', call: idOf(TLSIO, 2) })],
      interruption: { signal, whenThereIs: LOOPING },
    });
  },
);

When(
  /^iospec verify loads an adapter module that throws (.+)$/,
  async function (this: CommandWorld, text: string) {
    await judge(this, { adapters: [`throw new Error(${JSON.stringify(text)});\n`] });
  },
);

When(/^iospec verify loads an adapter module that exports nothing$/, async function (this: CommandWorld) {
  await judge(this, { adapters: ['export {};\n'] });
});

When(
  /^iospec report merges the shards (\S+) and (\S+) of a run$/,
  async function (this: CommandWorld, one: string, other: string) {
    await judge(this, { options: ['--shard', one, '--reports', 'one'] });
    await judge(this, { options: ['--shard', other, '--reports', 'other'] });
    await this.stage.run(['report', '--from', 'one', 'other', '--reports', 'both']);
  },
);

When(
  /^iospec report merges the shard (\S+) of a run alone$/,
  async function (this: CommandWorld, shard: string) {
    await judge(this, { options: ['--shard', shard, '--reports', 'one'] });
    await this.stage.run(['report', '--from', 'one', '--reports', 'both']);
  },
);
