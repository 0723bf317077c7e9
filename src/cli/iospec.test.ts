import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { packageVersion, runsFromSource } from '../package.js';
import type { Trace } from '../trace/model.js';

const program = fileURLToPath(new URL(import.meta.url.replace('.test', '')));
const folder = mkdtempSync(join(tmpdir(), 'iospec cli '));
after(() => {
  rmSync(folder, { recursive: true });
});

interface Result {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(words: readonly string[], cwd = process.cwd()): ChildProcess {
  return spawn(process.execPath, [...process.execArgv, program, ...words], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Many programs print colours there; iospec does on a terminal only.
    env: { ...process.env, CI: 'true' },
  });
}

async function iospec(...words: readonly string[]): Promise<Result> {
  return finished(start(words));
}

async function finished(child: ChildProcess): Promise<Result> {
  const texts = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (texts.stdout += chunk));
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (texts.stderr += chunk));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, ...texts };
}

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const TOY = `# toy

## toy_open

\`\`\`c
int toy_open(TOY_HANDLE toy);
\`\`\`

**SRS_TOY_01_001: [** If the toy parameter is NULL, \`toy_open\` shall sing and return \`_FAILURE_\`. **]**

**SRS_TOY_01_002: [** \`toy_open\` shall dance. **]**
`;
const toy = write('toy_requirements.md', TOY);
const reports = join(folder, 'reports');
const readTrace = (from = reports): Trace =>
  JSON.parse(readFileSync(join(from, 'trace.json'), 'utf8')) as Trace;

test('wrong usage and unreadable input end with 2 and one line that names the thing', async () => {
  const file = write('a file', '');
  const binary = write('binary.md', 'a\u0000b');
  const prose = write('prose.md', '# Nothing is required here\n');
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['bogus'], /unknown command 'bogus'/],
    [['help', 'nope'], /unknown command 'nope'/],
    [['verify', '--frobnicate'], /unknown option '--frobnicate'/],
    [['verify', '--spec', 'tlsoi'], /tlsoi: neither a known document \(.*tlsio.*\) nor a file/],
    [
      ['verify', '--spec', toy, '--requirement', 'SRS_TOY_01_009', '--reports', reports],
      /SRS_TOY_01_009: no such requirement in .*toy_requirements\.md/,
    ],
    [
      ['verify', '--spec', toy, '--adapter', 'tlsio_chained', '--reports', reports],
      /tlsio_chained claims tlsio/,
    ],
    [['verify', '--adapter', './none.mjs', '--reports', reports], /none\.mjs: neither/],
    [
      ['verify', '--underlying', 'carrier-pigeon', '--reports', reports],
      /--underlying carrier-pigeon: expected one of: mock, loopback, native, process$/m,
    ],
    [
      ['verify', '--spec', toy, '--underlying', 'mock', '--reports', reports],
      /--underlying mock: toy_requirements\.md has no underlying IOs$/m,
    ],
    [['verify', '--shard', '3/2'], /3\/2/],
    [['verify', '--tags', 'not not'], /--tags.*not not/],
    [['verify', '--tags', ''], /--tags.*expected a tag expression/],
    [['verify', '--parallel', '0'], /'0'/],
    [['verify', '--parallel', '99999999999'], /expected a whole number from 1 to 1000000/],
    [['verify', '--timeout', '1e9'], /expected a whole number from 1 to 1000000/],
    [['verify', '--reports', ''], /--reports.*expected the path of a folder/],
    [
      ['verify', '--spec', toy, '--reports', join(file, 'below')],
      /a file\/below: \S.*a file is a file, not a folder$/m,
    ],
    [['status', '--reports', file], /a file: is a file, not a folder$/m],
    [['extract', join(folder, 'missing.md')], /missing\.md: no such file/],
    [['extract', file], /a file: /],
    [['extract', binary], /binary\.md: is binary/],
    [['extract', prose], /prose\.md: /],
    [['extract', toy, '--format', 'yaml'], /yaml/],
    [['report', '--from', folder], /trace\.json: no such file/],
    [['explain', 'SRS_TOY_01_001', '--reports', folder], /trace\.json: no such file/],
  ];
  for (const [words, message] of cases) {
    const { status, stdout, stderr } = await iospec(...words);
    assert.equal(status, 2, `${words.join(' ')}: ${stderr}`);
    assert.match(stderr, message);
    assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
    assert.equal(stdout, '');
  }
});

