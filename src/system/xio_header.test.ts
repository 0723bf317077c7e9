import assert from 'node:assert/strict';
import { test } from 'node:test';
import { join } from 'node:path';
import { readSpecification } from '../specification/index.js';
import { packageRoot } from '../package.js';
import { withXioHeader } from './xio_header.js';

const documentOf = (name: string): ReturnType<typeof readSpecification> =>
  readSpecification(join(packageRoot, 'spec', `${name}_requirements.md`));

test('a document that uses the callbacks of xio.h without declaring them gets them, and their results', async () => {
  const { prototypes, enumerations } = withXioHeader(await documentOf('wsio'));
  const types = prototypes.filter(({ kind }) => kind === 'functionType');
  assert.deepEqual(types.map(({ name }) => name).sort(), [
    'ON_BYTES_RECEIVED',
    'ON_IO_CLOSE_COMPLETE',
    'ON_IO_ERROR',
    'ON_IO_OPEN_COMPLETE',
    'ON_SEND_COMPLETE',
  ]);
  assert.deepEqual(
    types.find(({ name }) => name === 'ON_SEND_COMPLETE')?.parameters.map(({ name }) => name),
    ['context', 'send_result'],
  );
  assert.ok(enumerations.some(({ values }) => values.includes('IO_SEND_CANCELLED')));
});

test('a document that declares them keeps its own', async () => {
  const tlsio = await documentOf('tlsio');
  assert.equal(withXioHeader(tlsio), tlsio);
});
