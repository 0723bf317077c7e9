// A system that is not iospec's, in a package of its own, with iospec installed beside it from the tarball that `npm pack` makes.
import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { packageRoot } from '../src/package.js';
import type { ScenarioTrace, Trace } from '../src/trace/model.js';
import { blocksOfGuide } from './guide.js';
import { example, execute, install, packed } from './installation.js';
import { LIBRARY, MISTAKES, OWN_DISK } from './installed_programs.js';
import { labelsWith, traceIn, type Executed } from './verify.js';

/** A project that has no system of its own, but the package of one installed beside iospec. */
const guest = mkdtempSync(join(tmpdir(), 'iospec installed '));
/** Why nothing can be installed here; null where it is. */
let missing: string | null = null;

before(async () => {
  const configuration = blocksOfGuide().find(({ file }) => file === 'iospec.config.mjs');
  writeFileSync(join(guest, 'iospec.config.mjs'), configuration?.text ?? '');
  writeFileSync(join(guest, 'package.json'), '{ "name": "guest", "private": true, "type": "module" }');
  const tarballs = await Promise.all([packageRoot, example].map((folder) => packed(folder, guest)));
  missing = await install(guest, ...tarballs);
});
after(() => {
  rmSync(guest, { recursive: true, force: true });
});

/** A test of what is installed. */
function installed(name: string, run: () => Promise<void> | void): void {
  test(name, async (context) => {
    if (missing === null) await run();
    else context.skip(missing);
  });
}

/** The commands that were run, as the guide writes them, and what they said of mistakes. */
const commands = new Set<string>();
const complaints = new Set<string>();

/** Runs the installed command in a folder. */
function iospec(folder: string, ...words: readonly string[]): Promise<Executed> {
  commands.add(['npx iospec', ...words].join(' '));
  const command = join(guest, 'node_modules/iospec/dist/src/cli/iospec.js');
  return execute(process.execPath, [command, ...words], folder);
}

/** The package of the system, as its author has it: a project below the folder that iospec is installed in. */
function project(name: string): string {
  const folder = join(guest, name);
  cpSync(example, folder, { recursive: true });
  return folder;
}

const home = project('mailbox');
const reportsOf = (folder: string): Trace => traceIn(join(folder, 'reports'));
const textOf = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');

function change(file: string, edit: (text: string) => string): void {
  writeFileSync(file, edit(textOf(file)));
}

/** The scenarios of one adapter, each under the requirement that it says something of. */
function scenariosOf(
  { specifications }: Trace,
  adapter: string,
): readonly { readonly label: string; readonly scenario: ScenarioTrace }[] {
  return specifications
    .flatMap(({ requirements }) => requirements)
    .flatMap(({ label, scenarios }) => scenarios.map((scenario) => ({ label, scenario })))
    .filter(({ scenario }) => scenario.adapter === adapter);
}

/** Whether scenarios that were written by hand are among those of the mailbox. */
function hasDepth(trace: Trace): boolean {
  return scenariosOf(trace, 'mailbox').some(
    ({ label, scenario }) =>
      label === 'SRS_MAILBOX_01_003' && scenario.feature.endsWith('mailbox/depth/many_letters.feature'),
  );
}

const LABELS = [
  ...['001', '002', '003', '004', '010', '011', '012', '013', '014', '015', '020', '021', '022', '023'].map(
    (number) => `SRS_MAILBOX_01_${number}`,
  ),
  'MAILBOX_STATE_EMPTY/mailbox_collect',
  'MAILBOX_STATE_HOLDING/mailbox_collect',
];

