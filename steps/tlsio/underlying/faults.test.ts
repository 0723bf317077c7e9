import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FAULTS, faultsAt, type FaultName } from './faults.js';
import { Pump } from '../../../src/stage/pump.js';
import { BareClient, XioStream } from './testing/bare_client.js';
import { COMBINATIONS, settled, withUnderlying } from './testing/combinations.js';
import type { TlsUnderlying } from './underlying.js';

const DIRECT_RULES_OUT = ['an underlying IO that fails to close', 'an underlying IO that cannot be created'];

/** What a plain TLS client says when it cannot open. */
const REASONS: Partial<Readonly<Record<FaultName, RegExp>>> = {
  'a refused connection': /ECONNREFUSED|IO_OPEN_ERROR/,
  'a connection that closes before the handshake': /disconnected before secure|IO_SEND_ERROR/,
  'garbage instead of a handshake': /wrong version number/,
  'a reset in mid-handshake': /ECONNRESET|disconnected before secure/,
  'an expired certificate': /certificate has expired/,
  'a self-signed certificate': /self-signed certificate/,
  'a certificate for another host': /does not match/,
  'an old TLS version': /alert protocol version/,
  'an underlying IO that fails to open': /EHOSTUNREACH|IO_OPEN_ERROR/,
};

/** Arms a fault, which must strike once and leave the next connection alone. */
async function strikesOnce(under: TlsUnderlying, fault: FaultName, run: () => Promise<void>): Promise<void> {
  under.inject(fault);
  await run();
  assert.equal(under.struck(fault), 1);
  const next = await settled(under, new BareClient(under));
  assert.equal(next.error, null);
  assert.ok(next.secure);
  assert.equal(under.struck(fault), 1);
  next.destroy();
}

