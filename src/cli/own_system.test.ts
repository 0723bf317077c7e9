import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { packageRoot, runsFromSource } from '../package.js';
import { temporaryProject } from '../system/testing/temporary_project.js';
import type { Trace } from '../trace/model.js';

const program = fileURLToPath(new URL(import.meta.url.replace(/own_system\.test(\.\w+)$/, 'iospec$1')));
const project = temporaryProject();
after(project.remove);

// As it is where iospec is installed.
mkdirSync(join(project.root, 'node_modules'));
symlinkSync(packageRoot, join(project.root, 'node_modules/iospec'), 'junction');

interface Executed {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in a folder of the project. */
function iospecIn(folder: string, ...words: readonly string[]): Executed {
  return spawnSync(process.execPath, [...process.execArgv, program, ...words], {
    cwd: join(project.root, folder),
    encoding: 'utf8',
    timeout: 120_000,
  });
}

function verdictsIn(folder: string, reports = 'reports'): unknown {
  const trace = JSON.parse(readFileSync(join(project.root, folder, reports, 'trace.json'), 'utf8')) as Trace;
  return trace.specifications.flatMap(({ requirements }) =>
    requirements.flatMap(({ label, scenarios }) =>
      scenarios.map(({ adapter, underlying, verdict }) => [label.slice(-3), adapter, underlying, verdict]),
    ),
  );
}

const DOCUMENT = `# toy

## toy_open

\`\`\`c
TOY_HANDLE toy_open(const char* song);
void toy_destroy(TOY_HANDLE toy);
\`\`\`

**SRS_TOY_01_001: [** If the \`song\` parameter is NULL, \`toy_open\` shall return NULL. **]**

**SRS_TOY_01_002: [** When the box is open, \`toy_open\` shall sing. **]**
`;

const SYSTEM = `import { defineSystem, GenericStage } from 'iospec/system';

class ToyStage extends GenericStage {
  constructor(world, box) {
    const songs = [];
    super(world, { underlying: box, dependencies: { sing: (song) => songs.push(song) } });
    this.songs = songs;
  }
}

export default defineSystem({
  name: 'toy',
  underlyings: { wooden: () => 'wood', golden: () => 'gold' },
  stage: (world, box) => new ToyStage(world, box),
  capabilities: { voice: ['alto', 'bass'] },
  seams: { sing: 'does not sing through iospec' },
  adapters: { musical_box: 'musical_box.mjs' },
});
`;

const PHRASES = `import { Given, Then } from 'iospec/system';

Given(/^the box is open$/, function () {
  this.stage.box = 'open';
});

Then(/^(\\w+) shall sing$/, function (_name) {
  if (this.isBlindTo('sing')) return;
  this.expect.that(this.stage.songs.length === 1, 'it sings', 'a song', String(this.stage.songs.length));
});
`;

const ADAPTER = `export default {
  specification: 'toy', name: 'musical_box', version: '1', capabilities: { voice: 'alto' },
  create: ({ sing }) => ({
    toy_open(song) {
      if (song === null) return null;
      sing(song);
      return {};
    },
    toy_destroy() {},
  }),
};
`;

/** A project with a system of its own in \`steps\`, a folder of that name. */
function write(folder: string, steps = 'steps/toy'): void {
  project.write(`${folder}/spec/toy_requirements.md`, DOCUMENT);
  project.write(`${folder}/${steps}/system.mjs`, SYSTEM);
  project.write(`${folder}/${steps}/phrases/singing.mjs`, PHRASES);
  project.write(`${folder}/${steps}/musical_box.mjs`, ADAPTER);
}

const JUDGED = ['001', '002'].flatMap((id) =>
  ['wooden', 'golden'].map((box) => [id, 'musical_box', box, 'passed']),
);

const compiledOnly = {
  skip: runsFromSource ? 'the loader of the sources needs the package as working directory' : false,
};

describe("a system of one's own", compiledOnly, () => {
  test('is found by convention, and judges the documents of its project', () => {
    write('conventional');
    const { status, stdout, stderr } = iospecIn('conventional', 'verify');
    assert.equal(status, 0, stdout + stderr);
    assert.deepEqual(verdictsIn('conventional'), JUDGED);
    const feature = iospecIn('conventional', 'generate');
    assert.equal(feature.status, 0, feature.stderr);
    const text = readFileSync(join(project.root, 'conventional/features/toy/toy_open.feature'), 'utf8');
    assert.match(
      text,
      /Given a toy over a <underlying> underlying IO\n +And the box is open\n +When toy_open is called\n/,
    );
    assert.equal(iospecIn('conventional', 'status').status, 0);
  });

  test('is found by --steps, in a folder of systems or its own', () => {
    write('given', 'judges/toy');
    for (const steps of ['judges', 'judges/toy']) {
      const { status, stdout, stderr } = iospecIn('given', 'verify', '--steps', steps);
      assert.equal(status, 0, stdout + stderr);
      assert.deepEqual(verdictsIn('given'), JUDGED);
    }
    assert.notEqual(iospecIn('given', 'verify').status, 0);
  });

  test('is found by the configuration', () => {
    write('configured', 'judges/toy');
    project.write('configured/iospec.config.mjs', "export default { systems: ['judges/toy'] };\n");
    const { status, stdout, stderr } = iospecIn('configured', 'verify', '--tags', 'not @long');
    assert.equal(status, 0, stdout + stderr);
    assert.deepEqual(verdictsIn('configured'), JUDGED);
    assert.equal(
      iospecIn('.', 'verify', '--config', 'configured/iospec.config.mjs', '--reports', 'configured/reports')
        .status,
      0,
    );
  });

  test('the reports go where the configuration says, seen from its folder, and are found there', () => {
    write('reported');
    project.write('reported/iospec.config.mjs', "export default { reports: 'judged/last' };\n");
    const { status, stderr } = iospecIn('.', 'verify', '--config', 'reported/iospec.config.mjs');
    assert.equal(status, 0, stderr);
    assert.deepEqual(verdictsIn('reported', 'judged/last'), JUDGED);
    assert.equal(existsSync(join(project.root, 'reports')), false);
    assert.equal(iospecIn('.', 'status', '--config', 'reported/iospec.config.mjs').status, 0);
    assert.match(iospecIn('reported', 'explain', 'SRS_TOY_01_002').stdout, /passed/);
    assert.equal(iospecIn('reported', 'verify', '--reports', 'elsewhere').status, 0);
    assert.deepEqual(verdictsIn('reported', 'elsewhere'), JUDGED);
  });

  test('an adapter that breaks a duty fails it, and one that declines a seam is not blamed for that', () => {
    write('broken');
    const silent = ADAPTER.replace('sing(song);', '').replace("name: 'musical_box'", "name: 'silent'");
    project.write('broken/silent.mjs', silent);
    project.write(
      'broken/deaf.mjs',
      silent.replace("'silent'", "'deaf'").replace("voice: 'alto'", "voice: 'bass', sing: false"),
    );
    const { status } = iospecIn(
      'broken',
      ...['verify', '--adapter', './silent.mjs', '--adapter', './deaf.mjs', '--underlying', 'wooden'],
    );
    assert.equal(status, 1);
    assert.deepEqual(verdictsIn('broken'), [
      ['001', 'silent', 'wooden', 'passed'],
      ['001', 'deaf', 'wooden', 'passed'],
      ['002', 'silent', 'wooden', 'failed'],
      ['002', 'deaf', 'wooden', 'unobservable'],
    ]);
  });

  test('features that its people write are run as well, however the system is found', () => {
    write('deep');
    project.write(
      'deep/features/toy/depth/songs.feature',
      `@toy
Feature: songs

  @SRS_TOY_01_002
  Scenario: in an open golden box
    Given a toy over a golden underlying IO
    And the box is open
    When toy_open is called
    Then toy_open shall sing
`,
    );
    for (const words of [[], ['--steps', 'steps']]) {
      const asked = ['verify', '--requirement', 'SRS_TOY_01_002', ...words];
      const { status, stderr } = iospecIn('deep', ...asked);
      assert.equal(status, 0, stderr);
      assert.deepEqual(verdictsIn('deep'), [...JUDGED.slice(2), ['002', 'musical_box', 'golden', 'passed']]);
    }
  });

  test('what can not be used is told in one line, with status 2', () => {
    write('bad');
    const cases: readonly (readonly [
      path: string,
      text: string,
      words: readonly string[],
      message: RegExp,
    ])[] = [
      [
        'steps/toy/system.mjs',
        SYSTEM.replace("name: 'toy',", ''),
        [],
        /steps\/toy\/system\.mjs: its system has no `name`/,
      ],
      [
        'steps/toy/system.mjs',
        SYSTEM.replace("name: 'toy',", "name: 'boy',"),
        [],
        /is named boy, and its folder toy/,
      ],
      [
        'steps/toy/system.mjs',
        SYSTEM.replace(/stage: .*/, "stage: 'stage.mjs',"),
        [],
        /steps\/toy\/system\.mjs: its `stage` is not a function/,
      ],
      [
        'steps/toy/phrases/more.mjs',
        '\n\nconst a = ;\n',
        [],
        /steps\/toy\/phrases\/more\.mjs:3: Unexpected token ';'/,
      ],
      [
        'iospec.config.mjs',
        'export default { sytems: [] };',
        [],
        /config\.mjs: unknown key `sytems`; the nearest is `systems`/,
      ],
      [
        'more/toy/system.mjs',
        SYSTEM,
        ['--steps', 'steps', '--steps', 'more'],
        /more\/toy\/system\.mjs: its system is named toy, and so is that of steps\/toy\/system\.mjs/,
      ],
      ['note.txt', '', ['--steps', 'none'], /none: no such folder/],
      ['note.txt', '', ['--config', 'none.mjs'], /none\.mjs: no such file/],
    ];
    const before: Readonly<Record<string, string>> = { 'steps/toy/system.mjs': SYSTEM };
    for (const [path, text, words, message] of cases) {
      project.write(`bad/${path}`, text);
      const { status, stdout, stderr } = iospecIn('bad', 'verify', ...words);
      assert.equal(status, 2, `${path}: ${stderr}`);
      assert.match(stderr, message);
      assert.match(stderr, /^iospec: [^\n]+\n$/);
      assert.equal(stdout, '');
      project.write(`bad/${path}`, before[path] ?? (path.endsWith('config.mjs') ? 'export default {};' : ''));
    }
  });
});

test(
  'a state whose name no tag can hold has its scenarios, and they are judged by its label',
  compiledOnly,
  () => {
    project.write(
      'at/spec/toy_requirements.md',
      `# toy

## toy_send

\`\`\`c
int toy_send(void);
\`\`\`

**SRS_TOY_01_001: [** \`toy_send\` shall return 0. **]**

## State transitions

<table>
  <tr>From state <b>OPEN@HOME</b></tr>
  <tr><td>toy_send</td><td>ok</td></tr>
</table>
`,
    );
    project.write(
      'at/steps/toy/being.mjs',
      `import { Given, Then } from 'iospec/system';
Given(/^the adapter is in OPEN@HOME$/, () => {});
Then(/^toy_send shall be ok$/, function () {
  this.expect.that(this.call.result === 0, 'it is ok', '0', String(this.call.result));
});
`,
    );
    const adapter = ADAPTER.replace(/toy_open[^]*$/, 'toy_send: () => 0 }) };\n').replace(
      "voice: 'alto'",
      '',
    );
    project.write('at/adapter.mjs', adapter);
    const judged = (...words: readonly string[]) =>
      iospecIn('at', 'verify', '--adapter', './adapter.mjs', ...words);
    const { status, stderr } = judged();
    assert.equal(status, 0, stderr);
    const trace = JSON.parse(readFileSync(join(project.root, 'at/reports/trace.json'), 'utf8')) as Trace;
    assert.deepEqual(
      trace.specifications[0]?.requirements.map(({ label, verdict, obligations, scenarios }) => [
        label,
        verdict,
        obligations,
        scenarios.length,
      ]),
      [
        ['SRS_TOY_01_001', 'passed', [{ text: 'toy_send shall return 0', verdict: 'passed' }], 1],
        ['OPEN@HOME/toy_send', 'passed', [{ text: 'toy_send shall be ok', verdict: 'passed' }], 1],
      ],
    );
    // It is chosen by its label, and by the tag that stands for it.
    for (const words of [
      ['--requirement', 'OPEN@HOME/toy_send'],
      ['--tags', '@OPEN_HOME/toy_send'],
    ]) {
      assert.equal(judged(...words).status, 0);
      const limited = JSON.parse(readFileSync(join(project.root, 'at/reports/trace.json'), 'utf8')) as Trace;
      assert.equal(limited.summary.scenarios, 1);
    }
    project.write('at/adapter.mjs', adapter.replace('=> 0', '=> 1'));
    assert.equal(judged().status, 1);
    assert.deepEqual(
      (JSON.parse(readFileSync(join(project.root, 'at/reports/trace.json'), 'utf8')) as Trace).summary
        .verdicts.failed,
      2,
    );
  },
);
