import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseReadings, readReadings } from './readings.js';

test('readings come from tables with the columns id and reading, whatever stands around and between', () => {
  const readings = parseReadings(
    [
      '# Readings',
      '',
      '| id | problem | reading |',
      '|---|---|---|',
      '| SRS_TLSIO_30_077 | stands twice | both `on_io_error`\\|calls |',
      '| SRS_TLSIO_30_078 | none | |',
      '',
      '| id | remark |',
      '|---|---|',
      '| SRS_TLSIO_30_079 | no reading here |',
    ].join('\n'),
  );
  assert.deepEqual([...readings], [['SRS_TLSIO_30_077', 'both on_io_error|calls']]);
});

test('a file that does not exist holds no readings', () => {
  assert.equal(readReadings('no/such_readings.md', ['SRS_TLSIO_30_077']).size, 0);
});

test('a file is read for what it has a reading of', () => {
  const folder = mkdtempSync(join(tmpdir(), 'iospec readings '));
  const file = join(folder, 'toy_readings.md');
  writeFileSync(
    file,
    '| id | reading |\n|---|---|\n| SRS_TOY_01_001#2 | twice |\n| SRS_TOY_01_002 | once |\n',
  );
  const all = [
    ['SRS_TOY_01_001#2', 'twice'],
    ['SRS_TOY_01_002', 'once'],
  ];
  assert.deepEqual([...readReadings(file, ['SRS_TOY_01_003', 'SRS_TOY_01_001#2'])], all);
  assert.deepEqual([...readReadings(file, ['SRS_TOY_01_003'])], []);
  rmSync(folder, { recursive: true });
});