describe('a system in the package in which iospec is installed', () => {
  installed('is judged with each of its adapters over each of its disks', async () => {
    const { status, stdout, stderr } = await iospec(home, 'verify');
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /^mailbox: 16 requirements, 16 passed$/m);
    assert.match(stdout, /^conforming \(/m);
    const trace = reportsOf(home);
    assert.deepEqual(labelsWith(trace, 'passed'), [...LABELS].sort());
    for (const adapter of ['mailbox', 'endless_mailbox'])
      for (const underlying of ['mock', 'files']) {
        const over = scenariosOf(trace, adapter).filter(({ scenario }) => scenario.underlying === underlying);
        assert.deepEqual([...new Set(over.map(({ label }) => label))], LABELS);
      }
    assert.ok(hasDepth(trace));
  });

  installed('a duty that a capability rules out is not applicable, with the reason', () => {
    const others = scenariosOf(reportsOf(home), 'endless_mailbox').filter(
      ({ scenario }) => scenario.verdict !== 'passed',
    );
    assert.deepEqual(
      others.map(({ label, scenario }) => [label, scenario.verdict, scenario.reason]),
      ['mock', 'files'].map(() => [
        'SRS_MAILBOX_01_015',
        'notApplicable',
        'bounded is false: the mailbox takes any number of letters',
      ]),
    );
  });

  installed('is in the reports', () => {
    const cases = [...textOf(home, 'reports/junit.xml').matchAll(/<testcase name="([^"]*)"/g)];
    assert.deepEqual(
      cases.map(([, name]) => name),
      LABELS,
    );
    const page = textOf(home, 'reports/index.html');
    for (const label of LABELS) assert.ok(page.includes(label), label);
  });

  installed('is explained', async () => {
    const { status, stdout, stderr } = await iospec(home, 'explain', 'SRS_MAILBOX_01_014');
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^SRS_MAILBOX_01_014 spec\/mailbox_requirements\.md:\d+\n/);
    assert.match(stdout, /^✔ passed\n {2}✔ mailbox_post shall log an error$/m);
    assert.match(stdout, /^ *\d+ ⚡ harness to underlying disk_write\(a full disk\)$/m);
  });

  installed(
    'its verdicts are stale when its phrases, its stage or its disk change, and not before',
    async () => {
      const current = await iospec(home, 'status');
      assert.equal(current.status, 0, current.stdout);
      assert.match(current.stdout, /^nothing is stale: 16 requirements of /);
      for (const file of ['phrases/letters.mjs', 'stage/stage.mjs', 'underlying/mock_disk.mjs']) {
        const path = join(home, 'steps/mailbox', file);
        const before = textOf(path);
        writeFileSync(path, `${before}// changed\n`);
        const { status, stdout } = await iospec(home, 'status');
        assert.equal(status, 1);
        assert.match(stdout, /^SRS_MAILBOX_01_001 +passed: scenarios changed$/m);
        assert.match(stdout, /^16 of 16 requirements of .* are stale$/m);
        writeFileSync(path, before);
      }
    },
  );
});

