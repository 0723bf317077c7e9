import { When } from '../../../src/system/phrase_registry.js';
import { preparing } from '../../../src/stage/preparation.js';
import type { Values } from '../underlying/wire/wire.js';
import { act, fieldValue } from '../stage/outbox.js';
import type { TlspoolStage } from '../stage/stage.js';
import { enterFlowState } from '../stage/states.js';
import type { TlspoolWorld } from '../stage/world.js';

/** Brings the flow where the message is due, unless the scenario has chosen a state. */
async function prepareForMessage(stage: TlspoolStage, command: string): Promise<void> {
  if (stage.history.length === 0) {
    const isPing = command === 'PING';
    await enterFlowState(stage, isPing ? 'TLSPOOL_FLOW_IDENTITY_AND_FEATURES' : 'TLSPOOL_FLOW_HANDSHAKE');
  }
  if (/^(?:PING|STARTTLS|STARTTLS_LOCALID|PLAINTEXT_CONNECT)$/.test(command))
    await preparing('get the message from the pool', () => stage.client.advanceTo(command));
}

/** The pool's own message, with some fields changed; or one of the tester's, where none is due. */
async function poolSends(world: TlspoolWorld, command: string, changes: Values): Promise<void> {
  const { stage } = world;
  await prepareForMessage(stage, command);
  act(world);
  const [next] = stage.client.place.held;
  if (next !== undefined && stage.wire.command(next) === command) stage.client.release(changes);
  else
    stage.client.inject({
      cmd: command,
      ...(command === 'ERROR' ? { tlserrno: 1, message: 'no' } : {}),
      ...changes,
    });
  await stage.settle();
}

When(/^the TLS Pool sends ([A-Z_]+)$/, function (this: TlspoolWorld, command: string) {
  return poolSends(this, command, {});
});

When(/^the TLS Pool sends the command (\S+)$/, function (this: TlspoolWorld, command: string) {
  return poolSends(this, command, {});
});

When(
  /^the TLS Pool sends ([A-Z_]+) with the (\w+) (\S+)$/,
  function (this: TlspoolWorld, command: string, first: string, second: string) {
    return poolSends(this, command, fieldValue(this.stage.wire, first, second));
  },
);

/** Another exchange's callback waits for its answer; the flow's own message is due. */
When(
  /^the TLS Pool sends ([A-Z_]+) with the cbid of another exchange$/,
  async function (this: TlspoolWorld, command: string) {
    const { stage } = this;
    const { client } = stage;
    await prepareForMessage(stage, command);
    const cbid = await preparing('let the pool ask in another exchange', async () => {
      const [due] = client.place.held.splice(0);
      if (due === undefined) throw new Error('no message is held');
      await client.createFlow();
      await client.starttls(client.exchanges.at(-1)?.flow);
      await client.advanceTo('STARTTLS_LOCALID');
      client.release();
      await stage.settle();
      client.place.held.push(due);
      return client.said === null ? 0 : stage.wire.number(client.said, 'cbid');
    });
    await poolSends(this, command, { cbid });
  },
);

When(
  /^the TLS Pool sends ([A-Z_]+) with an unknown reqid$/,
  async function (this: TlspoolWorld, command: string) {
    const { stage } = this;
    await enterFlowState(stage, 'TLSPOOL_FLOW_HANDSHAKE');
    act(this);
    const reqid = (stage.client.lastReqid() + 1) & 0xffff;
    stage.client.inject({ cmd: command, reqid, cbid: 9 });
    await stage.settle();
  },
);

When(/^the TLS Pool sends ERROR after PLAINTEXT_CONNECT$/, async function (this: TlspoolWorld) {
  const { stage } = this;
  await enterFlowState(stage, 'TLSPOOL_FLOW_RECONNECT');
  await preparing('accept the callback', () => {
    stage.client.succeed('tlspool_flow_accept');
  });
  stage.client.place.pump();
  act(this);
  stage.client.inject({ cmd: 'ERROR', tlserrno: 1, message: 'no' });
  await stage.settle();
});

When(
  /^the TLS Pool sends ERROR to (\d+) of (\d+) exchanges$/,
  async function (this: TlspoolWorld, failing: number, count: number) {
    const { stage } = this;
    const { client } = stage;
    const reqids: number[] = [];
    await preparing('begin the exchanges', async () => {
      for (let number = 0; number < count; number += 1) {
        await client.createFlow();
        await client.starttls(client.exchanges.at(-1)?.flow);
        client.place.pump();
        reqids.push(client.lastReqid());
      }
    });
    act(this);
    for (const reqid of reqids.slice(0, failing))
      client.inject({ reqid, cmd: 'ERROR', tlserrno: 1, message: 'no' });
    await stage.settle();
  },
);

When(/^the TLS Pool closes the connection during a handshake$/, async function (this: TlspoolWorld) {
  await enterFlowState(this.stage, 'TLSPOOL_FLOW_HANDSHAKE');
  act(this);
  this.stage.client.place.disconnect();
  await this.stage.settle();
});

When(/^the TLS Pool closes the connection$/, async function (this: TlspoolWorld) {
  act(this);
  this.stage.client.place.disconnect();
  await this.stage.settle();
});
