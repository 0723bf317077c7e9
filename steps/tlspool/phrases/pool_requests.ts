import { When } from '../../../src/system/phrase_registry.js';
import { preparing } from '../../../src/stage/preparation.js';
import { SERVER_NAME } from '../underlying/credentials.js';
import type { Values } from '../underlying/wire/wire.js';
import { defineCircumstance } from '../../../src/phrases/circumstances.js';
import { act, fieldValue } from '../stage/outbox.js';
import type { Client } from '../stage/pool_exchanges.js';
import { AS_SERVER } from '../stage/pool_side.js';
import type { TlspoolStage } from '../stage/stage.js';
import type { TlspoolWorld } from '../stage/world.js';

/** The client of the scenario, connected. */
export function connected({ service }: TlspoolStage): Promise<Client> {
  return preparing('connect a client', () => service.connected());
}

/** Sends a command as a client does: a `STARTTLS` with the descriptor of a connection. */
async function sends(world: TlspoolWorld, command: string, values: Values = {}): Promise<void> {
  const { stage } = world;
  const client = await connected(stage);
  const connection = command === 'STARTTLS' ? await stage.service.connection() : null;
  if (connection !== null) stage.dressFar(connection);
  act(world);
  const passed = connection === null ? [] : [connection.descriptor];
  stage.service.send(client, stage.service.request(command, values), passed);
}

When(/^the client sends (PING|STARTTLS)$/, function (this: TlspoolWorld, command: string) {
  return sends(this, command);
});

When(/^the client sends the command (\S+)$/, function (this: TlspoolWorld, command: string) {
  return sends(this, command);
});

When(
  /^the client sends (PING|STARTTLS|the command 0x\w+) with the (\w+) (\S+)$/,
  function (this: TlspoolWorld, command: string, first: string, second: string) {
    return sends(this, command.replace('the command ', ''), fieldValue(this.stage.wire, first, second));
  },
);

When(
  /^the client sends (PING|STARTTLS) (?:with (\d+) descriptors?|without a descriptor)$/,
  async function (this: TlspoolWorld, command: string, count: string | null) {
    const { service } = this.stage;
    const client = await connected(this.stage);
    const passed: number[] = [];
    while (passed.length < Number(count ?? 0)) passed.push((await service.connection()).descriptor);
    act(this);
    service.send(client, service.request(command), passed);
  },
);

When(/^the client asks for a renegotiation of an unknown ctlkey$/, async function (this: TlspoolWorld) {
  const { service } = this.stage;
  const client = await connected(this.stage);
  act(this);
  const values = { flags: `${AS_SERVER}+RENEGOTIATE`, ctlkey: 'unknown' };
  service.send(client, service.request('STARTTLS', values));
});

When(/^the peer sends no TLS$/, async function (this: TlspoolWorld) {
  const { service } = this.stage;
  const client = await connected(this.stage);
  const connection = await service.connection();
  connection.far.on('error', () => undefined);
  act(this);
  service.send(client, service.request('STARTTLS'), [connection.descriptor]);
  connection.far.write('GET / HTTP/1.0\r\n\r\n');
});

When(
  /^the client sends (\d+) requests in (\d+) write$/,
  async function (this: TlspoolWorld, count: number, writes: number) {
    const { service } = this.stage;
    const client = await connected(this.stage);
    const bytes = Buffer.concat(Array.from({ length: count }, () => service.request('PING')));
    act(this);
    await service.sendInParts(client, bytes, bytes.length / writes);
  },
);

When(
  /^the client sends (\d+) requests before it reads an answer$/,
  async function (this: TlspoolWorld, count: number) {
    const { service } = this.stage;
    const client = await connected(this.stage);
    act(this);
    for (let number = 0; number < count; number += 1)
      await service.sendUnread(client, service.request('PING'));
  },
);

When(
  /^the client sends a request in writes of (\d+) byte$/,
  async function (this: TlspoolWorld, size: number) {
    const { service } = this.stage;
    const client = await connected(this.stage);
    act(this);
    await service.sendInParts(client, service.request('PING'), size);
  },
);

When(
  /^the client closes the connection after (\d+) bytes of a request$/,
  async function (this: TlspoolWorld, size: number) {
    const { service } = this.stage;
    const client = await connected(this.stage);
    // Its last words can still be answered: only this side of the stream ends.
    act(this);
    service.send(client, service.request('PING').subarray(0, size));
    client.end.close();
  },
);

When(/^the client sends (\d+) requests of STARTTLS$/, async function (this: TlspoolWorld, count: number) {
  const client = await connected(this.stage);
  act(this);
  for (let number = 0; number < count; number += 1) await this.stage.service.starttls(client);
});

When(/^the client sends (PING) during a handshake$/, async function (this: TlspoolWorld, command: string) {
  const { service } = this.stage;
  const client = await connected(this.stage);
  await preparing('begin a handshake that waits', async () => {
    await service.starttls(client);
    await service.callback('PLAINTEXT_CONNECT');
  });
  act(this);
  service.send(client, service.request(command));
});

/** A pool that is a client, whose peer is a server. */
const AS_CLIENT = 'LOCALROLE_CLIENT+REMOTEROLE_SERVER';

/** The pool plays the client of the handshake; the server asks nobody for a certificate. */
When(
  /^the peer is a server( of another name)? and the client sends STARTTLS with the (\w+) (\S+)$/,
  async function (this: TlspoolWorld, otherName: string | null, field: string, value: string) {
    const { stage } = this;
    const client = await connected(stage);
    const connection = await stage.service.connection();
    stage.serveAt(connection);
    act(this);
    const remoteid = otherName === null ? SERVER_NAME : 'elsewhere.example';
    const values = { remoteid, flags: AS_CLIENT, ...fieldValue(stage.wire, field, value) };
    stage.service.send(client, stage.service.request('STARTTLS', values), [connection.descriptor]);
  },
);

defineCircumstance<TlspoolWorld>('somebody listens at the path', async ({ stage }) => {
  await preparing('make a socket at the path', () => {
    stage.service.occupy();
  });
  return {};
});
