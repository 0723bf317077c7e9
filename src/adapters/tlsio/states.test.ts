import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { STATES, ScriptedUser } from '../testing/scripted_user.js';

describe('every call in every state', () => {
  for (const state of STATES) {
    const closed = state === 'TLSIO_STATE_EXT_CLOSED';
    const open = state === 'TLSIO_STATE_EXT_OPEN';
    const opening = state === 'TLSIO_STATE_EXT_OPENING';
    const closing = state === 'TLSIO_STATE_EXT_CLOSING';
    const error = state === 'TLSIO_STATE_EXT_ERROR';
    const cancelled = opening ? ['open(IO_OPEN_CANCELLED)'] : [];

    it(`tlsio_open_async in ${state} ${closed ? 'starts' : 'fails'}`, () => {
      const user = new ScriptedUser().enter(state);
      assert.equal(user.open() === 0, closed);
      assert.equal(user.errorLogs.length, closed ? 0 : 1);
      assert.deepEqual(user.events, []);
      assert.equal(user.transport.connections.length, 1);
    });

    it(`tlsio_send_async in ${state} is ${open ? 'queued' : 'refused'}`, () => {
      const user = new ScriptedUser().enter(state);
      assert.equal(user.send('x') === 0, open);
      assert.equal(user.errorLogs.length, open ? 0 : 1);
      assert.deepEqual(user.events, []);
    });

    it(`tlsio_close_async in ${state} succeeds`, () => {
      const user = new ScriptedUser().enter(state);
      assert.equal(user.close(), 0);
      const completed = [...cancelled, ...(closing ? ['first close'] : []), 'close'];
      assert.deepEqual(user.events, open ? [] : completed);
      const logged = user.logs.some((line) => line.includes('tlsio_close_async'));
      assert.equal(logged, !open && !error, 'only OPEN and ERROR go without saying');
      assert.deepEqual(user.errorLogs, []);
      if (!open) assert.equal(user.open(), 0, 'it is closed now');
    });

    it(`tlsio_destroy in ${state} cancels and releases`, () => {
      const user = new ScriptedUser().enter(state);
      if (open) user.send('x');
      user.destroy();
      const sends = open ? ['send(IO_SEND_CANCELLED)'] : [];
      assert.deepEqual(user.events, [...cancelled, ...sends, ...(closing ? ['first close'] : [])]);
      assert.equal(user.errorLogs.length, opening || closing || error ? 1 : 0);
      assert.equal(user.transport.destroyed, 1);
      if (!closed) assert.equal(user.transport.newest.asked.abort, 1);
    });

    it(`tlsio_dowork in ${state} does only what belongs there`, () => {
      const user = new ScriptedUser().enter(state);
      if (!closed) {
        user.transport.newest.incoming.push(Buffer.from('x'));
        user.transport.newest.window = 9;
      }
      const { asked } = closed ? { asked: null } : user.transport.newest;
      const before = { ...asked };
      user.dowork();
      assert.equal(user.received.length, open ? 1 : 0);
      if (closed || error) assert.deepEqual({ ...asked }, before, 'nothing below is called');
      if (closing) assert.ok((asked?.shutDown ?? 0) > 0);
      else assert.equal(asked?.shutDown ?? 0, 0);
    });

    it(`options are set and retrieved in ${state}`, () => {
      const user = new ScriptedUser().enter(state);
      assert.equal(user.api.tlsio_setoption(user.handle, 'tls_version', 13), 0);
      const options = user.api.tlsio_retrieveoptions(user.handle)?.options;
      assert.deepEqual(options, [{ name: 'tls_version', value: '13' }]);
      assert.deepEqual(user.events, []);
    });
  }

  it('a destroyed handle is refused by every function, without a callback', () => {
    const user = new ScriptedUser().enter('TLSIO_STATE_EXT_OPEN');
    user.destroy();
    user.forget();
    assert.notEqual(user.open(), 0);
    assert.notEqual(user.close(), 0);
    assert.notEqual(user.send('x'), 0);
    user.dowork();
    user.destroy();
    assert.notEqual(user.api.tlsio_setoption(user.handle, 'tls_version', 13), 0);
    assert.equal(user.api.tlsio_retrieveoptions(user.handle), null);
    assert.equal(user.errorLogs.length, 7);
    assert.deepEqual(user.events, []);
    assert.equal(user.transport.destroyed, 1);
  });
});

describe('opening', () => {
  it('fails at once when nothing can be started, and can be tried again', () => {
    const user = new ScriptedUser();
    user.transport.refuses = true;
    assert.notEqual(user.open(), 0);
    assert.equal(user.errorLogs.length, 1);
    user.dowork();
    assert.deepEqual(user.events, []);
    user.transport.refuses = false;
    assert.equal(user.open(), 0);
  });

  it('closes the connection before it tells the error, without on_io_error', () => {
    const user = new ScriptedUser().enter('TLSIO_STATE_EXT_OPENING');
    const connection = user.transport.newest;
    let aborts = -1;
    user.inside.set('open(IO_OPEN_ERROR)', () => {
      aborts = connection.asked.abort;
    });
    connection.failure = 'refused';
    user.dowork();
    assert.deepEqual(user.events, ['open(IO_OPEN_ERROR)']);
    assert.equal(aborts, 1);
    assert.equal(user.errorLogs.length, 1);
    assert.equal(user.open(), 0);
  });
});

describe('a graceful close', () => {
  it('is told once when it ends well, without an error', () => {
    const user = new ScriptedUser().enter('TLSIO_STATE_EXT_CLOSING');
    user.dowork();
    assert.deepEqual(user.events, []);
    user.transport.newest.progress = 'graceful';
    user.dowork();
    user.dowork();
    assert.deepEqual(user.events, ['first close']);
    assert.deepEqual(user.logs, []);
  });

  it('is told once when it fails, with an error in the log', () => {
    const user = new ScriptedUser().enter('TLSIO_STATE_EXT_CLOSING');
    user.transport.newest.progress = { failure: 'the peer vanished' };
    user.dowork();
    assert.deepEqual(user.events, ['first close']);
    assert.equal(user.errorLogs.length, 1);
  });

  it('is given up when its time is over, by the clock that was given', () => {
    const user = new ScriptedUser().enter('TLSIO_STATE_EXT_CLOSING');
    user.now = 4_999;
    user.dowork();
    assert.deepEqual(user.events, []);
    user.now = 5_000;
    user.dowork();
    assert.deepEqual(user.events, ['first close']);
    assert.equal(user.errorLogs.length, 1);
    assert.equal(user.transport.newest.asked.abort, 1);
  });

  it('does not happen in a design that closes synchronously', () => {
    const user = new ScriptedUser(false).enter('TLSIO_STATE_EXT_OPEN');
    user.send('x');
    assert.equal(user.close(), 0);
    assert.deepEqual(user.events, ['send(IO_SEND_CANCELLED)', 'close']);
    assert.equal(user.transport.newest.asked.shutDown, 0);
  });
});
