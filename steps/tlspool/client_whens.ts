import { Given, Then, When } from '@cucumber/cucumber';
import { COMMANDS, FLAGS, isCallback } from '../../src/adapters/tlspool/commands.js';
import {
  encode,
  payloadOf,
  readNumber,
  withPayload,
  type FieldValues,
} from '../../src/adapters/tlspool/wire.js';
import { preparing } from '../../src/harness/preparation.js';
import { joined } from '../../src/underlying/tlspool/message_end.js';
import { defineCircumstance, prepareUnlessChosen } from '../common/circumstances.js';
import { pingCommand } from './client_side.js';
import { act, commandOf, fieldValue } from './outbox.js';
import { enterFlowState, prepareFor } from './states.js';
import type { TlspoolStage } from './stage.js';
import type { TlspoolWorld } from './world.js';

Given(/^the client is in (\w+)$/, function (this: TlspoolWorld, state: string) {
  return enterFlowState(this.stage, state);
});

Given(/^nobody listens at the path$/, function (this: TlspoolWorld) {
  this.stage.client.isAlone = true;
});

Given(/^nothing has come$/, async function (this: TlspoolWorld) {
  await waitingRequests(this.stage, 1);
});

const WAITING = 3;
/** Numbers that the requests of a connection can have. */
const REQUEST_NUMBERS = 0x10000;

Given(/^requests wait$/, function (this: TlspoolWorld) {
  return waitingRequests(this.stage, WAITING);
});

Given(/^the connection has ended$/, async function (this: TlspoolWorld) {
  await waitingRequests(this.stage, WAITING);
  this.stage.client.place.disconnect();
});

/** Requests that the pool does not answer. */
async function waitingRequests(stage: TlspoolStage, count: number): Promise<void> {
  await preparing('make requests', async () => {
    await stage.client.connect();
    for (let number = 0; number < count; number += 1) {
      const { result } = stage.call('tlspool_async_request', { command: pingCommand(`request ${number}`) });
      if (result === null) throw new Error('tlspool_async_request returned NULL');
    }
    stage.client.place.pump();
  });
}

const CALLS: Readonly<Record<string, string>> = {
  PING: 'tlspool_flow_ping',
  STARTTLS: 'tlspool_flow_starttls',
};

async function request(world: TlspoolWorld, command: string, given: Record<string, unknown>): Promise<void> {
  const name = CALLS[command];
  if (name === undefined) throw new Error(`a flow requests no ${command}`);
  const { stage } = world;
  await prepareUnlessChosen(world, name);
  await stage.beforeCall(name);
  act(world);
  world.callUnderTest = stage.call(name, given);
  stage.client.place.pump();
}

When(/^the application requests (PING|STARTTLS)$/, function (this: TlspoolWorld, command: string) {
  return request(this, command, {});
});

When(
  /^the application requests (PING|STARTTLS) with the (\w+) (\S+)$/,
  function (this: TlspoolWorld, command: string, parameter: string, word: string) {
    const value = word === 'NULL' ? null : parameter === 'flags' ? Number(word) : word;
    return request(this, command, { [parameter]: value });
  },
);

When(
  /^the application requests (STARTTLS) after the pool has refused PING$/,
  async function (this: TlspoolWorld, command: string) {
    await enterFlowState(this.stage, 'TLSPOOL_FLOW_OVER');
    await request(this, command, {});
  },
);

When(
  /^the application requests (\d+) exchanges of STARTTLS$/,
  async function (this: TlspoolWorld, count: number) {
    const { client } = this.stage;
    await preparing('create flows', async () => {
      for (let number = 0; number < count; number += 1) await client.createFlow();
    });
    act(this);
    for (const { flow } of client.exchanges) await client.starttls(flow);
    client.place.pump();
  },
);

When(
  /^the application makes (\d+) requests before the pool reads one$/,
  async function (this: TlspoolWorld, count: number) {
    const { stage } = this;
    await preparing('connect', () => stage.client.connect());
    act(this);
    for (let number = 0; number < count; number += 1) stage.call('tlspool_async_request');
  },
);

