import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Callbacks, type Answer } from './callbacks.js';

const MOST = 1024;
const [owner, other] = [{ name: 'owner' }, { name: 'other' }];
const answer: Answer = { message: Buffer.alloc(388), passed: [] };

/** Callbacks, and one that was made: its number, its answer, and what gives it up. */
function asking() {
  const callbacks = new Callbacks();
  const ask = (by: object = owner) => {
    const over = new AbortController();
    const made = { cbid: 0, over, answered: Promise.resolve(answer) };
    made.answered = callbacks.ask(by, over.signal, (cbid) => {
      made.cbid = cbid;
    });
    made.answered.catch(() => undefined);
    return made;
  };
  return { callbacks, ask };
}

describe('the callbacks of a pool', () => {
  it('have numbers from 1 to 1024, and none twice at a time', async () => {
    const { callbacks, ask } = asking();
    const made = Array.from({ length: MOST }, () => ask());
    assert.deepEqual(
      new Set(made.map(({ cbid }) => cbid)),
      new Set(Array.from({ length: MOST }, (_, index) => index + 1)),
    );
    await assert.rejects(ask().answered, /too many/);
    assert.ok(callbacks.answer(owner, 500, answer));
    assert.equal(ask().cbid, 500);
    await assert.rejects(ask().answered, /too many/);
  });

  it('use a number that has become free as late as possible', () => {
    const { callbacks, ask } = asking();
    for (let count = 1; count <= 3 * MOST; count += 1) {
      const { cbid } = ask();
      assert.equal(cbid, ((count - 1) % MOST) + 1);
      callbacks.answer(owner, cbid, answer);
    }
  });

  it('are answered once, by whom they were made for', async () => {
    const { callbacks, ask } = asking();
    const { cbid, answered } = ask();
    assert.ok(!callbacks.answer(other, cbid, answer));
    assert.ok(!callbacks.answer(owner, cbid + 1, answer));
    assert.ok(!callbacks.answer(owner, 0, answer));
    assert.ok(callbacks.answer(owner, cbid, answer));
    assert.ok(!callbacks.answer(owner, cbid, answer));
    assert.equal(await answered, answer);
  });

  it('are given up with their exchange, and take no answer afterwards', async () => {
    const { callbacks, ask } = asking();
    const [given, kept] = [ask(), ask()];
    given.over.abort();
    await assert.rejects(given.answered);
    assert.ok(!callbacks.answer(owner, given.cbid, answer));
    assert.ok(callbacks.answer(owner, kept.cbid, answer));
    kept.over.abort();
    assert.equal(await kept.answered, answer);
  });

  it('are not made for an exchange that is over', async () => {
    const over = AbortSignal.abort();
    const callbacks = new Callbacks();
    await assert.rejects(
      callbacks.ask(owner, over, () => {
        assert.fail('it is sent');
      }),
    );
    assert.ok(!callbacks.answer(owner, 1, answer));
  });
});
