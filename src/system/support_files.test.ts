import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stepRooms, supportFiles } from './support_files.js';

describe('step rooms', () => {
  it('are the common one, those of the family and the own one', () => {
    assert.deepEqual(stepRooms('async_socket_linux'), ['common', 'async_socket', 'async_socket_linux']);
    assert.deepEqual(stepRooms('tlsio'), ['common', 'tlsio']);
  });

  it('are the common one alone for a document without steps, whatever its name begins with', () => {
    assert.deepEqual(stepRooms('tlsiox'), ['common']);
    assert.ok(supportFiles('tlsiox').every((file) => /steps.common/.test(file)));
  });
});
