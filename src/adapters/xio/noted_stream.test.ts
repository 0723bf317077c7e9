import assert from 'node:assert/strict';
import { Duplex } from 'node:stream';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { NotedStream, describe as say } from './noted_stream.js';

const source = (): Duplex =>
  new Duplex({
    read: () => undefined,
    write: (_chunk, _encoding, done) => {
      done();
    },
  });

async function takeAll(noted: NotedStream): Promise<number> {
  let total = 0;
  for (let idle = 0; idle < 5; idle += 1) {
    for (let bytes = noted.receive(); bytes !== null; bytes = noted.receive()) {
      total += bytes.length;
      idle = 0;
    }
    await turn();
  }
  return total;
}

describe('a noted stream', () => {
  it('stops reading when too much waits, and goes on when it was taken', async () => {
    const stream = source();
    const noted = new NotedStream(stream);
    noted.startReading();
    await turn();
    const chunk = Buffer.alloc(256 * 1024);
    for (let count = 0; count < 16; count += 1) stream.push(chunk);
    await turn();
    assert.ok(stream.isPaused());
    assert.equal(await takeAll(noted), 16 * chunk.length);
    assert.ok(!stream.isPaused());
  });

  for (const [how, end] of Object.entries<(stream: Duplex) => void>({
    fails: (stream) => stream.destroy(new Error('broken')),
    'is destroyed': (stream) => stream.destroy(),
    ends: (stream) => {
      stream.push(null);
    },
  })) {
    it(`gives all that has come when it ${how} while it is stopped, and tells the loss afterwards`, async () => {
      const stream = source();
      const noted = new NotedStream(stream);
      noted.startReading();
      await turn();
      const chunk = Buffer.alloc(700 * 1024);
      for (let count = 0; count < 4; count += 1) stream.push(chunk);
      end(stream);
      await turn();
      assert.equal(noted.loss, null);
      assert.equal(await takeAll(noted), 4 * chunk.length);
      assert.notEqual(noted.loss, null);
      assert.equal(noted.receive(), null);
    });
  }

  it('leaves no listener on a stream it gave up, and swallows its late error', async () => {
    const stream = source();
    const noted = new NotedStream(stream);
    noted.startReading();
    noted.discard();
    stream.destroy(new Error('late'));
    await turn();
    assert.deepEqual(
      stream.eventNames().filter((name) => stream.listenerCount(name) > 0),
      [],
    );
  });

  it('says an error of several addresses in one line', () => {
    assert.equal(say(new AggregateError([new Error('one'), new Error('two')])), 'one; two');
    assert.equal(say('text'), 'text');
  });
});