test('--version and --help end with 0; no command at all is wrong usage', async () => {
  assert.deepEqual(await iospec('--version'), { status: 0, stdout: `${packageVersion()}\n`, stderr: '' });
  for (const words of [['--help'], ['verify', '--help']]) {
    const { status, stdout } = await iospec(...words);
    assert.equal(status, 0);
    assert.match(stdout, /Examples:\n {2}\$ iospec /);
  }
  const ofVerify = await iospec('help', 'verify');
  assert.deepEqual(ofVerify, await iospec('verify', '--help'));
  const words = ofVerify.stdout.replace(/\s+/g, ' ');
  assert.match(words, /--timeout <seconds> .*an adapter has as long to load, but never less than 30 seconds/);
  assert.match(words, /--shard <i\/n> .*counted separately for each document, and run with each adapter/);
  assert.deepEqual(await iospec('help'), await iospec('--help'));
  assert.equal((await iospec()).status, 2);
});

test('extract: fields in the order of the contract, as JSON, as lines, as a table', async () => {
  const { status, stdout } = await iospec('extract', toy, '--format', 'json');
  assert.equal(status, 0);
  const rows = JSON.parse(stdout) as readonly Record<string, unknown>[];
  assert.deepEqual(Object.keys(rows[0] ?? {}), [
    'id',
    'occurrence',
    'text',
    'file',
    'line',
    'endLine',
    'section',
    'function',
    'parent',
    'conditions',
    'obligations',
  ]);
  assert.equal(rows[0]?.text, 'If the toy parameter is NULL, toy_open shall sing and return _FAILURE_.');
  const lines = await iospec('extract', toy, '--format', 'ndjson');
  assert.deepEqual(
    lines.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
    rows,
  );
  const table = await iospec('extract', toy);
  assert.match(
    table.stdout,
    /^SRS_TOY_01_002 {2}.*toy_requirements\.md:11 {2}toy_open {2}toy_open shall dance\.$/m,
  );
});

