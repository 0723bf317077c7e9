import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL(import.meta.url.replace(/lint\.test(\.\w+)$/, 'iospec$1')));
const folder = mkdtempSync(join(tmpdir(), 'iospec lint '));
after(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function lint(...words: readonly string[]) {
  return spawnSync(process.execPath, [...process.execArgv, program, 'lint', ...words], { encoding: 'utf8' });
}

const good = write('good.md', '**SRS_TOY_01_001: [** `toy_open` shall sing. **]**\n');
const noted = write(
  'noted.md',
  '**SRS_TOY_01_001: [** `toy_open` shall do the following: **]**\n\n- **SRS_TOY_01_002: [** it shall sing **]**\n',
);
const bad = write('bad.md', 'X**SRS_TOY_01_001 [** `toy_open` shall sing. **]**\n');

test('nothing found: exit status 0, nothing on standard output', () => {
  const { status, stdout, stderr } = lint(good, good);
  assert.deepEqual([status, stdout], [0, '']);
  assert.equal(stderr, 'iospec: 1 document: 0 errors, 0 warnings, 0 notes\n');
});

test('only a note: exit status 0, and the note is printed', () => {
  const { status, stdout } = lint(noted);
  assert.equal(status, 0);
  assert.equal(stdout, `${noted}:1:1 note nothing-of-its-own SRS_TOY_01_001 only introduces a list\n`);
});

test('a warning: exit status 1, findings on standard output, the summary on standard error', () => {
  const { status, stdout, stderr } = lint(good, bad);
  assert.equal(status, 1);
  assert.deepEqual(
    stdout.split('\n').map((line) => line.replace(bad, 'bad.md')),
    [
      'bad.md:1:1 warning missing-colon the colon behind SRS_TOY_01_001 is missing',
      'bad.md:1:1 warning prefix-before-marker X stands before SRS_TOY_01_001',
      '',
    ],
  );
  assert.equal(stderr, 'iospec: 2 documents: 0 errors, 2 warnings, 0 notes\n');
});

test('JSON and SARIF go to standard output alone', () => {
  for (const format of ['json', 'sarif']) {
    const { status, stdout } = lint(bad, '--format', format);
    assert.equal(status, 1);
    assert.equal(typeof JSON.parse(stdout), 'object');
  }
});

test('wrong usage and unreadable input: exit status 2 and one line', () => {
  const missing = join(folder, 'missing.md');
  const prose = write('prose.md', '# Nothing is required here\n');
  for (const [words, reason] of [
    [[], /missing required argument/],
    [[good, '--format', 'xml'], /xml/],
    [[good, missing], /missing\.md: no such file/],
    [[prose], /prose\.md: holds no requirement/],
  ] as const) {
    const { status, stdout, stderr } = lint(...words);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, reason);
    assert.equal(stderr.trim().split('\n').length, 1);
  }
});
