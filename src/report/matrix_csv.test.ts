import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderMatrixCsv } from './matrix_csv.js';
import { toyTrace } from './testing/traces.js';
import type { Trace } from '../trace/model.js';

/** A reader of RFC 4180 that refuses what breaks its rules. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let rest = text;
  let row: string[] = [];
  while (rest !== '') {
    const match = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    assert.ok(match !== null, `no field at ${JSON.stringify(rest.slice(0, 40))}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
    rest = rest.slice(match[0].length);
  }
  return rows;
}

function withText(text: string): Trace {
  const trace = toyTrace();
  return {
    ...trace,
    specifications: trace.specifications.map((one) => ({
      ...one,
      requirements: one.requirements.map((requirement) => ({ ...requirement, text })),
    })),
  };
}

const sentenceIn = (trace: Trace): string | undefined => parseCsv(renderMatrixCsv(trace))[1]?.at(-2);

test('a row a requirement, a column an adapter over an underlying IO', () => {
  const [head, ...rows] = parseCsv(renderMatrixCsv(toyTrace()));
  assert.deepEqual(head?.slice(8, -2), ['toy_one over mock', 'toy_one over loopback', 'toy_two over mock']);
  assert.equal(rows.length, 8);
  assert.ok(rows.every((row) => row.length === head.length));
  assert.deepEqual(rows[0]?.slice(0, 11), [
    'toy',
    'SRS_TOY_01_001',
    'requirement',
    'spec/toy.md',
    '32',
    'toy > toy_open',
    'toy_open',
    'failed',
    'passed',
    'passed',
    'failed',
  ]);
  assert.deepEqual(rows.find((row) => row[1] === 'SRS_TOY_01_003')?.slice(7, 11), ['not run', '', '', '']);
});

test('commas, quotes, line breaks and blanks at the ends survive', () => {
  for (const text of ['a, b', 'say "no"', '"', 'two\r\nlines', ' blank ', '']) {
    assert.equal(sentenceIn(withText(text)), text);
  }
});

test('what a spreadsheet would compute is text', () => {
  for (const text of [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    ' =1',
    '\t=1',
    '\r=1',
    '\ufeff=1',
    '＝1',
    "=cmd|' /C calc'!A0",
  ]) {
    assert.equal(sentenceIn(withText(text)), `'${text}`);
  }
  for (const text of ['a=1', '1-1', 'x@y', '"=1"']) assert.equal(sentenceIn(withText(text)), text);
});
