import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../package.js';
import { withHeaders } from '../specification/headers.js';
import { readSpecification } from '../specification/index.js';
import { XIO_H } from './xio_h.js';

const documentOf = (name: string): ReturnType<typeof readSpecification> =>
  readSpecification(join(packageRoot, 'spec', `${name}_requirements.md`));

test('a document that uses the callbacks of xio.h without declaring them gets them, and their results', async () => {
  const { prototypes, enumerations } = withHeaders(await documentOf('wsio'), [XIO_H]);
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
  assert.equal(withHeaders(tlsio, [XIO_H]), tlsio);
});
