import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ScriptedUser } from '../testing/scripted_user.js';

/** Each way a callback can come about: brings the user to the point, then `trigger` makes the callback happen. */
const CALLBACKS: Readonly<Record<string, (user: ScriptedUser) => () => void>> = {
  'open(IO_OPEN_OK)': (user) => {
    user.enter('TLSIO_STATE_EXT_OPENING').transport.newest.secured = true;
    return () => {
      user.dowork();
    };
  },
  'open(IO_OPEN_ERROR)': (user) => {
    user.enter('TLSIO_STATE_EXT_OPENING').transport.newest.failure = 'refused';
    return () => {
      user.dowork();
    };
  },
  'open(IO_OPEN_CANCELLED)': (user) => {
    user.enter('TLSIO_STATE_EXT_OPENING');
    return () => user.close('outer close');
  },
  bytes: (user) => {
    user.enter('TLSIO_STATE_EXT_OPEN').transport.newest.incoming.push(Buffer.from('a'), Buffer.from('b'));
    return () => {
      user.dowork();
    };
  },
  'first(IO_SEND_OK)': (user) => {
    const connection = user.enter('TLSIO_STATE_EXT_OPEN').transport.newest;
    connection.window = 2;
    user.send('1', 'first');
    user.send('2', 'second');
    user.dowork();
    connection.written.forEach(({ onTaken }) => {
      onTaken();
    });
    return () => {
      user.dowork();
    };
  },
  'first(IO_SEND_ERROR)': (user) => {
    const connection = user.enter('TLSIO_STATE_EXT_OPEN').transport.newest;
    connection.window = 2;
    user.send('1', 'first');
    user.send('2', 'second');
    user.dowork();
    connection.failure = 'reset';
    return () => {
      user.dowork();
    };
  },
  'first(IO_SEND_CANCELLED)': (user) => {
    user.enter('TLSIO_STATE_EXT_OPEN');
    user.send('1', 'first');
    user.send('2', 'second');
    return () => user.close('outer close');
  },
  error: (user) => {
    user.enter('TLSIO_STATE_EXT_OPEN');
    user.send('1', 'first');
    user.transport.newest.failure = 'reset';
    return () => {
      user.dowork();
    };
  },
  'first close': (user) => {
    user.enter('TLSIO_STATE_EXT_CLOSING').transport.newest.progress = 'graceful';
    return () => {
      user.dowork();
    };
  },
};

const CALLS: Readonly<Record<string, (user: ScriptedUser) => void>> = {
  open: (user) => user.open(),
  close: (user) => user.close('inner close'),
  'close twice': (user) => {
    user.close('inner close');
    user.close('another close');
  },
  send: (user) => user.send('3', 'inner send'),
  destroy: (user) => {
    user.destroy();
  },
  dowork: (user) => {
    user.dowork();
  },
  setoption: (user) => user.api.tlsio_setoption(user.handle, 'tls_version', 12),
  'close, open and dowork': (user) => {
    user.close('inner close');
    if (user.open() === 0) user.transport.newest.secured = true;
    user.dowork();
  },
  'close and destroy': (user) => {
    user.close('inner close');
    user.destroy();
  },
};

const times = (user: ScriptedUser, name: string): number =>
  user.events.filter((event) => event.startsWith(name)).length;

for (const [callback, prepare] of Object.entries(CALLBACKS)) {
  describe(`from inside ${callback}`, () => {
    for (const asynchronous of [true, false]) {
      if (!asynchronous && callback === 'first close') continue;
      for (const [call, act] of Object.entries(CALLS)) {
        it(`${call}, in a design that closes ${asynchronous ? 'asynchronously' : 'at once'}`, () => {
          const user = new ScriptedUser(asynchronous);
          const trigger = prepare(user);
          user.events.length = 0;
          let accepted = 0;
          user.inside.set(callback, () => {
            user.inside.delete(callback);
            act(user);
          });
          const { tlsio_close_async } = user.api;
          user.api = {
            ...user.api,
            tlsio_close_async: (...parameters) => {
              const result = tlsio_close_async(...parameters);
              if (result === 0) accepted += 1;
              return result;
            },
          };
          trigger();
          assert.ok(user.events.includes(callback) || callback === 'bytes', 'the callback was made');
          const destroyed = call.includes('destroy');
          if (destroyed) assert.equal(user.transport.destroyed, 1);
          const eventsAtDestroy = user.events.length;
          for (const connection of user.transport.connections) connection.progress = 'graceful';
          for (let turn = 0; turn < 4; turn += 1) user.dowork();
          if (destroyed) assert.equal(user.events.length, eventsAtDestroy, 'nothing comes after destroy');
          user.destroy();
          for (const name of ['first(', 'second(', 'error', 'inner close', 'another close', 'outer close']) {
            assert.ok(times(user, name) <= 1, `${name} at most once: ${user.events.join(' ')}`);
          }
          const closes =
            times(user, 'inner close') + times(user, 'another close') + times(user, 'outer close');
          assert.equal(closes, accepted, `one completion for each accepted close: ${user.events.join(' ')}`);
          if (callback.startsWith('first('))
            assert.equal(times(user, 'second('), 1, 'no message is forgotten');
          const opens = user.transport.connections.length - (callback.startsWith('open(') ? 0 : 1);
          assert.equal(times(user, 'open('), opens, `one completion for each open: ${user.events.join(' ')}`);
          for (const connection of user.transport.connections) assert.equal(connection.asked.abort, 1);
          assert.equal(user.transport.destroyed, 1);
        });
      }
    }
  });
}

