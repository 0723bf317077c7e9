import { Given, When } from '../../../src/system/phrase_registry.js';
import {
  DOCUMENT,
  documentOf,
  documentOfMany,
  documentThatSays,
  idOf,
  requirement,
  TINY,
  TLSIO,
  type Family,
} from '../stage/documents.js';
import { ADAPTER, adapterModule } from '../stage/adapters.js';
import { NOTATIONS } from '../stage/notations.js';
import type { CommandWorld } from '../stage/world.js';

/** A document that `iospec verify` reads is one that an adapter claims. */
function familyFor(command: string): Family {
  return command.startsWith('verify') ? TLSIO : TINY;
}

/** Lets a command read a document; one that verifies gets an adapter that conforms. */
async function read(world: CommandWorld, command: string, document: string): Promise<void> {
  world.stage.write(DOCUMENT, document);
  const words = command.split(' ');
  if (words[0] !== 'verify') {
    await world.stage.run([...words, DOCUMENT]);
    return;
  }
  world.stage.write(ADAPTER, adapterModule());
  await world.stage.run([...words, '--underlying', 'mock', '--spec', DOCUMENT, '--adapter', ADAPTER]);
}

for (const [words, notation] of Object.entries(NOTATIONS)) {
  Given(words, function (this: CommandWorld) {
    this.stage.notation = notation;
  });
}

When(
  /^iospec (extract --format json) reads a document$/,
  async function (this: CommandWorld, command: string) {
    await read(this, command, this.stage.notation.document);
  },
);

When(
  /^iospec (extract --format json) reads a requirement written as (.+)$/,
  async function (this: CommandWorld, command: string, markdown: string) {
    await read(this, command, documentThatSays(TINY, markdown));
  },
);

When(
  /^iospec (extract --format table|generate|lint) reads a document that defines (\w+) twice$/,
  async function (this: CommandWorld, command: string, id: string) {
    const twice = ['tiny_open shall return 0.', 'tiny_open shall return 1.'].map((text) =>
      requirement(id, text),
    );
    await read(this, command, documentOf(TINY, ...twice));
  },
);

When(
  /^iospec (extract --format table) reads a document that only mentions (\w+)$/,
  async function (this: CommandWorld, command: string, id: string) {
    const mention = `As **${id}** says, and \`**${id}: [** this **]**\`, nothing else is meant.`;
    await read(
      this,
      command,
      documentOf(TINY, requirement(idOf(TINY, 1), 'tiny_open shall return 0.'), mention),
    );
  },
);

When(
  /^iospec (extract --format json) reads a document in which (\w+) stands in a list below (\w+)$/,
  async function (this: CommandWorld, command: string, child: string, parent: string) {
    const list = `${requirement(parent, 'tiny_open shall do the following:')}\n\n - ${requirement(child, 'it shall return 0.')}`;
    await read(this, command, documentOf(TINY, list));
  },
);

When(
  /^iospec (extract --format json) reads a document in which (\w+) stands under the heading (\w+)$/,
  async function (this: CommandWorld, command: string, id: string, heading: string) {
    await read(this, command, documentOf(TINY, `## ${heading}`, requirement(id, 'It shall return 0.')));
  },
);

When(
  /^iospec (extract --format json|generate) reads a requirement whose duty is to (.+) and to (.+)$/,
  async function (this: CommandWorld, command: string, one: string, other: string) {
    await read(
      this,
      command,
      documentThatSays(TINY, `If the handle is NULL, tiny_open shall ${one} and ${other}.`),
    );
  },
);

When(
  /^iospec (verify) reads a requirement whose duty is to (.+)$/,
  async function (this: CommandWorld, command: string, duty: string) {
    await read(this, command, documentThatSays(TLSIO, `\`tlsio_create\` shall ${duty}.`));
  },
);

When(
  /^iospec (extract --format \w+|lint|lint --format \w+|verify) reads a document with (\d+) requirements?$/,
  async function (this: CommandWorld, command: string, count: number) {
    await read(this, command, documentOfMany(count));
  },
);

When(
  /^iospec (generate|verify|lint) reads a requirement that says only (.+)$/,
  async function (this: CommandWorld, command: string, words: string) {
    const text = words.replace(/[<|#]/g, (character) => `\\${character}`);
    await read(this, command, documentThatSays(familyFor(command), text));
  },
);

When(
  /^iospec (generate) reads a requirement for the states (\w+) and (\w+)$/,
  async function (this: CommandWorld, command: string, one: string, other: string) {
    await read(
      this,
      command,
      documentThatSays(TINY, `If the state is ${one} or ${other}, tiny_open shall return 0.`),
    );
  },
);

When(
  /^iospec (generate) reads a requirement for values outside of (\S+) to (\S+)$/,
  async function (this: CommandWorld, command: string, low: string, high: string) {
    const text = `If the state is less than ${low} or greater than ${high}, tiny_open shall return 1.`;
    await read(this, command, documentThatSays(TINY, text));
  },
);

When(
  /^iospec (generate) reads a document in which (.+) means to (.+)$/,
  async function (this: CommandWorld, command: string, phrase: string, meaning: string) {
    const definition = `The phrase "${phrase}" means the adapter shall ${meaning}.`;
    const uses = [
      `tiny_open shall ${phrase} and return 0.`,
      `If the handle is NULL, tiny_open shall ${phrase}.`,
    ];
    const requirements = [definition, ...uses].map((text, index) => requirement(idOf(TINY, index + 1), text));
    await read(this, command, documentOf(TINY, ...requirements));
  },
);

When(
  /^iospec (generate) reads a document whose state table has a cell for (\w+) in (\w+)$/,
  async function (this: CommandWorld, command: string, functionName: string, state: string) {
    const table = ['| state | call | effect |', '|---|---|---|', `| ${state} | ${functionName} | ok |`].join(
      '\n',
    );
    const stated = requirement(idOf(TINY, 1), 'tiny_open shall return 0.');
    await read(this, command, documentOf(TINY, stated, '## Transitions', table));
  },
);

When(
  /^iospec (extract|lint|verify) reads a file that (.+)$/,
  async function (this: CommandWorld, command: string, defect: string) {
    prepareFile(this, defect);
    await this.stage.run(command === 'verify' ? [command, '--spec', `./${DOCUMENT}`] : [command, DOCUMENT]);
  },
);

/** Makes the file what a sentence says it is. */
function prepareFile({ stage }: CommandWorld, defect: string): void {
  switch (defect) {
    case 'does not exist':
      break;
    case 'is empty':
      stage.write(DOCUMENT, '');
      break;
    case 'is binary':
      stage.write(DOCUMENT, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]));
      break;
    case 'is not UTF-8':
      stage.write(DOCUMENT, Buffer.from('# caf\u00e9\n', 'latin1'));
      break;
    case 'is 100 MB of asterisks':
      stage.write(DOCUMENT, '*'.repeat(100_000_000));
      break;
    case 'is a folder':
      stage.makeFolder(DOCUMENT);
      break;
    case 'holds no requirement':
      stage.write(DOCUMENT, '# tiny\n\nNothing is required.\n');
      break;
    default:
      throw new Error(`no file is known that ${defect}`);
  }
}

When(/^iospec runs with the arguments (.+)$/, async function (this: CommandWorld, words: string) {
  await this.stage.run(words.split(' '));
});
