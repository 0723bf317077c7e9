import { Then, When } from '../../../src/system/phrase_registry.js';
import { COMMANDS, isCallback } from '../../../src/adapters/tlspool/commands.js';
import { readNumber, withPayload, type FieldValues } from '../../../src/adapters/tlspool/wire.js';
import { preparing } from '../../../src/stage/preparation.js';
import { joined } from '../underlying/message_end.js';
import { waitingRequests } from './client_whens.js';
import { act, commandOf, fieldValue } from '../stage/outbox.js';
import type { TlspoolStage } from '../stage/stage.js';
import { enterFlowState } from '../stage/states.js';
import type { TlspoolWorld } from '../stage/world.js';

/** Brings the flow where the message is due, unless the scenario has chosen a state. */
async function prepareForMessage(stage: TlspoolStage, cmd: number): Promise<void> {
  if (stage.history.length === 0) {
    const isPing = cmd === COMMANDS.PING;
    await enterFlowState(stage, isPing ? 'TLSPOOL_FLOW_IDENTITY_AND_FEATURES' : 'TLSPOOL_FLOW_HANDSHAKE');
  }
  const isDue = cmd === COMMANDS.PING || cmd === COMMANDS.STARTTLS || isCallback(cmd);
  if (isDue) await preparing('get the message from the pool', () => stage.client.advanceTo(cmd));
}

/** The pool's own message, with some fields changed; or one of the tester's, where none is due. */
async function poolSends(world: TlspoolWorld, cmd: number, changes: FieldValues): Promise<void> {
  const { stage } = world;
  await prepareForMessage(stage, cmd);
  act(world);
  const [next] = stage.client.place.held;
  if (next !== undefined && readNumber(next, 'cmd') === cmd) stage.client.release(changes);
  else
    stage.client.inject({
      cmd,
      ...(cmd === COMMANDS.ERROR ? { tlserrno: 1, message: 'no' } : {}),
      ...changes,
    });
  await stage.settle();
}

When(/^the TLS Pool sends ([A-Z_]+)$/, function (this: TlspoolWorld, command: string) {
  return poolSends(this, commandOf(command), {});
});

When(/^the TLS Pool sends the command (\S+)$/, function (this: TlspoolWorld, command: string) {
  return poolSends(this, commandOf(command), {});
});

When(
  /^the TLS Pool sends ([A-Z_]+) with the (\w+) (\S+)$/,
  function (this: TlspoolWorld, command: string, field: string, value: string) {
    return poolSends(this, commandOf(command), fieldValue(field, value));
  },
);

/** Another exchange's callback waits for its answer; the flow's own message is due. */
When(
  /^the TLS Pool sends ([A-Z_]+) with the cbid of another exchange$/,
  async function (this: TlspoolWorld, command: string) {
    const { stage } = this;
    const { client } = stage;
    const cmd = commandOf(command);
    await prepareForMessage(stage, cmd);
    const cbid = await preparing('let the pool ask in another exchange', async () => {
      const [due] = client.place.held.splice(0);
      if (due === undefined) throw new Error('no message is held');
      await client.createFlow();
      await client.starttls(client.exchanges.at(-1)?.flow);
      await client.advanceTo(COMMANDS.STARTTLS_LOCALID);
      client.release();
      await stage.settle();
      client.place.held.push(due);
      return client.said === null ? 0 : readNumber(client.said, 'cbid');
    });
    await poolSends(this, cmd, { cbid });
  },
);

When(
  /^the TLS Pool sends ([A-Z_]+) with an unknown reqid$/,
  async function (this: TlspoolWorld, command: string) {
    const { stage } = this;
    await enterFlowState(stage, 'TLSPOOL_FLOW_HANDSHAKE');
    act(this);
    const reqid = (stage.client.lastReqid() + 1) & 0xffff;
    stage.client.inject({ cmd: commandOf(command), reqid, cbid: 9 });
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
  stage.client.inject({ cmd: COMMANDS.ERROR, tlserrno: 1, message: 'no' });
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
      client.inject({ reqid, cmd: COMMANDS.ERROR, tlserrno: 1, message: 'no' });
    await stage.settle();
  },
);

When(/^the TLS Pool closes the connection$/, async function (this: TlspoolWorld) {
  act(this);
  this.stage.client.place.disconnect();
  await this.stage.settle();
});

/** Answers to requests that only the tester knows: each carries the text of its request. */
async function answers(stage: TlspoolStage, count: number): Promise<readonly Buffer[]> {
  await waitingRequests(stage, count);
  const { held } = stage.client.place;
  await preparing('get the answers of the pool', () =>
    stage.waitUntil('the answers', () => held.length >= count),
  );
  held.splice(0);
  return stage.client.place.received.slice(-count).map(({ message }) => Buffer.from(message));
}

When(
  /^the TLS Pool sends the answers to (\d+) requests in (\d+) write$/,
  async function (this: TlspoolWorld, count: number, writes: number) {
    const bytes = joined(await answers(this.stage, count));
    act(this);
    const size = bytes.length / writes;
    for (let at = 0; at < bytes.length; at += size)
      this.stage.client.place.client.write(bytes.subarray(at, at + size));
    await this.stage.settle();
  },
);

When(
  /^the TLS Pool sends an answer in writes of (\d+) byte$/,
  async function (this: TlspoolWorld, size: number) {
    const [message] = await answers(this.stage, 1);
    if (message === undefined) throw new Error('there is no answer');
    act(this);
    for (let at = 0; at < message.length; at += size) {
      this.stage.client.place.client.write(message.subarray(at, at + size));
      this.stage.client.pump();
    }
    await this.stage.settle();
  },
);

When(/^the TLS Pool sends (\d+) bytes of an answer$/, async function (this: TlspoolWorld, size: number) {
  const [message] = await answers(this.stage, 1);
  if (message === undefined) throw new Error('there is no answer');
  act(this);
  this.stage.client.place.client.write(message.subarray(0, size));
  await this.stage.settle();
});

When(
  /^the TLS Pool sends the answers to (\d+) requests in reverse order$/,
  async function (this: TlspoolWorld, count: number) {
    const messages = await answers(this.stage, count);
    act(this);
    for (const message of messages.toReversed()) this.stage.client.place.client.write(message);
    await this.stage.settle();
  },
);

Then(/^the client shall deliver each answer to its own request$/, function (this: TlspoolWorld) {
  const { callbacks } = this.timeline;
  const made = callbacks.filter(({ sequence }) => sequence >= this.mark);
  this.expect.that(made.length > 1, 'answers are delivered', 'more than one', `${made.length}`);
  for (const { registration, arguments: given } of made) {
    const [asked, got] = [registration.call.arguments.command, given.message].map(payloadIn);
    this.expect.that(
      asked !== undefined && got?.equals(asked) === true,
      'a request gets its answer',
      'its own',
      'another',
    );
  }
});

function payloadIn(command: unknown): Buffer | undefined {
  if (typeof command !== 'object' || command === null || !('payload' in command)) return undefined;
  return command.payload instanceof Uint8Array
    ? withPayload({ reqid: 0, cbid: 0, cmd: 0 }, command.payload)
    : undefined;
}
