import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../src/scenario/index.js';
import { bundledDocument, bundledRules } from '../../test/bundled_systems.js';

const name = 'async_socket_linux';
const document = bundledDocument(name, await bundledRules(name));

test('a nested sentence has the conditions above it first, and obligations without Examples', () => {
  const requirement = document.requirements.find(({ id }) => id === 'SRS_ASYNC_SOCKET_LINUX_11_059');
  assert.ok(requirement);
  assert.deepEqual(analyse(requirement, document), {
    conditions: [
      'If the send fails to send the data',
      'If the errno value is ECONNRESET, ENOTCONN, or EPIPE',
    ],
    obligations: [
      'async_socket_send_async shall fail',
      'async_socket_send_async shall return ASYNC_SOCKET_SEND_SYNC_ABANDONED',
    ],
  });
});
