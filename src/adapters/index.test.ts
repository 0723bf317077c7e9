import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as adapters from './index.js';
import { adapter as chained } from './tlsio/tlsio_chained.js';
import { adapter as direct } from './tlsio/tlsio_direct.js';

const FUNCTIONS = [
  'tlsio_close_async',
  'tlsio_create',
  'tlsio_destroy',
  'tlsio_dowork',
  'tlsio_get_interface_description',
  'tlsio_open_async',
  'tlsio_retrieveoptions',
  'tlsio_send_async',
  'tlsio_setoption',
];

describe('the bundled tlsio adapters', () => {
  it('are the chained and the direct tlsio, each over what its host gives', () => {
    const tlsios = [chained, direct];
    assert.deepEqual(
      tlsios.map(({ specification, name, capabilities: { design, asynchronousClose } }) => [
        specification,
        name,
        design,
        asynchronousClose,
      ]),
      [
        ['tlsio', 'tlsio_chained', 'chained', true],
        ['tlsio', 'tlsio_direct', 'direct', false],
      ],
    );
    for (const tlsio of tlsios) {
      assert.match(tlsio.version, /^\d+\.\d+\.\d+/);
      const logs: string[] = [];
      const api = tlsio.create({ ...adapters.defaultDependencies, log: (_, message) => logs.push(message) });
      assert.deepEqual(Object.keys(api).sort(), FUNCTIONS);
      api.tlsio_dowork?.(...([null] as never[]));
      assert.equal(logs.length, 1);
    }
  });

  it('are in the public entry under their C names', () => {
    assert.deepEqual(Object.keys(adapters.tlsio_chained).sort(), FUNCTIONS);
    assert.deepEqual(Object.keys(adapters.tlsio_direct).sort(), FUNCTIONS);
    assert.equal(Object.keys(adapters.socketio).length, 9);
    assert.equal(adapters.IO_OPEN_RESULT.IO_OPEN_CANCELLED, adapters.IO_OPEN_CANCELLED);
  });
});