for (const combination of COMBINATIONS) {
  const { design, name } = combination;

  for (const fault of faultsAt('opening')) {
    test(`${name}: ${fault}`, () =>
      withUnderlying(combination, (under) =>
        strikesOnce(under, fault, async () => {
          const client = await settled(under, new BareClient(under));
          assert.ok(!client.secure);
          assert.match(String(client.error), REASONS[fault] ?? /a reason to be listed here/);
        }),
      ));
  }

  for (const fault of [
    'an underlying IO whose open call fails',
    'an underlying IO that cannot be created',
  ] as const) {
    test(`${name}: ${fault}`, () =>
      withUnderlying(combination, async (under) => {
        if (!under.supports(fault)) {
          assert.throws(() => {
            under.inject(fault);
          }, /cannot show it/);
          return;
        }
        await strikesOnce(under, fault, async () => {
          if (design === 'direct') {
            assert.equal(under.connect({ host: 'localhost', port: 1 }), null);
            return;
          }
          const client = await settled(under, new BareClient(under));
          assert.match(String(client.error), /create gave NULL|open failed/);
        });
      }));
  }

  test(`${name}: a silent peer`, () =>
    withUnderlying(combination, (under) =>
      strikesOnce(under, 'a silent peer', async () => {
        const client = await settled(under, new BareClient(under));
        assert.ok(!client.secure && !client.closed);
        assert.equal(client.error, null);
        assert.equal(under.peer.connections, 1);
        assert.ok(under.peer.cipherBytes > 100);
        assert.deepEqual(under.moving(), []);
        client.destroy();
      }),
    ));

  test(`${name}: a peer that stops reading`, () =>
    withUnderlying(combination, async (under) => {
      under.inject('a peer that stops reading');
      const client = await settled(under, new BareClient(under));
      assert.ok(client.secure);
      assert.equal(under.struck('a peer that stops reading'), 1);
      client.tls.write('unread');
      await new Pump(under, client.pump).settle();
      assert.equal(under.peer.received.length, 0);
    }));

  test(`${name}: a peer that closes`, () =>
    withUnderlying(combination, (under, events) =>
      strikesOnce(under, 'a peer that closes', async () => {
        const client = await settled(under, new BareClient(under));
        assert.ok(client.secure && client.ended);
        assert.equal(client.error, null);
        assert.ok(events.includes('peer close by the peer: close_notify'));
      }),
    ));

  for (const fault of ['a peer that resets', 'an underlying IO that fails while open'] as const) {
    test(`${name}: ${fault}`, () =>
      withUnderlying(combination, async (under) => {
        const client = await settled(under, new BareClient(under));
        await strikesOnce(under, fault, async () => {
          await new Pump(under, client.pump).settle();
          if (client.stream instanceof XioStream) assert.equal(client.stream.errors, 1);
          else assert.match(String(client.error), /ECONNRESET|ETIMEDOUT/);
          client.destroy();
        });
      }));
  }

  for (const fault of faultsAt('sending')) {
    test(`${name}: ${fault}`, () =>
      withUnderlying(combination, async (under) => {
        const client = await settled(under, new BareClient(under));
        await strikesOnce(under, fault, async () => {
          await new Pump(under, client.pump).settle();
          assert.equal(under.struck(fault), 0);
          client.tls.write('this does not arrive');
          await new Pump(under, client.pump).settle();
          assert.match(String(client.error), /EPIPE|ECONNRESET|send failed|IO_SEND_ERROR/);
          assert.equal(under.peer.received.length, 0);
          client.destroy();
        });
      }));
  }

  test(`${name}: a peer that never answers the close`, () =>
    withUnderlying(combination, async (under, events) => {
      const client = await settled(under, new BareClient(under));
      await strikesOnce(under, 'a peer that never answers the close', async () => {
        client.tls.end();
        await new Pump(under, client.pump).settle();
        assert.ok(under.peer.closedGracefully);
        assert.ok(!client.closed && !events.includes('peer closed'), events.join('\n'));
        client.destroy();
      });
    }));

  test(`${name}: a connection that breaks while closing`, () =>
    withUnderlying(combination, async (under, events) => {
      const client = await settled(under, new BareClient(under));
      await strikesOnce(under, 'a connection that breaks while closing', async () => {
        client.tls.end();
        await new Pump(under, client.pump).settle();
        assert.ok(
          events.indexOf('peer close_notify from the adapter') < events.indexOf('peer reset by the peer'),
        );
        if (client.stream instanceof XioStream) assert.equal(client.stream.errors, 1);
        else assert.match(String(client.error), /ECONNRESET/);
      });
    }));

  test(`${name}: an underlying IO that fails to close`, () =>
    withUnderlying(combination, async (under) => {
      const fault = 'an underlying IO that fails to close';
      assert.equal(under.supports(fault), design === 'chained');
      const { underlying_io_interface: io, underlying_io_parameters } = under.config;
      if (io === null) return;
      const handle = io.concrete_io_create(underlying_io_parameters);
      const nothing = (): void => undefined;
      io.concrete_io_open(handle, nothing, null, nothing, null, nothing, null);
      under.inject(fault);
      let closed = 0;
      const close = (): number => io.concrete_io_close(handle, () => (closed += 1), null);
      assert.notEqual(close(), 0);
      assert.equal(closed, 0);
      assert.equal(close(), 0);
      assert.equal(closed, 1);
      await new Pump(under, nothing).settle();
    }));

  test(`${name}: shows all faults but those that a direct design rules out`, () =>
    withUnderlying(combination, (under) => {
      const unsupported = (Object.keys(FAULTS) as FaultName[]).filter((fault) => !under.supports(fault));
      assert.deepEqual(unsupported, design === 'chained' ? [] : DIRECT_RULES_OUT);
      return Promise.resolve();
    }));

  test(`${name}: an old peer is one that a client without a floor would talk to`, () =>
    withUnderlying(combination, async (under) => {
      under.inject('an old TLS version');
      const careless = { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
      const client = await settled(under, new BareClient(under, careless));
      assert.equal(client.error, null);
      assert.equal(under.peer.protocol, 'TLSv1.1');
    }));
}
