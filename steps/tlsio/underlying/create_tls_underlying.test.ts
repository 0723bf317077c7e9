import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pump } from '../../../src/stage/pump.js';
import { BareClient } from './testing/bare_client.js';
import { COMBINATIONS, settled, withUnderlying } from './testing/combinations.js';

for (const combination of COMBINATIONS) {
  const { kind, design, name } = combination;

  test(`${name}: a TLS client opens, talks both ways and closes in good order`, () =>
    withUnderlying(combination, async (under, events) => {
      const client = await settled(under, new BareClient(under));
      assert.equal(client.error, null);
      assert.ok(client.secure);
      assert.deepEqual(under.peer.address, { host: 'localhost', port: under.config.port });
      assert.equal(under.peer.servername, 'localhost');
      assert.equal(under.peer.protocol, 'TLSv1.3');
      assert.equal(under.peer.handshakes, 1);

      client.tls.write('to the peer');
      under.peer.send(Buffer.from('to the adapter'));
      await new Pump(under, client.pump).settle();
      assert.equal(under.peer.received.toString(), 'to the peer');
      assert.equal(client.received.toString(), 'to the adapter');
      assert.ok(under.peer.cipherBytes > 'to the peer'.length);

      assert.ok(under.peer.connected);
      client.tls.end();
      await new Pump(under, client.pump).settle();
      assert.ok(under.peer.closedGracefully);
      assert.ok(client.ended && client.closed);
      assert.ok(!under.peer.connected);
      assert.deepEqual(under.moving(), []);

      const opening = design === 'chained' ? 'below concrete_io_open' : 'below connect localhost:';
      const order = [opening, 'peer connected', 'peer handshake TLSv1.3, SNI localhost', 'peer close_notify'];
      const places = order.map((start) => events.findIndex((event) => event.startsWith(start)));
      assert.deepEqual(
        places,
        [...places].sort((a, b) => a - b),
      );
      assert.ok(!places.includes(-1), events.join('\n'));
    }));

  test(`${name}: what the adapter calls is counted, and seen by sinon's doubles`, () =>
    withUnderlying(combination, async (under) => {
      await settled(under, new BareClient(under));
      if (design === 'direct') {
        assert.equal(under.observed.io, null);
        assert.equal(under.calls('connect'), 1);
        assert.equal(under.observed.connect.doubles.connect.callCount, 1);
        assert.ok(under.calls('write') >= 2);
        return;
      }
      assert.ok(under.observed.io !== null);
      assert.equal(under.calls('concrete_io_create'), 1);
      assert.deepEqual(under.observed.io.doubles.concrete_io_create.firstCall.args, [
        under.config.underlying_io_parameters,
      ]);
      assert.equal(under.calls('concrete_io_send'), under.observed.io.doubles.concrete_io_send.callCount);
      assert.equal(under.calls('concrete_io_dowork'), under.observed.io.doubles.concrete_io_dowork.callCount);
    }));

  test(`${name}: the certificate is for the host that the adapter is configured for`, () =>
    withUnderlying({ ...combination, hostname: 'device.example' }, async (under) => {
      const client = await settled(under, new BareClient(under));
      assert.equal(client.error, null);
      assert.ok(client.secure);
      assert.equal(under.peer.servername, 'device.example');
      assert.equal(under.peer.address?.host, 'device.example');
    }));

  test(`${name}: the peer sees a client certificate, and its absence`, () =>
    withUnderlying(combination, async (under) => {
      const { certificate, privateKey } = under.client;
      await settled(under, new BareClient(under, { cert: certificate, key: privateKey }));
      assert.equal(under.peer.clientName, 'iospec client');
      await settled(under, new BareClient(under));
      assert.equal(under.peer.connections, 2);
      assert.equal(under.peer.clientName, null);
    }));

  test(`${name}: every byte can come alone`, () =>
    withUnderlying(combination, async (under, events) => {
      under.deliverInPiecesOf(1);
      const client = await settled(under, new BareClient(under));
      assert.ok(client.secure);
      under.peer.send(Buffer.from('one by one'));
      under.peer.close();
      await new Pump(under, client.pump).settle();
      assert.equal(client.received.toString(), 'one by one');
      assert.ok(client.ended);
      const pieces = events.filter((event) => /^callback (on_bytes_received|data) /.test(event));
      assert.ok(pieces.length > 1000);
      assert.ok(pieces.every((event) => event.endsWith(' 1 byte')));
    }));

  test(`${name}: what is sent can be taken in pieces, and a send completes with its last one`, () =>
    withUnderlying(combination, async (under) => {
      const client = await settled(under, new BareClient(under));
      const before = under.peer.cipherBytes;
      under.takeInPiecesOf(10);
      let done = false;
      client.tls.write('x'.repeat(100), () => {
        done = true;
      });
      const steps = new Set<number>();
      const pump = new Pump(under, () => {
        client.pump();
        steps.add(under.peer.cipherBytes - before);
      });
      await pump.settle();
      assert.ok(done);
      assert.equal(under.peer.received.toString(), 'x'.repeat(100));
      assert.ok(steps.size > 5, [...steps].join(' '));
    }));

  test(`${name}: sends that are held stay unfinished until they are released`, () =>
    withUnderlying(combination, async (under) => {
      const client = await settled(under, new BareClient(under));
      under.holdSends();
      let done = false;
      client.tls.write('held', () => {
        done = true;
      });
      await new Pump(under, client.pump).settle();
      assert.ok(!done);
      assert.equal(under.peer.received.length, 0);
      under.releaseSends();
      await new Pump(under, client.pump).settle();
      assert.ok(done);
      assert.equal(under.peer.received.toString(), 'held');
    }));

  test(`${name}: a peer that stops reading leaves sends unfinished until it reads again`, () =>
    withUnderlying(combination, async (under) => {
      const client = await settled(under, new BareClient(under));
      under.peer.stopReading();
      // Over TCP the buffers of the system take some megabytes first.
      const sent = Buffer.alloc(kind === 'mock' ? 100 : 24 * 1024 * 1024, 'x');
      let done = false;
      client.tls.write(sent, () => {
        done = true;
      });
      await new Pump(under, client.pump).settle();
      assert.ok(!done);
      assert.ok(under.peer.received.length < sent.length);
      under.peer.resumeReading();
      await new Pump(under, client.pump).settle();
      assert.ok(done);
      assert.equal(under.peer.received.length, sent.length);
    }));

  test(`${name}: the completion of an open can be late, missing and repeated`, () =>
    withUnderlying(combination, async (under, events) => {
      const completion =
        design === 'chained' ? 'callback on_io_open_complete IO_OPEN_OK' : 'callback connect';
      const count = (): number => events.filter((event) => event === completion).length;

      under.scriptCompletion('open', { times: 0 });
      const missing = await settled(under, new BareClient(under));
      assert.equal(count(), 0);
      assert.ok(!missing.secure);
      missing.destroy();

      under.scriptCompletion('open', { late: 50 });
      const late = new BareClient(under);
      await new Pump(under, () => undefined).settle();
      assert.equal(count(), design === 'chained' ? 0 : 1);
      await new Pump(under, late.pump).settle();
      assert.equal(count(), 1);
      assert.ok(late.secure);
      late.destroy();

      under.scriptCompletion('open', { times: 2 });
      const repeated = await settled(under, new BareClient(under));
      assert.equal(count(), 3);
      assert.ok(repeated.secure);
    }));

  test(`${name}: the completion of a send can be late and missing`, () =>
    withUnderlying(combination, async (under) => {
      const client = await settled(under, new BareClient(under));
      const completions: string[] = [];
      under.scriptCompletion('send', { late: 20 });
      client.tls.write('late', () => completions.push('late'));
      await new Pump(under, client.pump).settle();
      under.scriptCompletion('send', { times: 0 });
      client.tls.write('missing', () => completions.push('missing'));
      await new Pump(under, client.pump).settle();
      assert.deepEqual(completions, ['late']);
      assert.equal(under.peer.received.toString(), 'latemissing');
    }));

  test(`${name}: nothing is left of one that is disposed of in the middle`, async () => {
    const before = process.getActiveResourcesInfo();
    await withUnderlying(combination, async (under) => {
      under.deliverInPiecesOf(1);
      const client = new BareClient(under);
      await new Pump(under, () => undefined).settle();
      client.pump();
    });
    assert.deepEqual(process.getActiveResourcesInfo(), before);
  });
}

