import { randomBytes } from 'node:crypto';
import { Then, When } from '../../../src/system/phrase_registry.js';
import { preparing } from '../../../src/stage/preparation.js';
import { requireSeam } from '../../../src/stage/seams.js';
import type { Values } from '../underlying/wire/wire.js';
import { act, fieldValue } from '../stage/outbox.js';
import type { Ends } from '../stage/pool_exchanges.js';
import { AS_SERVER } from '../stage/pool_side.js';
import type { TlspoolWorld } from '../stage/world.js';

/** Bytes of which no part is like another, and none like cipher text. */
function text(size: number): Buffer {
  let words = '';
  for (let line = 0; words.length < size; line += 1) words += `line ${line} in plain view\n`;
  return Buffer.from(words.slice(0, size));
}

async function protectedEnds(world: TlspoolWorld, values: Values = {}): Promise<Ends> {
  const { service, peers } = world.stage;
  const connection = await preparing('protect a connection', () => service.protect(values));
  const peer = peers.get(connection);
  const application = service.plain;
  if (peer === undefined || application === null) throw new Error('the connection has no ends');
  const ends: Ends = {
    connection,
    application,
    peer,
    got: { application: [], peer: [] },
    closed: { application: false, peer: false },
    written: Buffer.alloc(0),
  };
  for (const side of ['application', 'peer'] as const) {
    const stream = ends[side];
    stream.on('data', (bytes: Buffer) => ends.got[side].push(bytes));
    for (const event of ['end', 'close'] as const) stream.on(event, () => (ends.closed[side] = true));
  }
  service.ends = ends;
  act(world);
  return ends;
}

function endsOf({ stage }: TlspoolWorld): Ends {
  const { ends } = stage.service;
  if (ends === null) throw new Error('no connection is protected');
  return ends;
}

When(
  /^the application writes (\d+) bytes to its descriptor$/,
  async function (this: TlspoolWorld, size: number) {
    const ends = await protectedEnds(this);
    ends.written = text(size);
    ends.application.write(ends.written);
  },
);

When(/^the peer writes (\d+) bytes$/, async function (this: TlspoolWorld, size: number) {
  const ends = await protectedEnds(this);
  ends.written = text(size);
  ends.peer.write(ends.written);
});

When(/^the application closes its descriptor$/, async function (this: TlspoolWorld) {
  (await protectedEnds(this)).application.destroy();
});

When(/^the peer closes the connection$/, async function (this: TlspoolWorld) {
  (await protectedEnds(this)).peer.end();
});

When(/^the client closes the connection after the handshake$/, async function (this: TlspoolWorld) {
  await protectedEnds(this);
  this.stage.service.client.end.close();
});

/** Bytes that are written when something else has happened that a session outlives. */
const AFTERWARDS = 1000;

When(
  /^the client closes the connection after a handshake with the (\w+) (\S+)$/,
  async function (this: TlspoolWorld, field: string, value: string) {
    const ends = await protectedEnds(this, fieldValue(this.stage.wire, field, value));
    this.stage.service.client.end.close();
    requireSeam(this.adapter.capabilities, 'descriptors');
    await this.stage.comes(() => !this.stage.holds('accept'));
    ends.written = text(AFTERWARDS);
    ends.application.write(ends.written);
  },
);

/** Brings a session about; the key that names it is what this returns. */
async function session(world: TlspoolWorld): Promise<{ readonly ctlkey: Buffer; readonly ends: Ends }> {
  const ctlkey = randomBytes(world.stage.wire.field('ctlkey').size);
  return { ctlkey, ends: await protectedEnds(world, { ctlkey }) };
}

async function renegotiate({ stage }: TlspoolWorld, ctlkey: Buffer): Promise<void> {
  const { service } = stage;
  const values = { flags: `${AS_SERVER}+RENEGOTIATE`, ctlkey };
  service.send(service.client, service.request('STARTTLS', values));
  await stage.settle();
}

