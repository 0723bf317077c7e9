import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSpecification } from '../../../src/specification/index.js';
import { MemoryDescriptors } from './memory/memory_descriptors.js';
import { MessageEnd } from './message_end.js';
import { ScriptedPool } from './mock/scripted_pool.js';
import { PoolStand } from './pool_stand.js';
import { wireOf } from './wire/wire.js';

const wire = wireOf(await readSpecification('spec/tlspool_requirements.md'));

/** A stand with a script behind it, and a client that the test plays. */
function standing() {
  const descriptors = new MemoryDescriptors();
  const notes: string[] = [];
  const script = new ScriptedPool(descriptors, wire);
  const stand = new PoolStand(descriptors, 'pool.sock', wire, script, (name, detail) =>
    notes.push(`${name} ${detail}`),
  );
  const client = new MessageEnd(descriptors, descriptors.connect('pool.sock'), wire.size);
  const pump = (): void => {
    while (stand.pump() || client.pump());
  };
  /** What is held is let go, and what the client gets of it. */
  const released = (): Buffer => {
    pump();
    stand.release();
    pump();
    const [next] = client.incoming.splice(0, 1);
    assert.ok(next !== undefined);
    return next.message;
  };
  return { descriptors, notes, stand, client, pump, released };
}

describe('the place of a pool', () => {
  it('holds what the pool says until it is let go, changed or not', () => {
    const { stand, client, pump, notes } = standing();
    client.write(wire.encode({ reqid: 1, cmd: 'PING', facilities: 3 }));
    client.write(wire.encode({ reqid: 2, cmd: 'PING' }));
    pump();
    assert.equal(client.incoming.length, 0);
    assert.equal(stand.held.length, 2);
    stand.release();
    stand.release({ reqid: 7 });
    pump();
    assert.deepEqual(
      client.incoming.map(({ message }) => wire.number(message, 'reqid')),
      [1, 7],
    );
    assert.equal(wire.number(client.incoming[0]?.message ?? Buffer.alloc(0), 'facilities'), 1);
    assert.throws(() => stand.release(), /no message is held/);
    assert.deepEqual(notes.slice(0, 2), ['the pool gets PING', 'the pool gets PING']);
  });

  it('says more than the pool does, and counts what it gets', () => {
    const { stand, client, pump, descriptors } = standing();
    const [one] = descriptors.pair();
    pump();
    client.write(wire.encode({ cmd: 0x7f }), [one]);
    const before = descriptors.open;
    pump();
    assert.equal(descriptors.open, before, 'what the script has no use for is closed');
    assert.deepEqual(
      stand.received.map(({ message, passed }) => [wire.number(message, 'cmd'), passed]),
      [[0x7f, 1]],
    );
    stand.say(wire.encode({ cmd: 'ERROR' }), { cbid: 3 });
    pump();
    assert.equal(wire.number(client.incoming[0]?.message ?? Buffer.alloc(0), 'cbid'), 3);
  });

  it('can go away, and leaves nothing open', () => {
    const { stand, client, pump, descriptors } = standing();
    client.write(wire.encode({ cmd: 'PING' }));
    stand.disconnect();
    pump();
    assert.ok(client.ended);
    client.close();
    assert.throws(() => {
      client.write(Buffer.of(1));
    }, /closed/);
    stand.close();
    assert.equal(descriptors.open, 0);
  });

  it('knows no client before one has come', () => {
    const descriptors = new MemoryDescriptors();
    const stands = (): PoolStand =>
      new PoolStand(descriptors, 'a path', wire, new ScriptedPool(descriptors, wire), () => 0);
    assert.throws(() => stands().client, /no client/);
    assert.throws(stands, /no socket/);
  });
});

describe('a pool that is a script', () => {
  it('goes through the flow, asks about the identity where it is told to, and keeps the plain text', () => {
    for (const flags of [0, wire.flags.number('LOCALID_CHECK')]) {
      const { stand, client, released, descriptors } = standing();
      const [cipher, plain] = [descriptors.pair()[0], descriptors.pair()[0]];
      client.write(wire.encode({ reqid: 1, cmd: 'STARTTLS', flags }), [cipher]);
      let message = released();
      if (flags !== 0) {
        assert.equal(wire.command(message), 'STARTTLS_LOCALID');
        assert.equal(wire.text(message, 'localid'), 'server.example');
        client.write(message);
        message = released();
      }
      assert.equal(wire.command(message), 'PLAINTEXT_CONNECT');
      assert.notEqual(wire.number(message, 'cbid'), 0);
      const before = descriptors.open;
      client.write(message, [plain]);
      assert.equal(wire.command(released()), 'STARTTLS');
      assert.equal(descriptors.open, before + 1);
      const kept = stand.plain();
      assert.ok(kept !== null);
      assert.equal(stand.plain(), null);
      descriptors.close(kept);
      assert.equal(descriptors.open, before);
    }
  });

  it('says who it is', () => {
    const { client, released } = standing();
    client.write(wire.encode({ cmd: 'PING', producer: 'somebody', facilities: 0xff }));
    assert.equal(wire.text(released(), 'producer'), wire.identity);
  });

  it('has nothing to say to a refusal', () => {
    const { stand, client, pump } = standing();
    client.write(wire.encode({ cmd: 'ERROR', cbid: 1 }));
    pump();
    assert.equal(stand.held.length, 0);
  });
});
