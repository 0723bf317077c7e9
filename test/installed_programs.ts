// What the test of an installed system writes beside it: programs, and mistakes that authors make.

/** An adapter that stands on nothing of iospec's but its log. */
export const OWN_DISK = `import { create_mailbox } from './mailbox.mjs';

function ownDisk() {
  const files = new Map();
  return {
    disk_write: (file, bytes) => files.set(file, Uint8Array.from(bytes)).has(file),
    disk_read: (file) => files.get(file),
    disk_remove: (file) => files.delete(file),
    disk_names: () => [...files.keys()].sort(),
  };
}

export default {
  specification: 'mailbox',
  name: 'own_disk',
  version: '1.0.0',
  capabilities: { bounded: true, disk: false },
  create: ({ log }) => create_mailbox({ log, disk: ownDisk() }, 16),
};
`;

/** What uses iospec as a library, as a system's author would in TypeScript. */
export const LIBRARY = `import { defineAdapter } from 'iospec/adapter';
import { compose, readSpecification, render, verify, type Trace } from 'iospec';
import { defineSystem, GenericStage, observerFor, Recorder, type IospecWorld } from 'iospec/system';

class Stage extends GenericStage {
  constructor(world: IospecWorld, private readonly recorder: Recorder) {
    super(world, { underlying: 'mock', dependencies: { recorder } });
  }

  override async prepareFor(name: string): Promise<void> {
    await super.prepareFor(name);
    this.recorder.fault(name, 'none');
    this.noteState('READY');
  }
}

export const system = defineSystem({
  name: 'mailbox',
  underlyings: { mock: ({ timeline }) => new Recorder(observerFor(timeline)) },
  stage: (world, recorder: Recorder) => new Stage(world, recorder),
});
export const adapter = defineAdapter({
  specification: 'mailbox',
  name: 'typed',
  version: '1.0.0',
  capabilities: { bounded: false },
  create: () => ({ mailbox_create: (owner: string | null) => owner }),
});

const { name, requirements } = await readSpecification('spec/mailbox_requirements.md');
const features = await compose([name]);
const trace: Trace = await verify({ documents: [name], adapters: [name], selection: { underlying: ['mock'] } });
console.log(
  JSON.stringify({
    name,
    requirements: requirements.length,
    rules: features.flatMap(({ items }) => items).length,
    isConforming: trace.summary.conforming,
    isRendered: render(trace, 'junit.xml').includes('SRS_MAILBOX_01_014'),
  }),
);
`;

const SYSTEM = 'steps/mailbox/system.mjs';
const PHRASES = 'steps/mailbox/phrases/mine.mjs';

/** What authors of systems get wrong: files that are written, and the line that says so. */
export const MISTAKES: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  [
    'a system without a name',
    { [SYSTEM]: "import { defineSystem } from 'iospec/system';\nexport default defineSystem({});\n" },
    /^iospec: steps\/mailbox\/system\.mjs: its system has no `name` \(a string\)$/m,
  ],
  [
    'two systems of one name',
    {
      'iospec.config.mjs': "export default { systems: ['steps', 'other.mjs'] };\n",
      'other.mjs': "export default { name: 'mailbox' };\n",
    },
    /^iospec: other\.mjs: .*\bmailbox\b.* steps\/mailbox\/system\.mjs\b/,
  ],
  [
    'a stage that is no function',
    { [SYSTEM]: "export default { name: 'mailbox', stage: 'stage/stage.mjs' };\n" },
    /^iospec: steps\/mailbox\/system\.mjs: its `stage` is not a function$/m,
  ],
  [
    'a syntax error in a step file',
    {
      [PHRASES]:
        "import { Then } from 'iospec/system';\n\nThen(/^it sings$/, function () {\n  foo bar;\n});\n",
    },
    /^iospec: steps\/mailbox\/phrases\/mine\.mjs:4: Unexpected identifier/m,
  ],
  [
    'an unknown key in the configuration',
    { 'iospec.config.mjs': 'export default { system: [] };\n' },
    /^iospec: iospec\.config\.mjs: unknown key `system`; the nearest is `systems`$/m,
  ],
  [
    'a package that is not installed',
    { 'iospec.config.mjs': "export default { systems: ['iospec-letterbox'] };\n" },
    /^iospec: .*iospec-letterbox\b/,
  ],
  [
    'steps that bind by way of Cucumber itself',
    { [PHRASES]: "import { Given } from '@cucumber/cucumber';\nGiven(/^a bell$/, function () {});\n" },
    /^iospec: steps\/mailbox\/phrases\/mine\.mjs: .*\bCucumber\b.* Given, When and Then from 'iospec\/system'$/m,
  ],
];
