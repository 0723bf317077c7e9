import { Then, When } from '../../../src/system/phrase_registry.js';
import { callbacksIn } from '../../../src/timeline/questions.js';
import { render } from '../../../src/timeline/render.js';
import { callUnderTest, defineCircumstance } from '../../../src/phrases/circumstances.js';
import { scopeOf } from '../../../src/phrases/scope.js';
import { receivedBytes } from './cells.js';
import type { TlsioWorld } from '../stage/world.js';

/** Several records, so that one reading is not enough. */
const INCOMING = [Buffer.from('first '), Buffer.alloc(40_000, 'x'), Buffer.from(' last')];

When(
  /^tlsio_dowork is called as long as the TLS connection is able to provide received data$/,
  async function (this: TlsioWorld) {
    await this.stage.enterState('TLSIO_STATE_EXT_OPEN');
    for (const bytes of INCOMING) this.stage.under.peer.send(bytes);
    callUnderTest(this, 'tlsio_dowork');
    await this.stage.settle();
  },
);

Then(/^tlsio_dowork shall repeatedly read this data$/, function (this: TlsioWorld) {
  const sent = Buffer.concat(INCOMING);
  const delivered = receivedBytes(this);
  this.expect.that(delivered.equals(sent), 'all data is read, in order', render(sent), render(delivered));
});

Then(
  /^tlsio_dowork shall call on_bytes_received with the pointer to the buffer containing the data, the number of bytes received, and the on_bytes_received_context$/,
  function (this: TlsioWorld) {
    const made = callbacksIn(scopeOf(this, 'tlsio_dowork'), 'on_bytes_received');
    this.expect.that(made.length > 0, 'on_bytes_received is called', 'at least 1 call', '0');
    for (const { registration, arguments: given } of made) {
      const { buffer, size, context } = given;
      const length = buffer instanceof Uint8Array ? buffer.length : -1;
      this.expect.that(
        length === size && length > 0,
        'the number of bytes is right',
        `${length}`,
        render(size),
      );
      const wanted = registration.context;
      this.expect.that(context === wanted, 'the context is the one given', render(wanted), render(context));
    }
  },
);

defineCircumstance('the TLS connection receives no data', async (world: TlsioWorld) => {
  await world.stage.enterState('TLSIO_STATE_EXT_OPEN');
  return {};
});

/** Names of the callbacks that came while the adapter was in the state that the scenario began in. */
function callbackNames(world: TlsioWorld): readonly string[] {
  return callbacksIn(scopeOf(world, 'tlsio_dowork')).map(({ registration }) => registration.parameter);
}

function expectOnly(world: TlsioWorld, allowed: readonly string[]): void {
  const others = callbackNames(world).filter((name) => !allowed.includes(name));
  world.expect.that(
    others.length === 0,
    'tlsio_dowork does nothing else',
    allowed.join(', '),
    others.join(', '),
  );
}

Then(
  /^tlsio_dowork shall perform only the TLSIO_STATE_EXT_OPENING behaviors$/,
  async function (this: TlsioWorld) {
    const { stage } = this;
    await stage.waitUntil('on_io_open_complete', () => stage.state !== 'TLSIO_STATE_EXT_OPENING');
    const [first] = callbackNames(this);
    this.expect.that(
      first === 'on_io_open_complete',
      'opening comes before all else',
      'on_io_open_complete',
      String(first),
    );
    expectOnly(this, ['on_io_open_complete']);
    const { received } = stage.under.peer;
    this.expect.that(received.length === 0, 'no data is sent', 'no byte at the peer', render(received));
  },
);

Then(
  /^tlsio_dowork shall perform only the Data transmission behaviors and the Data reception behaviors$/,
  async function (this: TlsioWorld) {
    const { stage } = this;
    const opened = stage.under.peer.connections;
    stage.under.peer.send(Buffer.from('incoming'));
    stage.call('tlsio_send_async');
    await stage.settle();
    const names = callbackNames(this);
    this.expect.that(
      names.includes('on_send_complete'),
      'tlsio_dowork transmits',
      'on_send_complete',
      names.join(', '),
    );
    this.expect.that(
      names.includes('on_bytes_received'),
      'tlsio_dowork receives',
      'on_bytes_received',
      names.join(', '),
    );
    expectOnly(this, ['on_send_complete', 'on_bytes_received']);
    const { connections, connected } = stage.under.peer;
    this.expect.that(
      connected && connections === opened,
      'it neither opens nor closes',
      `${opened} connection`,
      `${connections}`,
    );
  },
);

Then(
  /^tlsio_dowork shall perform only the TLSIO_STATE_EXT_CLOSING behaviors$/,
  async function (this: TlsioWorld) {
    const { stage } = this;
    const before = stage.under.peer.received.length;
    stage.under.peer.send(Buffer.from('too late'));
    await stage.settle();
    expectOnly(this, ['on_io_close_complete']);
    const { received } = stage.under.peer;
    this.expect.that(
      received.length === before,
      'no data is sent',
      `${before} bytes at the peer`,
      `${received.length}`,
    );
  },
);
