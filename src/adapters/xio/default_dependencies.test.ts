import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { defaultDependencies } from './default_dependencies.js';

describe('the default dependencies', () => {
  it('write errors to stderr, and drop the rest', (context) => {
    const write = context.mock.method(process.stderr, 'write', () => true);
    defaultDependencies.log('AZ_LOG_INFO', 'unimportant');
    defaultDependencies.log('AZ_LOG_ERROR', 'important');
    assert.deepEqual(
      write.mock.calls.map(({ arguments: [text] }) => text),
      ['important\n'],
    );
  });

  it('give memory of the size asked for, and null when there is none', () => {
    assert.equal(defaultDependencies.allocate(10)?.length, 10);
    assert.equal(defaultDependencies.allocate(Number.MAX_SAFE_INTEGER), null);
  });

  it('start a connection that only reports its failure, or give null', async () => {
    const stream = defaultDependencies.connect({ host: '127.0.0.1', port: 0 });
    assert.ok(stream);
    const [error] = (await once(stream, 'error')) as [Error];
    assert.ok(error instanceof Error);
    assert.equal(defaultDependencies.connect({ host: '127.0.0.1', port: 70_000 }), null);
  });

  it('have a clock that does not go back', () => {
    const before = defaultDependencies.now();
    assert.ok(defaultDependencies.now() >= before);
  });
});
