import { When } from '../../../src/system/phrase_registry.js';
import { DOCUMENT, documentThatSays, TINY } from '../stage/documents.js';
import type { CommandWorld } from '../stage/world.js';

const STATED = 'If the handle is NULL, `tiny_open` shall return NULL.';
const FEATURE = 'features/tiny/tiny_open.feature';

/** Writes the document and its features. */
async function generate({ stage }: CommandWorld): Promise<void> {
  stage.write(DOCUMENT, documentThatSays(TINY, STATED));
  const { files, status, stderr } = await stage.run(['generate', DOCUMENT]);
  if (status !== 0 || !files.has(FEATURE))
    throw new Error(`iospec generate has not written ${FEATURE}: ${stderr}`);
  stage.unedited = files;
}

async function runAgain(world: CommandWorld, command: string): Promise<void> {
  await world.stage.run([...command.split(' '), DOCUMENT]);
}

function replaceInDocument({ stage }: CommandWorld, from: string, to: string): void {
  stage.write(DOCUMENT, documentThatSays(TINY, STATED).replaceAll(from, to));
}

When(
  /^iospec (generate --check) runs after iospec generate$/,
  async function (this: CommandWorld, command: string) {
    await generate(this);
    await runAgain(this, command);
  },
);

When(
  /^iospec (generate --check) runs after (\S+) became (\S+) in the document$/,
  async function (this: CommandWorld, command: string, from: string, to: string) {
    await generate(this);
    replaceInDocument(this, from, to);
    await runAgain(this, command);
  },
);

When(
  /^iospec (generate --check) runs after the section (\w+) became (\w+)$/,
  async function (this: CommandWorld, command: string, from: string, to: string) {
    await generate(this);
    replaceInDocument(this, from, to);
    await runAgain(this, command);
  },
);

When(
  /^iospec (generate(?: --check)?) runs after a step was edited by hand$/,
  async function (this: CommandWorld, command: string) {
    await generate(this);
    const text = this.stage.unedited.get(FEATURE) ?? '';
    this.stage.write(FEATURE, text.replace('shall return NULL\n', 'shall return 0\n'));
    await runAgain(this, command);
  },
);

When(
  /^iospec (generate --check) runs after a feature was deleted$/,
  async function (this: CommandWorld, command: string) {
    await generate(this);
    this.stage.delete(FEATURE);
    await runAgain(this, command);
  },
);

When(
  /^iospec (generate) runs beside a feature in (\S+)$/,
  async function (this: CommandWorld, command: string, folder: string) {
    this.stage.write(`${folder}/own.feature`, '@tiny\nFeature: written by hand\n');
    this.stage.write(DOCUMENT, documentThatSays(TINY, STATED));
    await runAgain(this, command);
  },
);

When(
  /^iospec generate reads two documents of the name (\w+)$/,
  async function (this: CommandWorld, name: string) {
    const files = [DOCUMENT, 'other.md'];
    for (const file of files) {
      this.stage.write(file, documentThatSays(TINY, STATED).replaceAll('TINY', name.toUpperCase()));
    }
    await this.stage.run(['generate', ...files]);
  },
);
