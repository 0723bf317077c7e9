import { setTimeout as pause } from 'node:timers/promises';
import { When } from '../../../src/system/phrase_registry.js';
import { defineCircumstance } from '../../../src/phrases/circumstances.js';
import { preparing } from '../../../src/stage/preparation.js';
import type { Values } from '../underlying/wire/wire.js';
import { act } from '../stage/outbox.js';
import type { Client } from '../stage/pool_exchanges.js';
import { AS_SERVER } from '../stage/pool_side.js';
import type { TlspoolStage } from '../stage/stage.js';
import type { TlspoolWorld } from '../stage/world.js';
import { connected } from './pool_requests.js';

/** Brings an exchange to where the pool waits for the answer to a callback. */
async function asked(
  { service }: TlspoolStage,
  client: Client,
  callback: string,
  values: Values = {},
): Promise<Buffer> {
  const flags = callback === 'STARTTLS_LOCALID' ? `${AS_SERVER}+LOCALID_CHECK` : AS_SERVER;
  return preparing(`make the pool ask ${callback}`, async () => {
    await service.starttls(client, { flags, ...values });
    return service.callback(callback);
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
    service.send(client, service.answerTo(question, { cmd: command }), passed);
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

/** What the question and the answer have in common is nothing but the number. */
When(/^the client answers PLAINTEXT_CONNECT by its cbid alone$/, async function (this: TlspoolWorld) {
  const { service, wire } = this.stage;
  const client = await connected(this.stage);
  const question = await asked(this.stage, client, 'PLAINTEXT_CONNECT');
  const passed = [service.plainEnd()];
  act(this);
  const cbid = wire.number(question, 'cbid');
  service.send(client, service.request('PLAINTEXT_CONNECT', { cbid }), passed);
});

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
      return service.callback('ERROR');
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
  service.send(client, service.request('PLAINTEXT_CONNECT', { cbid: 999 }));
});

defineCircumstance<TlspoolWorld>('a handshake goes on', async ({ stage }) => {
  const client = await connected(stage);
  await asked(stage, client, 'PLAINTEXT_CONNECT');
  return {};
});
