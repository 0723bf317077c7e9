import { setTimeout as pause } from 'node:timers/promises';
import { When } from '../../../src/system/phrase_registry.js';
import { COMMANDS, FLAGS } from '../../../src/adapters/tlspool/commands.js';
import type { FieldValues } from '../../../src/adapters/tlspool/wire.js';
import { preparing } from '../../../src/stage/preparation.js';
import { SERVER_NAME } from '../underlying/credentials.js';
import { joined } from '../underlying/message_end.js';
import { defineCircumstance } from '../../../src/phrases/circumstances.js';
import { act, commandOf, fieldValue } from '../stage/outbox.js';
import type { Client } from '../stage/pool_side.js';
import type { TlspoolStage } from '../stage/stage.js';
import type { TlspoolWorld } from '../stage/world.js';

/** The client of the scenario, connected. */
function connected({ service }: TlspoolStage): Promise<Client> {
  return preparing('connect a client', () => service.connected());
}

/** Sends a command as a client does: a `STARTTLS` with the descriptor of a connection. */
async function sends(world: TlspoolWorld, cmd: number, values: FieldValues = {}): Promise<void> {
  const { stage } = world;
  const client = await connected(stage);
  const connection = cmd === COMMANDS.STARTTLS ? await stage.service.connection() : null;
  if (connection !== null) stage.dressFar(connection);
  act(world);
  const passed = connection === null ? [] : [connection.descriptor];
  stage.service.send(client, stage.service.request(cmd, values), passed);
}

When(/^the client sends (PING|STARTTLS)$/, function (this: TlspoolWorld, command: string) {
  return sends(this, commandOf(command));
});

When(/^the client sends the command (\S+)$/, function (this: TlspoolWorld, command: string) {
  return sends(this, commandOf(command));
});

When(
  /^the client sends (PING|STARTTLS) with the (\w+) (\S+)$/,
  function (this: TlspoolWorld, command: string, field: string, value: string) {
    return sends(this, commandOf(command), fieldValue(field, value));
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
    service.send(client, service.request(commandOf(command)), passed);
  },
);

When(/^the client asks for a renegotiation of an unknown ctlkey$/, async function (this: TlspoolWorld) {
  const { service } = this.stage;
  const client = await connected(this.stage);
  act(this);
  const ctlkey = Buffer.alloc(16, 'unknown');
  service.send(client, service.request(COMMANDS.STARTTLS, { flags: 6 | FLAGS.RENEGOTIATE, ctlkey }));
});

When(/^the peer sends no TLS$/, async function (this: TlspoolWorld) {
  const { service } = this.stage;
  const client = await connected(this.stage);
  const connection = await service.connection();
  connection.far.on('error', () => undefined);
  act(this);
  service.send(client, service.request(COMMANDS.STARTTLS), [connection.descriptor]);
  connection.far.write('GET / HTTP/1.0\r\n\r\n');
});

When(
  /^the client sends (\d+) requests in (\d+) write$/,
  async function (this: TlspoolWorld, count: number, writes: number) {
    const { service } = this.stage;
    const client = await connected(this.stage);
    const bytes = joined(Array.from({ length: count }, () => service.request(COMMANDS.PING)));
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
      await service.sendUnread(client, service.request(COMMANDS.PING));
  },
);

When(
  /^the client sends a request in writes of (\d+) byte$/,
  async function (this: TlspoolWorld, size: number) {
    const { service } = this.stage;
    const client = await connected(this.stage);
    act(this);
    await service.sendInParts(client, service.request(COMMANDS.PING), size);
  },
);

When(
  /^the client closes the connection after (\d+) bytes of a request$/,
  async function (this: TlspoolWorld, size: number) {
    const { service } = this.stage;
    const client = await connected(this.stage);
    // Its last words can still be answered: only this side of the stream ends.
    act(this);
    service.send(client, service.request(COMMANDS.PING).subarray(0, size));
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
    await service.callback(COMMANDS.PLAINTEXT_CONNECT);
  });
  act(this);
  service.send(client, service.request(commandOf(command)));
});

/** Brings an exchange to where the pool waits for the answer to a callback. */
async function asked(
  { service }: TlspoolStage,
  client: Client,
  callback: string,
  values: FieldValues = {},
): Promise<Buffer> {
  const cmd = commandOf(callback);
  return preparing(`make the pool ask ${callback}`, async () => {
    const checks = cmd === COMMANDS.STARTTLS_LOCALID ? FLAGS.LOCALID_CHECK : 0;
    await service.starttls(client, { flags: 6 | checks, ...values });
    return service.callback(cmd);
  });
}