test('a chained design: completions of send and close can be repeated', () =>
  withUnderlying({ kind: 'mock', design: 'chained' }, async (under) => {
    const { underlying_io_interface: io, underlying_io_parameters } = under.config;
    assert.ok(io !== null);
    const told: string[] = [];
    const handle = io.concrete_io_create(underlying_io_parameters);
    const note = (name: string) => (): void => {
      told.push(name);
    };
    io.concrete_io_open(handle, note('opened'), null, note('bytes'), null, note('error'), null);
    const pump = (): void => {
      io.concrete_io_dowork(handle);
    };
    await new Pump(under, pump).settle();
    under.scriptCompletion('send', { times: 2 });
    assert.equal(io.concrete_io_send(handle, Buffer.from('x'), 1, note('sent'), null), 0);
    await new Pump(under, pump).settle();
    under.scriptCompletion('close', { times: 2, late: 3 });
    assert.equal(io.concrete_io_close(handle, note('closed'), null), 0);
    assert.deepEqual(told, ['opened', 'sent', 'sent']);
    await new Pump(under, pump).settle();
    assert.deepEqual(told, ['opened', 'sent', 'sent', 'closed', 'closed']);
  }));

test('a chained design: a stub of the mock can be given results of its own', () =>
  withUnderlying({ kind: 'mock', design: 'chained' }, (under, events) => {
    const stub = under.observed.io?.doubles.concrete_io_create;
    assert.ok(stub !== undefined && 'returns' in stub);
    stub.onFirstCall().returns(null);
    assert.equal(under.config.underlying_io_interface?.concrete_io_create(null), null);
    assert.notEqual(under.config.underlying_io_interface.concrete_io_create(null), null);
    assert.ok(events.includes('belowReturn concrete_io_create NULL'));
    return Promise.resolve();
  }));

test('a direct design refuses scripts that Node.js rules out', () =>
  withUnderlying({ kind: 'mock', design: 'direct' }, (under) => {
    assert.throws(() => {
      under.scriptCompletion('close', { times: 2 });
    }, RangeError);
    assert.throws(() => {
      under.scriptCompletion('send', { times: 2 });
    }, RangeError);
    assert.throws(() => {
      under.deliverInPiecesOf(0);
    }, RangeError);
    return Promise.resolve();
  }));

test('a peer that nobody connected to cannot send', () =>
  withUnderlying({ kind: 'mock', design: 'direct' }, (under) => {
    assert.throws(() => {
      under.peer.send(Buffer.from('x'));
    }, /no connection reached the peer/);
    return Promise.resolve();
  }));
