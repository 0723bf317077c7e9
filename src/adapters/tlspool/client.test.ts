import assert from 'node:assert/strict';
import { constants } from 'node:os';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { TlspoolUser } from '../testing/tlspool_user.js';
import { COMMANDS } from './commands.js';
import { TLSPOOL_ERRORS } from './errors.js';
import { encode, readNumber } from './wire.js';

const { ERROR, PING, STARTTLS, STARTTLS_LOCALID, PLAINTEXT_CONNECT } = COMMANDS;
const { EAGAIN, EPIPE } = constants.errno;
const REFUSED = TLSPOOL_ERRORS.E_TLSPOOL_CLIENT_REFUSES_CALLBACK;
const numberOf = ({ message }: { readonly message: Buffer }): number => readNumber(message, 'reqid');

describe('requests on one connection', () => {
  it('have numbers that no other has which waits, and get their own answers in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 40 }), (order) => {
        const user = new TlspoolUser();
        const names = order.map((_, index) => `request ${index}`);
        for (const name of names) assert.notEqual(user.request(name, { cmd: PING }), null);
        const sent = names.map((name) => ({ name, incoming: user.sent() }));
        assert.equal(new Set(sent.map(({ incoming }) => numberOf(incoming))).size, names.length);
        const shuffled = sent.map((one, index) => ({ ...one, at: order[index] ?? 0 }));
        shuffled.sort((left, right) => left.at - right.at);
        for (const { incoming } of shuffled) user.answer(incoming, {});
        assert.deepEqual(
          user.told,
          shuffled.map(({ name }) => [name, PING, 0]),
        );
      }),
    );
  });

  it('take every number that there is, and no more', () => {
    const user = new TlspoolUser();
    const taken = new Set<number>();
    for (let count = 0; count < 0x10000; count += 1) {
      assert.notEqual(user.request('one', { cmd: PING }), null);
      taken.add(numberOf(user.sent()));
    }
    assert.equal(taken.size, 0x10000);
    const [one] = user.descriptors.pair();
    const before = user.descriptors.open;
    assert.equal(user.request('one too many', { cmd: STARTTLS }, one), null);
    assert.match(user.logged.at(-1) ?? '', /numbers are taken/);
    assert.equal(user.descriptors.open, before - 1);
    user.pool.write(encode({ reqid: 77, cmd: PING }));
    user.process();
    assert.notEqual(user.request('again', { cmd: PING }), null);
    assert.equal(numberOf(user.sent()), 77);
  });

  it('get nothing of a message with an unknown number, and the pool is told when it asks', () => {
    const user = new TlspoolUser();
    user.request('one', { cmd: PING });
    const sent = user.sent();
    const reqid = (numberOf(sent) + 1) % 0x10000;
    for (const cmd of [PING, STARTTLS, ERROR, 0x2b]) user.answer(sent, { reqid, cbid: 5, cmd });
    assert.ok(user.isSilent);
    user.answer(sent, { reqid, cbid: 5, cmd: STARTTLS_LOCALID });
    const { message } = user.sent();
    assert.deepEqual(
      [readNumber(message, 'reqid'), readNumber(message, 'cbid'), readNumber(message, 'cmd')],
      [reqid, 5, ERROR],
    );
    assert.equal(readNumber(message, 'tlserrno'), REFUSED);
    assert.deepEqual(user.told, []);
    user.answer(sent, {});
    assert.deepEqual(user.told, [['one', PING, 0]]);
  });

  it('are answered once: a number is free afterwards', () => {
    const user = new TlspoolUser();
    user.request('one', { cmd: PING });
    const sent = user.sent();
    user.answer(sent, {});
    user.answer(sent, {});
    assert.deepEqual(user.told, [['one', PING, 0]]);
  });

  it('get each callback, and end when another request answers it', () => {
    const user = new TlspoolUser();
    user.request('begin', { cmd: STARTTLS });
    const first = user.sent();
    user.answer(first, { cmd: PLAINTEXT_CONNECT, cbid: 9 });
    assert.deepEqual(user.told, [['begin', PLAINTEXT_CONNECT, 9]]);
    assert.notEqual(user.request('go on', { cmd: PLAINTEXT_CONNECT, cbid: 9 }), null);
    const second = user.sent();
    assert.equal(readNumber(second.message, 'cbid'), 9);
    assert.equal(user.request('twice', { cmd: PLAINTEXT_CONNECT, cbid: 9 }), null);
    user.answer(second, { cmd: STARTTLS });
    assert.deepEqual(user.told.slice(1), [['go on', STARTTLS, 9]]);
  });

  it('answer no callback that does not wait', () => {
    const user = new TlspoolUser();
    const [one] = user.descriptors.pair();
    const before = user.descriptors.open;
    assert.equal(user.request('answer', { cmd: PLAINTEXT_CONNECT, cbid: 9 }, one), null);
    assert.equal(user.descriptors.open, before - 1);
    assert.ok(user.isSilent);
  });
});