async function answer(
  world: TlspoolWorld,
  name: string,
  callback: string,
  given: Record<string, unknown>,
): Promise<void> {
  const { stage } = world;
  await enterFlowState(
    stage,
    callback === 'STARTTLS_LOCALID' ? 'TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK' : 'TLSPOOL_FLOW_RECONNECT',
  );
  act(world);
  world.callUnderTest = stage.call(name, given);
  stage.client.place.pump();
}

When(
  /^the application (accept|refuse)s (STARTTLS_LOCALID|PLAINTEXT_CONNECT)$/,
  function (this: TlspoolWorld, verb: string, callback: string) {
    return answer(this, `tlspool_flow_${verb}`, callback, {});
  },
);

When(
  /^the application accepts (STARTTLS_LOCALID) with the localid (\S+)$/,
  function (this: TlspoolWorld, callback: string, localid: string) {
    return answer(this, 'tlspool_flow_accept', callback, { localid });
  },
);

When(
  /^the application destroys the flow during (STARTTLS_LOCALID|PLAINTEXT_CONNECT)$/,
  function (this: TlspoolWorld, callback: string) {
    return answer(this, 'tlspool_flow_destroy', callback, {});
  },
);

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

defineCircumstance<TlspoolWorld>(
  'the (identity|localid) has (\\d+) bytes',
  async (world, functionName, parameter = '', size = '') => {
    await prepareUnlessChosen(world, functionName);
    return { [parameter]: 'x'.repeat(Number(size)) };
  },
);

defineCircumstance<TlspoolWorld>(
  'the cbid of the command names no callback that waits',
  async (world, functionName) => {
    await prepareUnlessChosen(world, functionName);
    return { command: { ...pingCommand(), cbid: 5 } };
  },
);

defineCircumstance<TlspoolWorld>('a descriptor comes with a renegotiation', async (world, functionName) => {
  await prepareUnlessChosen(world, functionName);
  const { client } = world.stage;
  await preparing('get a descriptor', () => client.prepareConnection());
  const cmd = COMMANDS.STARTTLS;
  const payload = payloadOf(encode({ cmd, flags: FLAGS.RENEGOTIATE }));
  return { command: { cbid: 0, cmd, payload }, descriptor: client.next?.descriptor };
});

defineCircumstance<TlspoolWorld>('an answer comes after the call', async ({ stage }) => {
  await enterFlowState(stage, 'TLSPOOL_FLOW_IDENTITY_AND_FEATURES');
  answerLate(stage, (answer) => {
    stage.call('tlspool_async_request');
    answer();
  });
  return {};
});

/** Every number that the client is free to use is in use when the answer comes: one that it freed too soon is among them. */
defineCircumstance<TlspoolWorld>('the answer comes after the call', async ({ stage }, functionName) => {
  await prepareFor(stage, functionName);
  answerLate(stage, (answer) => {
    stage.client.requestUntilRefused(REQUEST_NUMBERS);
    answer();
    stage.call('tlspool_async_process');
    // The others' own answers are no part of this.
    stage.call('tlspool_async_closed');
  });
  return {};
});

/** Gets the answer to the client's last request ready for when the call has returned. */
function answerLate(stage: TlspoolStage, then: (answer: () => void) => void): void {
  const { client } = stage;
  client.place.pump();
  const reqid = client.lastReqid();
  stage.afterwards = () => {
    then(() => {
      client.inject({ reqid, cmd: COMMANDS.PING, facilities: 1 });
    });
  };
}

Then(/^\w+ shall have kept it from every (?:request|callback)$/, async function (this: TlspoolWorld) {
  const { client } = this.stage;
  await this.stage.settle();
  const made = this.timeline.callbacks.filter(({ sequence }) => sequence >= this.mark);
  const length = made.length + client.answersOfUnrecorded;
  this.expect.that(length === 0, 'the late answer is given to nobody', 'no callback', `${length}`);
});