describe('beside it', { concurrency: 2 }, () => {
  installed('a broken adapter fails what it violates, by assertion, and nothing else', async () => {
    const folder = project('broken ones');
    const modules = readdirSync(join(folder, 'broken')).filter((file) => file !== 'broken.mjs');
    assert.ok(modules.length >= 4);
    const named = modules.flatMap((file) => ['--adapter', `./broken/${file}`]);
    const { status, stderr } = await iospec(folder, 'verify', ...named);
    assert.equal(status, 1, stderr);
    const trace = reportsOf(folder);
    for (const file of modules) {
      const [, violates = ''] = /violates = \[(.*)\]/.exec(textOf(folder, 'broken', file)) ?? [];
      const bad = scenariosOf(trace, basename(file, '.mjs')).filter(
        ({ scenario }) => scenario.verdict !== 'passed',
      );
      assert.deepEqual(new Set(bad.map(({ label }) => `'${label}'`)), new Set(violates.split(', ')), file);
      for (const { scenario } of bad) {
        const { verdict, error } = scenario;
        const isByAssertion = error?.expected != null || error?.step === 'throughout the scenario';
        assert.ok(verdict === 'failed' && isByAssertion, `${file}: ${error?.message ?? ''}`);
      }
    }
    const alone = await iospec(folder, 'verify', '--adapter', './broken/full_disk_unnoticed.mjs');
    assert.equal(alone.status, 1);
    assert.match(alone.stdout, /^✘ failed SRS_MAILBOX_01_014 spec\/mailbox_requirements\.md:\d+$/m);

    // What only a monitor finds is laid to its requirement, in a scenario that is about another one.
    const watched = scenariosOf(trace, 'names_without_zeros').filter(
      ({ scenario }) => scenario.verdict === 'failed',
    );
    assert.ok(watched.length > 0);
    for (const { scenario } of watched) {
      assert.equal(scenario.error?.step, 'throughout the scenario');
      assert.match(scenario.error.message, /^letters come in the order in which they were posted: letter 2 /);
    }
  });

  installed('features are generated, and held against the document', async () => {
    const folder = project('generated');
    const check = () => iospec(folder, 'generate', '--check');
    const current = await check();
    assert.equal(current.status, 0, current.stderr);
    assert.match(current.stderr, /^16 rules in 5 features, 0 /);
    const feature = join(folder, 'features/mailbox/mailbox_post.feature');
    const generated = textOf(feature);
    change(feature, (text) => text.replaceAll('MAILBOX_FULL', 'MAILBOX_OK'));
    const drifted = await check();
    assert.equal(drifted.status, 1);
    assert.match(drifted.stderr, /^features\/mailbox\/mailbox_post\.feature:\d+: changed$/m);
    assert.equal((await iospec(folder, 'generate')).status, 0);
    assert.equal(textOf(feature), generated);
  });

  installed('an audit proves its requirements', async () => {
    const words = ['--requirement', 'SRS_MAILBOX_01_014', '--adapter', './mailbox.mjs'];
    const { status, stdout, stderr } = await iospec(project('audited'), 'audit', ...words);
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /^SRS_MAILBOX_01_014 +proven +\d of \d broken adapters found, 1 of 1 changed/m);
  });

  installed('an adapter with a disk of its own shows nothing of it, and is judged for the rest', async () => {
    const folder = project('own disk');
    const module = join(folder, 'own_disk.mjs');
    writeFileSync(module, OWN_DISK);
    const verify = () => iospec(folder, 'verify', '--adapter', './own_disk.mjs');
    const { status, stdout } = await verify();
    assert.equal(status, 0, stdout);
    const requirements = reportsOf(folder).specifications.flatMap((one) => one.requirements);
    assert.deepEqual(
      requirements
        .filter(({ verdict }) => verdict !== 'passed')
        .map(({ label, verdict, reason }) => [label, verdict, reason]),
      ['003', '012', '014', '023'].map((number) => [
        `SRS_MAILBOX_01_${number}`,
        'unobservable',
        'disk is false: the adapter does not keep its letters on the disk that iospec gives',
      ]),
    );
    change(module, (text) => text.replace('bounded', 'bounde'));
    const misspelt = await verify();
    assert.equal(misspelt.status, 2);
    assert.match(misspelt.stderr, /^iospec: [^\n]*capability bounde\b[^\n]*the nearest is bounded\n$/);
  });

  installed(
    'what to write for a sentence that nothing binds asserts, and is not green as it stands',
    async () => {
      const folder = project('unbound');
      change(join(folder, 'spec/mailbox_requirements.md'), (text) =>
        text.replace(
          '### What mailbox_collect',
          '**SRS_MAILBOX_01_024: [** If 2 letters are waiting, `mailbox_collect` shall ring a bell. **]**\n\n$&',
        ),
      );
      const limits = ['--requirement', 'SRS_MAILBOX_01_024', '--underlying', 'mock'];
      const { status, stdout } = await iospec(folder, 'verify', ...limits);
      assert.equal(status, 1);
      assert.match(stdout, /^\S+ unbound SRS_MAILBOX_01_024 /m);
      const [, path = '', code = ''] =
        /^ *\/\/ (steps\/mailbox\/phrases\/\S+\.mjs)\n([^]*?\n *\}\);)$/m.exec(stdout) ?? [];
      assert.match(code, /import \{ Then \} from 'iospec\/system';/);
      assert.match(code, /Then\(\/\^mailbox_collect shall ring a bell\$\/, function \(\) \{/);
      assert.match(code, /this\.expect\.that\(/);
      writeFileSync(join(folder, path), code);
      assert.match((await iospec(folder, 'verify', ...limits)).stdout, /^\S+ failed SRS_MAILBOX_01_024 /m);
    },
  );

  installed('another project judges by the package, which its configuration names', async () => {
    const document = 'node_modules/iospec-mailbox/spec/mailbox_requirements.md';
    const { status, stdout, stderr } = await iospec(guest, 'verify', '--spec', document);
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /^mailbox: 16 requirements, 16 passed$/m);
    assert.ok(hasDepth(reportsOf(guest)));
    assert.match((await iospec(guest, 'status')).stdout, /^nothing is stale/);
    // Its document and its adapters are known by name, and are those of a project without any.
    const limits = ['--underlying', 'mock', '--requirement', 'SRS_MAILBOX_01_021'];
    assert.equal((await iospec(guest, 'verify', '--adapter', 'mailbox', ...limits)).status, 0);
    assert.deepEqual(labelsWith(reportsOf(guest), 'passed'), ['SRS_MAILBOX_01_021']);
  });

  installed('iospec is a library, whose types hold', async () => {
    const folder = project('library');
    writeFileSync(join(folder, 'library.ts'), LIBRARY);
    const modules = join(packageRoot, 'node_modules');
    const compiler = join(modules, 'typescript/bin/tsc');
    const options = '--strict --target es2022 --module nodenext --skipLibCheck --types node --typeRoots';
    const words = [compiler, ...options.split(' '), join(modules, '@types'), 'library.ts'];
    const compiled = await execute(process.execPath, words, folder);
    assert.equal(compiled.status, 0, compiled.stdout);
    const { status, stdout, stderr } = await execute(process.execPath, ['library.js'], folder);
    assert.equal(status, 0, stderr);
    assert.deepEqual(JSON.parse(stdout), {
      name: 'mailbox',
      requirements: 14,
      rules: 16,
      isConforming: true,
      isRendered: true,
    });
  });

  installed('the steps may lie anywhere, and --steps names the folder', async () => {
    const folder = project('elsewhere');
    renameSync(join(folder, 'steps'), join(folder, 'judges'));
    const steps = ['--steps', 'judges'];
    const { status, stdout, stderr } = await iospec(folder, 'verify', ...steps);
    assert.equal(status, 0, stdout + stderr);
    assert.ok(hasDepth(reportsOf(folder)));
    assert.equal((await iospec(folder, 'status', ...steps)).status, 0);
    assert.equal((await iospec(folder, 'generate', '--check', ...steps)).status, 0);
  });

  for (const [name, files, message] of MISTAKES)
    installed(`${name}: one line, and status 2`, async () => {
      const folder = project(name);
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const { status, stdout, stderr } = await iospec(folder, 'verify', '--adapter', './mailbox.mjs');
      assert.deepEqual([status, stdout], [2, ''], stderr);
      assert.match(stderr, /^iospec: [^\n]+\n$/);
      assert.match(stderr, message);
      complaints.add(stderr.trimEnd());
    });
});

installed('what docs/add-a-system.md shows of the command was seen here', () => {
  const lines = blocksOfGuide()
    .filter(({ file }) => file === null)
    .flatMap(({ text }) => text.split('\n'))
    .map((line) => line.replace(/\s*#.*$/, ''));
  const shown = (start: string): readonly string[] => lines.filter((line) => line.startsWith(start));
  assert.ok(shown('npx iospec ').length >= 8 && shown('iospec: ').length >= 5);
  assert.deepEqual(
    shown('npx iospec ').filter((line) => !commands.has(line)),
    [],
  );
  assert.deepEqual(
    shown('iospec: ').filter((line) => !complaints.has(line)),
    [],
  );
});