describe('a cancelled request', () => {
  it('keeps its number until the pool has answered, and the answer from everybody', () => {
    const user = new TlspoolUser();
    const request = user.request('one', { cmd: PING });
    const sent = user.sent();
    assert.equal(user.client.tlspool_async_cancel(user.handle, request), 0);
    assert.notEqual(user.client.tlspool_async_cancel(user.handle, request), 0);
    for (let count = 1; count < 0x10000; count += 1)
      assert.notEqual(user.request('other', { cmd: PING }), null);
    assert.equal(user.request('one too many', { cmd: PING }), null);
    user.answer(sent, {});
    assert.deepEqual(user.told, []);
    assert.notEqual(user.request('again', { cmd: PING }), null);
  });

  it('has its callbacks refused, those that wait and those that come', () => {
    const user = new TlspoolUser();
    const request = user.request('one', { cmd: STARTTLS });
    const sent = user.sent();
    user.answer(sent, { cmd: STARTTLS_LOCALID, cbid: 3 });
    user.client.tlspool_async_cancel(user.handle, request);
    user.answer(sent, { cmd: PLAINTEXT_CONNECT, cbid: 4 });
    for (const cbid of [3, 4]) {
      const { message } = user.sent();
      assert.deepEqual(
        [readNumber(message, 'cmd'), readNumber(message, 'cbid'), readNumber(message, 'tlserrno')],
        [ERROR, cbid, REFUSED],
      );
      assert.equal(user.request('answer', { cmd: PLAINTEXT_CONNECT, cbid }), null);
    }
  });

  it('is no request of another connection, nor one that has been answered', () => {
    const [user, other] = [new TlspoolUser(), new TlspoolUser()];
    const request = user.request('one', { cmd: PING });
    assert.notEqual(other.client.tlspool_async_cancel(other.handle, request), 0);
    assert.notEqual(user.client.tlspool_async_cancel(user.handle, {}), 0);
    user.answer(user.sent(), {});
    assert.notEqual(user.client.tlspool_async_cancel(user.handle, request), 0);
  });
});

