import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { packageRoot } from '../package.js';
import { nastyTrace } from '../trace/fixtures/sample.js';
import { makeReportsFolder, MESSAGES_FILE, openReports, readReports, writeReports } from './folder.js';
import { REPORT_FORMATS } from './formats.js';

const root = mkdtempSync(join(tmpdir(), 'iospec reports '));
after(() => {
  rmSync(root, { recursive: true });
});

test('reports are written whole, read again, and gone when the next run begins', () => {
  const folder = join(root, 'a', 'b');
  openReports(folder);
  writeFileSync(join(folder, 'mine.txt'), 'kept');
  const files = writeReports(folder, nastyTrace());
  assert.deepEqual(readdirSync(folder).sort(), [
    'index.html',
    'junit.xml',
    'matrix.csv',
    'mine.txt',
    'sarif.json',
    'trace.json',
    'trace.md',
  ]);
  assert.equal(files.length, 6);
  assert.equal(readReports(folder).summary.requirements, 2);
  openReports(folder);
  assert.deepEqual(readdirSync(folder), ['mine.txt']);
});

test('the reports of a limited and of an interrupted run are known again', () => {
  const whole = nastyTrace();
  const conforming = { ...whole, summary: { ...whole.summary, conforming: true } };
  const limited = { ...conforming, selection: { ...whole.selection, tags: 'not @long' } };
  for (const trace of [conforming, limited, { ...whole, complete: false }]) {
    const folder = join(root, 'again');
    openReports(folder);
    writeReports(folder, trace);
    openReports(folder);
    assert.deepEqual(readdirSync(folder), []);
  }
});

test('a file of somebody else under the name of a report is refused, and nothing is deleted', () => {
  const folder = join(root, 'public');
  openReports(folder);
  writeReports(folder, nastyTrace());
  writeFileSync(join(folder, 'messages.ndjson'), '{"meta":{"protocolVersion":"32.0.0"}}\n');
  const files = readdirSync(folder);
  assert.equal(files.length, 7);
  for (const file of files) {
    const own = readFileSync(join(folder, file));
    writeFileSync(join(folder, file), '<!doctype html><title>Home</title>');
    for (const open of [openReports, makeReportsFolder]) {
      assert.throws(open.bind(null, folder), {
        name: 'ReportsFolderError',
        message: `${folder}: contains a file ${file} that iospec did not write; choose another --reports folder`,
      });
    }
    assert.deepEqual(readdirSync(folder), files);
    writeFileSync(join(folder, file), own);
  }
  openReports(folder);
  assert.deepEqual(readdirSync(folder), []);
});

test('a folder that can not be written is an error that names it', () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  assert.throws(openReports.bind(null, join(file, 'below')), {
    name: 'ReportsFolderError',
    message: /file\/below: /,
  });
});

test('a missing or broken trace is an error that names the file', () => {
  assert.throws(() => readReports(root), /trace\.json: no such file/);
  writeFileSync(join(root, 'trace.json'), '{"schemaVersion": 1');
  assert.throws(() => readReports(root), { name: 'TraceError' });
  writeFileSync(join(root, 'trace.json'), '{"schemaVersion": 1}');
  assert.throws(() => readReports(root), /trace\.json: not a trace: .*tool/);
  assert.ok(existsSync(join(root, 'trace.json')));
  assert.match(readFileSync(join(root, 'trace.json'), 'utf8'), /schemaVersion/);
});

test('reports/README.md explains each report', () => {
  const explained = readFileSync(join(packageRoot, 'reports', 'README.md'), 'utf8').matchAll(
    /^\| `([\w.]+)` /gm,
  );
  assert.deepEqual(
    Array.from(explained, ([, file]) => file).sort(),
    [MESSAGES_FILE, ...REPORT_FORMATS.map(({ file }) => file)].sort(),
  );
});
