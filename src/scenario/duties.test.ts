import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitDuties } from './duties.js';

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['log an error and return _FAILURE_', ['f shall log an error', 'f shall return _FAILURE_']],
  ['log an error, and return _FAILURE_', ['f shall log an error', 'f shall return _FAILURE_']],
  [
    'log an error, call on_x with the x_context and IO_ERROR, and enter STATE_X',
    ['f shall log an error', 'f shall call on_x with the x_context and IO_ERROR', 'f shall enter STATE_X'],
  ],
  [
    'do nothing except log an error and return _FAILURE_',
    ['f shall do nothing except log an error', 'f shall return _FAILURE_'],
  ],
  ['fail and return a non-zero value', ['f shall fail', 'f shall return a non-zero value']],
  [
    'first dequeue the message then call its on_x',
    ['f shall first dequeue the message', 'f shall then call its on_x'],
  ],
  ['release all and then release the handle', ['f shall release all', 'f shall then release the handle']],
  [
    'repeatedly read this data and call on_x with the pointer, the number, and the context',
    ['f shall repeatedly read this data', 'f shall call on_x with the pointer, the number, and the context'],
  ],
  [
    'iterate through any messages and shall delete each message',
    ['f shall iterate through any messages', 'f shall delete each message'],
  ],
  ['allocate and initialize all resources', ['f shall allocate and initialize all resources']],
  ['be created and stored in the context', ['f shall be created and stored in the context']],
  ['send the header and the close reason', ['f shall send the header and the close reason']],
  [
    'start it by calling X and passing to it y and z',
    ['f shall start it by calling X and passing to it y and z'],
  ],
  [
    'create a context where the a, b and c shall be stored',
    ['f shall create a context where the a, b and c shall be stored'],
  ],
  [
    'be triggered with OK and from now on it shall be possible to send',
    ['f shall be triggered with OK', 'from now on it shall be possible to send'],
  ],
  [
    'allocate a socket and on success shall return a handle',
    ['f shall allocate a socket', 'on success f shall return a handle'],
  ],
  [
    'be called with OK and then the x_close shall proceed',
    ['f shall be called with OK', 'x_close shall then proceed'],
  ],
  [
    'not be supported, thus ka_time shall be set to 0',
    ['f shall not be supported', 'ka_time shall be set to 0'],
  ],
  ['log "stop and return x" twice', ['f shall log "stop and return x" twice']],
  ['do the following', []],
  ['the following', []],
  ['call recv with the buffer and do the following', ['f shall call recv with the buffer']],
];

for (const [predicate, duties] of CASES) {
  test(`shall ${predicate}`, () => {
    assert.deepEqual(splitDuties('f', 'shall', predicate), duties);
  });
}