describe('the end of a connection', () => {
  it('ends every request with EPIPE, once, and later ones at once', () => {
    const user = new TlspoolUser();
    for (const name of ['one', 'two', 'three']) user.request(name, { cmd: PING });
    user.client.tlspool_async_cancel(user.handle, user.request('cancelled', { cmd: PING }));
    user.pool.close();
    assert.notEqual(user.process(), 0);
    assert.notEqual(user.process(), 0);
    assert.deepEqual(
      user.told,
      ['one', 'two', 'three'].map((name) => [name, ERROR, 0, EPIPE]),
    );
    const [one, other] = user.descriptors.pair();
    user.descriptors.close(other);
    assert.equal(user.request('late', { cmd: STARTTLS }, one), null);
    assert.equal(user.descriptors.open, 0);
  });

  it('shows in a write before it shows in a read', () => {
    const user = new TlspoolUser();
    user.request('one', { cmd: PING });
    user.request('two', { cmd: PING });
    const answered = user.sent().message;
    const [handed] = user.descriptors.pair();
    const before = user.descriptors.open;
    user.sendError = EPIPE;
    assert.equal(user.request('late', { cmd: STARTTLS }, handed), null);
    assert.equal(user.descriptors.open, before - 1);
    user.pool.write(answered);
    assert.notEqual(user.process(), 0);
    assert.deepEqual(user.told, [
      ['one', PING, 0],
      ['two', ERROR, 0, EPIPE],
    ]);
  });

  it('comes after what the pool has said before it', () => {
    const user = new TlspoolUser();
    user.request('one', { cmd: PING });
    user.request('two', { cmd: PING });
    user.pool.write(user.sent().message);
    user.pool.close();
    user.process();
    assert.deepEqual(user.told, [
      ['one', PING, 0],
      ['two', ERROR, 0, EPIPE],
    ]);
  });

  it('can come inside a callback: the rest of what came is nobody’s', () => {
    const user = new TlspoolUser();
    user.request('one', { cmd: PING });
    user.request('two', { cmd: PING });
    user.inside.set('one', () => {
      user.client.tlspool_async_closed(user.handle);
    });
    for (const { message } of [user.sent(), user.sent()]) user.pool.write(message);
    assert.notEqual(user.process(), 0);
    assert.deepEqual(user.told, [
      ['one', PING, 0],
      ['two', ERROR, 0, EPIPE],
    ]);
    user.client.tlspool_async_closed(user.handle);
    assert.match(user.logged.at(-1) ?? '', /NULL/);
  });

  it('closes descriptors that the pool passes against its promise, and those of messages that wait', () => {
    const user = new TlspoolUser();
    const [one, two] = user.descriptors.pair();
    const before = user.descriptors.open;
    user.pool.write(encode({ reqid: 1, cmd: PING }), [one]);
    user.process();
    assert.equal(user.descriptors.open, before);
    user.pool.write(Buffer.alloc(1), [one]);
    user.process();
    user.sendError = EAGAIN;
    assert.notEqual(user.request('waits', { cmd: STARTTLS }, two), null);
    user.client.tlspool_async_closed(user.handle);
    assert.deepEqual(user.told, [['waits', ERROR, 0, EPIPE]]);
    assert.equal(user.descriptors.open, before - 2);
  });

  it('that shows in a write alone leaves the exchange its end', () => {
    const user = new TlspoolUser();
    user.request('begin', { cmd: STARTTLS });
    user.answer(user.sent(), { cmd: PLAINTEXT_CONNECT, cbid: 1 });
    user.pool.close();
    const [one, two] = user.descriptors.pair();
    assert.equal(user.request('answer', { cmd: PLAINTEXT_CONNECT, cbid: 1 }, one), null);
    user.process();
    assert.deepEqual(user.told.slice(1), [['begin', ERROR, 0, EPIPE]]);
    user.descriptors.close(two);
    assert.equal(user.descriptors.open, 0);
  });
});

describe('messages that the socket does not take', () => {
  it('wait in their order, each with its descriptor, and are sent when there is room', () => {
    const user = new TlspoolUser();
    const [one] = user.descriptors.pair();
    user.sendError = EAGAIN;
    user.request('first', { cmd: PING });
    user.request('second', { cmd: STARTTLS }, one);
    user.request('third', { cmd: PING });
    assert.ok(user.isSilent);
    assert.equal(user.process(), 0);
    assert.ok(user.isSilent);
    user.sendError = null;
    assert.equal(user.process(), 0);
    const sent = [user.sent(), user.sent(), user.sent()];
    assert.deepEqual(
      sent.map(({ message, passed }) => [readNumber(message, 'cmd'), passed.length]),
      [
        [PING, 0],
        [STARTTLS, 1],
        [PING, 0],
      ],
    );
  });
});