describe('re-entrant calls in particular', () => {
  it('a send from inside on_io_open_complete(IO_OPEN_OK) is accepted', () => {
    const user = new ScriptedUser().enter('TLSIO_STATE_EXT_OPENING');
    user.transport.newest.secured = true;
    let result = -1;
    user.inside.set('open(IO_OPEN_OK)', () => {
      result = user.send('x');
    });
    user.dowork();
    assert.equal(result, 0);
  });

  it('a send is refused from inside every callback that belongs to the end', () => {
    const names = [
      'first(IO_SEND_ERROR)',
      'first(IO_SEND_CANCELLED)',
      'error',
      'open(IO_OPEN_ERROR)',
      'open(IO_OPEN_CANCELLED)',
    ];
    for (const name of names) {
      const user = new ScriptedUser();
      const trigger = CALLBACKS[name]?.(user);
      let result = 0;
      user.inside.set(name, () => {
        result = user.send('x');
      });
      trigger?.();
      assert.notEqual(result, 0, name);
    }
  });

  it('a close from inside on_send_complete(IO_SEND_OK) does not cancel that message', () => {
    const user = new ScriptedUser(false);
    const trigger = CALLBACKS['first(IO_SEND_OK)']?.(user);
    user.inside.set('first(IO_SEND_OK)', () => user.close());
    trigger?.();
    assert.deepEqual(user.events, ['first(IO_SEND_OK)', 'second(IO_SEND_CANCELLED)', 'close']);
  });

  it('no on_io_error follows when the failed message closes the adapter', () => {
    const user = new ScriptedUser();
    const trigger = CALLBACKS['first(IO_SEND_ERROR)']?.(user);
    user.inside.set('first(IO_SEND_ERROR)', () => user.close());
    trigger?.();
    assert.deepEqual(user.events, ['first(IO_SEND_ERROR)', 'second(IO_SEND_CANCELLED)', 'close']);
  });

  it('a dowork from inside on_send_complete(IO_SEND_CANCELLED) completes no close before the other messages', () => {
    const user = new ScriptedUser().enter('TLSIO_STATE_EXT_OPEN');
    user.transport.newest.progress = 'graceful';
    user.send('1', 'first');
    user.send('2', 'second');
    user.inside.set('first(IO_SEND_CANCELLED)', () => {
      user.dowork();
    });
    user.close();
    user.dowork();
    assert.deepEqual(user.events, ['first(IO_SEND_CANCELLED)', 'second(IO_SEND_CANCELLED)', 'close']);
  });

  it('a dowork from inside on_io_open_complete(IO_OPEN_CANCELLED) opens nothing', () => {
    const user = new ScriptedUser().enter('TLSIO_STATE_EXT_OPENING');
    user.transport.newest.secured = true;
    user.inside.set('open(IO_OPEN_CANCELLED)', () => {
      user.dowork();
      assert.notEqual(user.send('x'), 0);
    });
    user.close();
    assert.deepEqual(user.events, ['open(IO_OPEN_CANCELLED)', 'close']);
  });

  it('an open from inside on_io_open_complete(IO_OPEN_ERROR) starts anew', () => {
    const user = new ScriptedUser().enter('TLSIO_STATE_EXT_OPENING');
    user.transport.newest.failure = 'refused';
    user.inside.set('open(IO_OPEN_ERROR)', () => {
      assert.equal(user.open(), 0);
    });
    user.dowork();
    user.transport.newest.secured = true;
    user.dowork();
    assert.deepEqual(user.events, ['open(IO_OPEN_ERROR)', 'open(IO_OPEN_OK)']);
  });

  it('a destroy from inside one on_io_close_complete completes the other closes first', () => {
    const user = new ScriptedUser().enter('TLSIO_STATE_EXT_CLOSING');
    let atDestroy: string[] = [];
    user.inside.set('first close', () => {
      user.destroy();
      atDestroy = [...user.events];
    });
    user.close('second close');
    assert.deepEqual(user.events, ['first close', 'second close']);
    assert.deepEqual(atDestroy, user.events);
  });

  it('a callback that throws leaves an instance that works', () => {
    const user = new ScriptedUser().enter('TLSIO_STATE_EXT_OPEN');
    const connection = user.transport.newest;
    connection.incoming.push(Buffer.from('a'), Buffer.from('b'));
    user.inside.set('bytes', () => {
      user.inside.clear();
      throw new Error('from the user');
    });
    assert.throws(() => {
      user.dowork();
    }, /from the user/);
    user.dowork();
    assert.deepEqual(user.chunks.map(String), ['a', 'b']);
  });
});