When(/^the client asks for a renegotiation of the ctlkey of a session$/, async function (this: TlspoolWorld) {
  const { ctlkey, ends } = await session(this);
  await renegotiate(this, ctlkey);
  ends.written = text(AFTERWARDS);
  ends.application.write(ends.written);
});

When(
  /^the client asks for a renegotiation of the ctlkey of a session that has ended$/,
  async function (this: TlspoolWorld) {
    const { stage } = this;
    const { ctlkey, ends } = await session(this);
    requireSeam(this.adapter.capabilities, 'descriptors');
    for (const end of [ends.application, ends.peer]) end.destroy();
    await preparing('end the session', () =>
      stage.waitUntil('its end', () => stage.recorder.streams.size === 0),
    );
    act(this);
    await renegotiate(this, ctlkey);
  },
);

When(
  /^the client asks for a renegotiation of another ctlkey than that of a session$/,
  async function (this: TlspoolWorld) {
    const { ctlkey } = await session(this);
    // Keys of which one byte differs are two.
    ctlkey.writeUInt8(ctlkey.readUInt8(ctlkey.length - 1) ^ 1, ctlkey.length - 1);
    await renegotiate(this, ctlkey);
  },
);

Then(
  /^the TLS Pool shall carry (\d+) bytes to the (peer|application)$/,
  async function (this: TlspoolWorld, size: number, side: 'peer' | 'application') {
    const { got, written } = endsOf(this);
    const bytes = (): Buffer => Buffer.concat(got[side]);
    await this.stage.comes(() => bytes().length >= size);
    await this.stage.settle();
    this.expect.that(
      bytes().length === size && bytes().equals(written),
      `bytes come to the ${side}, unchanged and in order`,
      `${size} bytes`,
      bytes().length === size ? 'other bytes' : `${bytes().length} bytes`,
    );
  },
);

/** The parts of the text that a reader of the network would recognise. */
Then(
  /^the TLS Pool shall show (\d+) of the bytes in plain view on the network$/,
  async function (this: TlspoolWorld, count: number) {
    const { got, written, connection } = endsOf(this);
    await this.stage.comes(() => Buffer.concat(got.peer).length >= written.length);
    const seen = connection.network();
    this.expect.that(
      seen.length > written.length,
      'the text has crossed the network',
      `more than ${written.length} bytes`,
      `${seen.length} bytes`,
    );
    const piece = 16;
    let shown = 0;
    for (let at = 0; at + piece <= written.length; at += piece)
      if (seen.includes(written.subarray(at, at + piece))) shown += piece;
    this.expect.that(shown === count, 'text is in plain view', String(count), String(shown));
  },
);

Then(/^the TLS Pool shall close the connection to the peer$/, async function (this: TlspoolWorld) {
  const { closed } = endsOf(this);
  await this.stage.comes(() => closed.peer);
  this.expect.that(closed.peer, 'the connection to the peer is closed', 'closed', 'open');
});

Then(/^the TLS Pool shall close the descriptor of the application$/, async function (this: TlspoolWorld) {
  const { closed } = endsOf(this);
  await this.stage.comes(() => closed.application);
  this.expect.that(closed.application, "the application's descriptor is closed", 'closed', 'open');
});

/** The client is gone, so that its connection's own end is the pool's alone to close. */
Then(/^the TLS Pool shall close the connection$/, async function (this: TlspoolWorld) {
  if (this.isBlindTo('descriptors')) return;
  await this.stage.comes(() => !this.stage.holds('accept'));
  this.expect.that(!this.stage.holds('accept'), 'the connection of the client is closed', 'closed', 'open');
});

Then(
  /^tlspool_service_start shall have made a socket with the permissions (0\d+)$/,
  function (this: TlspoolWorld, permissions: string) {
    const found = `0${this.stage.under.mode().toString(8)}`;
    this.expect.that(found === permissions, 'the permissions of the socket', permissions, found);
  },
);
