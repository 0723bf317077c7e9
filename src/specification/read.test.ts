import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readSpecification, SpecificationError } from './index.js';

const R = '**SRS_A_01_001: [** It shall. **]**';

describe('readSpecification', () => {
  let folder = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'specification-'));
  });
  after(async () => {
    await rm(folder, { recursive: true });
  });

  const fileWith = async (content: string | Uint8Array): Promise<string> => {
    const file = join(folder, 'a.md');
    await writeFile(file, content);
    return file;
  };
  const reasonOf = async (file: string): Promise<string> => {
    const error: unknown = await readSpecification(file).then(
      () => null,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof SpecificationError);
    assert.equal(error.file, file);
    assert.equal(error.message, `${file}: ${error.reason}`);
    assert.doesNotMatch(error.message, /\n/);
    return error.reason;
  };

  it('reads a file', async () => {
    const { requirements, file } = await readSpecification(await fileWith(`# a\n\n${R}\n`));
    assert.equal(file, join(folder, 'a.md'));
    assert.deepEqual(
      requirements.map(({ id, text, slice }) => [id, text, slice.file, slice.line]),
      [['SRS_A_01_001', 'It shall.', file, 3]],
    );
  });

  it('keeps the byte order mark in the hash and out of the columns', async () => {
    const marked = await readSpecification(await fileWith(`\uFEFF${R}`));
    assert.deepEqual([marked.requirements[0]?.slice.column, marked.requirements[0]?.slice.start], [1, 1]);
    const plain = await readSpecification(await fileWith(R));
    assert.deepEqual([plain.requirements[0]?.slice.column, plain.requirements[0]?.slice.start], [1, 0]);
    assert.notEqual(marked.sha256, plain.sha256);
  });

  it('says what is wrong with a path', async () => {
    assert.equal(await reasonOf(join(folder, 'none.md')), 'no such file');
    assert.equal(await reasonOf(folder), 'is a directory, not a document');
    assert.match(await reasonOf(join(await fileWith(R), 'b.md')), /^no such file/);
    assert.equal(await reasonOf('/dev/null'), 'is a device, not a document');
    assert.match(await reasonOf('a\0b'), /^can't be read/);
  });

  it('says what is wrong with the content', async () => {
    assert.equal(await reasonOf(await fileWith('')), 'is empty');
    assert.equal(await reasonOf(await fileWith('\uFEFF \r\n')), 'is empty');
    assert.equal(await reasonOf(await fileWith(`${R}\0`)), 'is binary, not a Markdown document');
    assert.equal(
      await reasonOf(await fileWith(Buffer.from(`\uFEFF${R}`, 'utf16le'))),
      'is UTF-16, not UTF-8',
    );
    assert.equal(await reasonOf(await fileWith(Buffer.from(`${R} \xe9`, 'latin1'))), 'is not UTF-8');
    assert.match(await reasonOf(await fileWith('# Nothing\n')), /^holds no requirement/);
    assert.match(await reasonOf(await fileWith(R + 'x'.repeat(2 ** 23))), /more than the 8388608/);
  });
});
