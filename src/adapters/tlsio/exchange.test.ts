import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ScriptedUser } from '../testing/scripted_user.js';

const opened = (): ScriptedUser => new ScriptedUser().enter('TLSIO_STATE_EXT_OPEN');

describe('sending', () => {
  it('copies the bytes when they are queued', () => {
    const user = opened();
    const bytes = Buffer.from('before');
    user.send(bytes);
    bytes.fill('x');
    user.transport.newest.window = 1;
    user.dowork();
    assert.equal(user.transport.newest.writtenBytes.toString(), 'before');
  });

  it('refuses what cannot be queued, without a callback', () => {
    const user = opened();
    const refuse = (size: number): void => {
      const result = user.api.tlsio_send_async(user.handle, Buffer.alloc(4), size, () => assert.fail(), null);
      assert.notEqual(result, 0);
    };
    [5, -1, 1.5, Number.NaN].forEach(refuse);
    user.memory = false;
    refuse(4);
    assert.equal(user.errorLogs.length, 5);
    user.transport.newest.window = 9;
    user.dowork();
    assert.equal(user.transport.newest.written.length, 0);
  });

  it('hands over only while the connection takes bytes, in order, and goes on later', () => {
    const user = opened();
    const connection = user.transport.newest;
    const long = Buffer.alloc(600 * 1024, 'a');
    user.send(long, 'long');
    user.send('tail', 'tail');
    user.dowork();
    assert.equal(connection.written.length, 0);
    connection.window = 2;
    user.dowork();
    assert.equal(connection.written.length, 2);
    assert.ok(connection.writtenBytes.length < long.length);
    connection.window = 99;
    user.dowork();
    assert.ok(connection.writtenBytes.equals(Buffer.concat([long, Buffer.from('tail')])));
  });

  it('completes a message once, when its last piece was taken and not before', () => {
    const user = opened();
    const connection = user.transport.newest;
    connection.window = 99;
    user.send(Buffer.alloc(600 * 1024), 'first');
    user.send('x', 'second');
    user.dowork();
    const pieces = connection.written;
    assert.ok(pieces.length > 2);
    pieces.slice(0, -2).forEach(({ onTaken }) => {
      onTaken();
    });
    user.dowork();
    assert.deepEqual(user.events, []);
    pieces.slice(-2).forEach(({ onTaken }) => {
      onTaken();
    });
    assert.deepEqual(user.events, [], 'not outside of dowork');
    user.dowork();
    user.dowork();
    assert.deepEqual(user.events, ['first(IO_SEND_OK)', 'second(IO_SEND_OK)']);
  });

  it('goes on with what is sent after all before was sent, or was cancelled', () => {
    const user = opened();
    let connection = user.transport.newest;
    connection.window = 1;
    for (const name of ['one', 'two']) {
      user.send(name, name);
      user.dowork();
      connection.written.at(-1)?.onTaken();
      user.dowork();
      connection.window += 1;
    }
    assert.equal(connection.writtenBytes.toString(), 'onetwo');
    assert.deepEqual(user.events, ['one(IO_SEND_OK)', 'two(IO_SEND_OK)']);
    connection.window = 0;
    user.send('never', 'never');
    user.close();
    user.close('again');
    user.forget();
    user.enter('TLSIO_STATE_EXT_OPEN');
    connection = user.transport.newest;
    connection.window = 9;
    user.send('three');
    user.dowork();
    assert.equal(connection.writtenBytes.toString(), 'three');
  });

  it('fails the message under way once, then tells the error; what is behind waits for the close', () => {
    const user = opened();
    const connection = user.transport.newest;
    connection.window = 2;
    ['one', 'two', 'three'].forEach((name) => user.send(name, name));
    user.dowork();
    connection.failure = 'reset';
    user.dowork();
    user.dowork();
    assert.deepEqual(user.events, ['one(IO_SEND_ERROR)', 'error']);
    user.close();
    assert.deepEqual(user.events.slice(2), ['two(IO_SEND_CANCELLED)', 'three(IO_SEND_CANCELLED)', 'close']);
  });

  it('gives the memory of a message back, once, unless TLS may still look at it', () => {
    const lent: Uint8Array[] = [];
    const back: Uint8Array[] = [];
    const user = new ScriptedUser(true, {
      allocate: (size) => {
        const memory = new Uint8Array(size);
        lent.push(memory);
        return memory;
      },
      release: (memory) => back.push(memory),
    }).enter('TLSIO_STATE_EXT_OPEN');
    lent.length = 0;
    const connection = user.transport.newest;
    connection.window = 2;
    ['sent', 'under way', 'waiting'].forEach((name) => user.send(name, name));
    user.dowork();
    connection.written[0]?.onTaken();
    user.dowork();
    user.destroy();
    assert.deepEqual(back.map(String), [lent[0], lent[2]].map(String));
  });

  it('fails within the same call when handing over breaks the connection', () => {
    const user = opened();
    const connection = user.transport.newest;
    connection.window = 1;
    connection.onFlush = () => {
      connection.failure = 'refused';
    };
    user.send('x');
    user.dowork();
    assert.deepEqual(user.events, ['send(IO_SEND_ERROR)', 'error']);
  });

  it('leaves a message alone that was not begun when the connection breaks', () => {
    const user = opened();
    user.send('x');
    user.transport.newest.failure = 'reset';
    user.dowork();
    assert.deepEqual(user.events, ['error']);
  });
});

describe('receiving', () => {
  it('delivers everything there is, in order, and never nothing', () => {
    const user = opened();
    user.transport.newest.incoming.push(Buffer.from('ab'), Buffer.alloc(0), Buffer.from('c'));
    user.dowork();
    user.dowork();
    assert.deepEqual(user.chunks.map(String), ['ab', 'c']);
  });

  it('stops when a callback leaves the state', () => {
    const user = opened();
    user.transport.newest.incoming.push(Buffer.from('a'), Buffer.from('b'));
    user.inside.set('bytes', () => user.close());
    user.dowork();
    assert.deepEqual(user.chunks.map(String), ['a']);
  });

  it('tells no error when the callback of the last bytes closes', () => {
    const user = opened();
    user.transport.newest.incoming.push(Buffer.from('last'));
    user.transport.newest.failure = 'the peer closed';
    user.inside.set('bytes', () => user.close());
    user.dowork();
    assert.deepEqual(user.events, []);
    assert.deepEqual(user.errorLogs, []);
  });

  it('delivers what came before the end, then tells the end once', () => {
    const user = opened();
    user.transport.newest.incoming.push(Buffer.from('last'));
    user.transport.newest.failure = 'the peer closed';
    user.inside.set('error', () => {
      assert.equal(user.received.toString(), 'last');
    });
    user.dowork();
    user.dowork();
    assert.deepEqual(user.events, ['error']);
    assert.equal(user.errorLogs.length, 1);
  });
});
