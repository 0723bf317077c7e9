import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { readLines } from './lines.js';

async function linesOf(chunks: readonly string[], longest?: number) {
  const stream = Readable.from(
    chunks.map((chunk) => Buffer.from(chunk, 'latin1')),
    { objectMode: true },
  );
  const lines: string[] = [];
  const noise: string[] = [];
  readLines(
    stream,
    (line) => lines.push(line),
    (begin) => noise.push(begin),
    longest,
  );
  await new Promise((resolve) => stream.once('end', resolve));
  return { lines, noise };
}

test('lines are the same wherever the stream is cut, and one without an end is none', async () => {
  const bytes = Buffer.from('one\n\nzw\u00f6lf\nrest').toString('latin1');
  const wanted = { lines: ['one', '', 'zw\u00f6lf'], noise: [] };
  assert.deepEqual(await linesOf([bytes]), wanted);
  assert.deepEqual(await linesOf(Array.from(bytes)), wanted);
});

test('a line that is too long is noise, and the next one is a line again', async () => {
  assert.deepEqual(await linesOf(['abcd', 'efgh', 'ijkl', 'm\nnext\n'], 8), {
    lines: ['next'],
    noise: ['abcd'],
  });
  assert.deepEqual(await linesOf(['12345678\n'], 8), { lines: ['12345678'], noise: [] });
});