const CALLBACK = '(STARTTLS_LOCALID|PLAINTEXT_CONNECT)';

/** An answer of the right command comes with what it needs; any other brings nothing. */
When(
  new RegExp(`^the client answers ${CALLBACK} with ([A-Z_]+)$`),
  async function (this: TlspoolWorld, callback: string, command: string) {
    const { service } = this.stage;
    const client = await connected(this.stage);
    const question = await asked(this.stage, client, callback);
    const passed = command === 'PLAINTEXT_CONNECT' ? [service.plainEnd()] : [];
    act(this);
    service.send(client, service.answerTo(question, { cmd: commandOf(command) }), passed);
  },
);

When(
  new RegExp(`^the client answers ${CALLBACK} (?:with (\\d+) descriptors?|without a descriptor)$`),
  async function (this: TlspoolWorld, callback: string, count: string | null) {
    const { service } = this.stage;
    const client = await connected(this.stage);
    const question = await asked(this.stage, client, callback);
    const passed = Array.from({ length: Number(count ?? 0) }, () => service.plainEnd());
    act(this);
    service.send(client, service.answerTo(question), passed);
  },
);

When(
  new RegExp(`^the client answers ${CALLBACK} twice$`),
  async function (this: TlspoolWorld, callback: string) {
    const { service } = this.stage;
    const client = await connected(this.stage);
    const question = await asked(this.stage, client, callback);
    const passed = [service.plainEnd()];
    act(this);
    service.send(client, service.answerTo(question), passed);
    service.send(client, service.answerTo(question));
  },
);

When(
  new RegExp(`^the client answers ${CALLBACK} on another connection$`),
  async function (this: TlspoolWorld, callback: string) {
    const { service } = this.stage;
    const client = await connected(this.stage);
    const question = await asked(this.stage, client, callback);
    const other = service.connect();
    act(this);
    service.send(other, service.answerTo(question));
  },
);

When(
  new RegExp(`^the client leaves ${CALLBACK} unanswered for a timeout of (\\d+) milliseconds$`),
  async function (this: TlspoolWorld, callback: string, timeout: number) {
    const client = await connected(this.stage);
    await asked(this.stage, client, callback, { timeout });
    act(this);
    // The pool's time began before this.
    await pause(timeout);
  },
);

When(
  new RegExp(`^the peer closes the connection while ${CALLBACK} is unanswered$`),
  async function (this: TlspoolWorld, callback: string) {
    const client = await connected(this.stage);
    await asked(this.stage, client, callback);
    act(this);
    hangUp(this.stage);
  },
);

When(
  new RegExp(`^the client answers ${CALLBACK} after the exchange has ended$`),
  async function (this: TlspoolWorld, callback: string) {
    const { service } = this.stage;
    const client = await connected(this.stage);
    const question = await asked(this.stage, client, callback);
    await preparing('end the exchange', () => {
      hangUp(this.stage);
      return service.callback(COMMANDS.ERROR);
    });
    act(this);
    service.send(client, service.answerTo(question), [service.plainEnd()]);
  },
);

/** The peers of connections that were handed over have gone. */
function hangUp({ service }: TlspoolStage): void {
  for (const { far } of service.connections) far.destroy();
}

When(/^the client answers a callback that was never made$/, async function (this: TlspoolWorld) {
  const { service } = this.stage;
  const client = await connected(this.stage);
  act(this);
  service.send(client, service.request(COMMANDS.PLAINTEXT_CONNECT, { cbid: 999 }));
});

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
    const values = { remoteid, ...fieldValue(field, value) };
    stage.service.send(client, stage.service.request(COMMANDS.STARTTLS, values), [connection.descriptor]);
  },
);

defineCircumstance<TlspoolWorld>('a handshake goes on', async ({ stage }) => {
  const client = await connected(stage);
  await asked(stage, client, 'PLAINTEXT_CONNECT');
  return {};
});

defineCircumstance<TlspoolWorld>('somebody listens at the path', async ({ stage }) => {
  await preparing('make a socket at the path', () => {
    stage.service.occupy();
  });
  return {};
});
