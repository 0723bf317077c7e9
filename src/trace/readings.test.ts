import assert from 'node:assert/strict';
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
  assert.equal(readReadings('no/such_readings.md').size, 0);
});