test('a document that nobody knows: bound as far as shared phrases reach, the rest unbound with a snippet', async () => {
  const { status, stdout } = await iospec('verify', '--spec', toy, '--reports', reports);
  assert.equal(status, 1);
  assert.match(stdout, /\? unbound SRS_TOY_01_001 .*toy_requirements\.md:9/);
  assert.match(stdout, /toy: 2 requirements, 2 unbound/);
  const { specifications, complete } = readTrace();
  assert.equal(complete, true);
  assert.deepEqual(
    specifications[0]?.requirements.map(({ label, verdict }) => [label, verdict]),
    [
      ['SRS_TOY_01_001', 'unbound'],
      ['SRS_TOY_01_002', 'unbound'],
    ],
  );
  const { reason, scenarios } = specifications[0].requirements[1] ?? {};
  assert.match(reason ?? '', /Then\(\/\^toy_open shall dance\$\/, function /);
  assert.match(reason ?? '', /^\/\/ steps\/toy\/toy\.ts$/m);
  assert.deepEqual(
    scenarios?.map(({ underlying, verdict }) => [underlying, verdict]),
    [[null, 'unbound']],
  );
  const explained = await iospec('explain', 'srs_toy_01_002', '--reports', reports);
  assert.equal(explained.status, 0);
  assert.match(explained.stdout, /^SRS_TOY_01_002 .*toy_requirements\.md:11\n/);
  const unknown = await iospec('explain', 'SRS_TOY_01_777', '--reports', reports);
  assert.equal(unknown.status, 2);
});

test('an adapter of a document that nobody knows may have capabilities that nobody knows', async () => {
  const singer = write(
    'singer.mjs',
    "export default { specification: 'toy', name: 'singer', version: '1', capabilities: { voice: 'alto' }, create: () => ({ toy_open() {} }) };",
  );
  const { status, stderr } = await iospec(
    ...[
      'verify',
      '--spec',
      toy,
      '--adapter',
      singer,
      '--reports',
      reports,
      '--requirement',
      'SRS_TOY_01_001',
    ],
  );
  assert.equal(status, 1, stderr);
  assert.deepEqual(readTrace().adapters[0]?.capabilities, { voice: 'alto' });
});

test('a selection without scenarios is reported in one line, with what there is instead', async () => {
  const cases: readonly (readonly [readonly string[], string])[] = [
    [
      ['--tags', '@nosuchtag'],
      "no scenarios to run: --tags '@nosuchtag' selects none of the 2 of toy; tags: @toy and those of the requirements",
    ],
    [
      [
        '--spec',
        'iospec',
        '--underlying',
        'process',
        '--tags',
        '@toy',
        '--requirement',
        'SRS_TOY_01_002',
        '--shard',
        '2/2',
      ],
      "no scenarios to run: --requirement SRS_TOY_01_002 --underlying process --tags '@toy' --shard 2/2 selects none of the 1 of toy; underlying IOs: none; tags: @toy and those of the requirements",
    ],
    [
      ['--spec', 'tlsio', '--spec', 'iospec', '--underlying', 'process', '--requirement', 'SRS_TLSIO_30_033'],
      'no scenarios to run: --requirement SRS_TLSIO_30_033 --underlying process selects none of the 2 of tlsio; underlying IOs: mock, loopback',
    ],
    [['--shard', '9/9'], 'no scenarios to run: --shard 9/9 selects none of the 2 of toy'],
  ];
  for (const [words, line] of cases) {
    const { status, stderr } = await iospec('verify', '--spec', toy, '--reports', reports, ...words);
    assert.equal(status, 1);
    assert.ok(stderr.split('\n').includes(`iospec: ${line}`), stderr);
  }
});

test('shards merge into the whole; a missing one is an error', async () => {
  const [one, two, both] = ['one', 'two', 'both'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await iospec('verify', '--spec', toy, '--shard', '1/2', '--reports', one);
  const alone = await iospec('report', '--from', one, '--reports', both);
  assert.equal(alone.status, 2);
  assert.match(alone.stderr, /shard 2 of 2 is missing/);
  await iospec('verify', '--spec', toy, '--shard', '2/2', '--reports', two);
  assert.equal((await iospec('report', '--from', one, two, '--reports', both)).status, 1);
  await iospec('verify', '--spec', toy, '--reports', reports);
  assert.deepEqual(readTrace(both).specifications, readTrace().specifications);
});

test('a run that can not begin leaves the reports of the last one as they are', async () => {
  const last = join(folder, 'last');
  await iospec('verify', '--spec', toy, '--reports', last);
  const files = readdirSync(last, { recursive: true });
  const trace = readFileSync(join(last, 'trace.json'), 'utf8');
  for (const words of [
    ['--requirement', 'SRS_TOY_01_009'],
    ['--adapter', './none.mjs'],
    ['--adapter', 'tlsio_chained'],
  ]) {
    const { status } = await iospec('verify', '--spec', toy, '--reports', last, ...words);
    assert.equal(status, 2);
    assert.deepEqual(readdirSync(last, { recursive: true }), files);
    assert.equal(readFileSync(join(last, 'trace.json'), 'utf8'), trace);
  }
});

test('features that people wrote are never emptied by a run', async () => {
  const mine = join(folder, 'mine');
  mkdirSync(join(mine, 'features'), { recursive: true });
  writeFileSync(join(mine, 'features', 'own.feature'), 'Feature: own\n');
  writeFileSync(join(mine, 'trace.json'), '{"schemaVersion":1}');
  const { status, stderr } = await iospec('verify', '--spec', toy, '--reports', mine);
  assert.equal(status, 2);
  assert.match(stderr, /contains features that no run has written/);
  assert.equal(readFileSync(join(mine, 'features', 'own.feature'), 'utf8'), 'Feature: own\n');
  assert.ok(existsSync(join(mine, 'trace.json')));
});

const compiledOnly = {
  skip: runsFromSource ? 'the loader of the sources needs the package as working directory' : false,
};

test(
  'generate: features below the working directory, the steps that they lack, and drift',
  compiledOnly,
  async () => {
    const generate = (...words: readonly string[]): Promise<Result> =>
      finished(start(['generate', ...words], folder));
    const missing = await generate('--check', toy);
    assert.equal(missing.status, 1);
    assert.match(missing.stderr, /features\/toy\/toy_open\.feature: missing/);
    const written = await generate(toy);
    assert.equal(written.status, 0);
    assert.equal(
      written.stderr,
      'features/toy/toy_open.feature: written\n2 rules in 1 features, 1 updated\n',
    );
    assert.match(written.stdout, /^Then\(\/\^toy_open shall dance\$\/, function \(\) \{$/m);
    assert.match(written.stdout, /^\/\/ steps\/toy\/toy\.mjs\nimport \{ Then \} from 'iospec\/system';$/m);
    const feature = join(folder, 'features', 'toy', 'toy_open.feature');
    const text = readFileSync(feature, 'utf8');
    assert.match(text, /@SRS_TOY_01_002\n +Rule: SRS_TOY_01_002\n/);
    assert.equal((await generate('--check', toy)).status, 0);
    writeFileSync(feature, text.replace('dance', 'rest'));
    const edited = await generate('--check', toy);
    assert.equal(edited.status, 1);
    assert.match(edited.stderr, /toy_open\.feature:\d+: changed/);
    const again = await generate(toy);
    assert.equal(
      again.stderr,
      'features/toy/toy_open.feature: rewritten\n2 rules in 1 features, 1 updated\n',
    );
    const bundled = await generate('--check');
    assert.equal(bundled.status, 2);
    assert.equal(
      bundled.stderr,
      'iospec: features: contains no generated features yet; generate writes them, and generate --check FILE checks one document\n',
    );
    const twice = await generate(toy, write('toy_copy.md', TOY));
    assert.equal(twice.status, 2);
    assert.match(twice.stderr, /one at a time/);
  },
);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test(
  'a run that is killed outright leaves no worker behind',
  { skip: process.platform !== 'linux' },
  async () => {
    const child = start(['verify', '--spec', 'tlsio', '--adapter', 'tlsio_direct', '--reports', reports]);
    child.stderr?.once('data', () => {
      const workers = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
      child.emit('workers', workers.trim().split(' ').map(Number));
      child.kill('SIGKILL');
    });
    const [workers] = (await once(child, 'workers')) as [readonly number[]];
    assert.ok(workers.length > 0 && workers.every((pid) => pid > 0));
    for (let turns = 0; turns < 200 && workers.some(isAlive); turns += 1) await pause(50);
    assert.ok(!workers.some(isAlive));
  },
);

test('an interrupted run ends its workers, and reports what it has as incomplete', async () => {
  const child = start(['verify', '--spec', 'tlsio', '--adapter', 'tlsio_direct', '--reports', reports]);
  const result = finished(child);
  child.stderr?.once('data', () => child.kill('SIGINT'));
  const { status, stdout } = await result;
  assert.equal(status, 1);
  assert.match(stdout, /^interrupted/m);
  const { complete, summary, specifications } = readTrace();
  assert.equal(complete, false);
  assert.equal(summary.conforming, false);
  assert.ok(summary.verdicts.notRun > 0);
  assert.ok(
    specifications[0]?.requirements.some(({ scenarios }) =>
      scenarios.some(({ verdict }) => verdict !== 'notRun'),
    ),
  );
});

test('an interrupted audit says that it is incomplete', async () => {
  const child = start(['audit', '--spec', 'tlsio', '--adapter', 'tlsio_direct']);
  const result = finished(child);
  child.stderr?.once('data', () => child.kill('SIGINT'));
  const { status, stderr } = await result;
  assert.equal(status, 1);
  assert.match(stderr, /^interrupted: the audit is incomplete$/m);
});
