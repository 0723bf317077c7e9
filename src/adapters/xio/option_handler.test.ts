import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OptionHandler_Create } from './option_handler.js';

describe('an option handler', () => {
  it('feeds in the order of adding, and stops at the first that is not taken', () => {
    const fed: unknown[] = [];
    const handler = OptionHandler_Create((handle, name, value) => {
      fed.push([handle, name, value]);
      return name === 'bad' ? 7 : 0;
    });
    const destination = {};
    assert.equal(handler.OptionHandler_FeedOptions(destination), 0);
    handler.OptionHandler_AddOption('b', 1);
    handler.OptionHandler_AddOption('a', 'two');
    assert.equal(handler.OptionHandler_FeedOptions(destination), 0);
    assert.deepEqual(fed.splice(0), [
      [destination, 'b', 1],
      [destination, 'a', 'two'],
    ]);
    handler.OptionHandler_AddOption('bad', 0);
    handler.OptionHandler_AddOption('behind', 0);
    assert.notEqual(handler.OptionHandler_FeedOptions(destination), 0);
    assert.equal(fed.length, 3);
  });
});
