import { Given, When } from '../../../src/system/phrase_registry.js';
import { preparing } from '../../../src/stage/preparation.js';
import { prepareUnlessChosen } from '../../../src/phrases/circumstances.js';
import type { NamedArguments } from '../../../src/stage/session.js';
import { fullPayload, pingCommand } from '../stage/client_side.js';
import { act, fieldValue } from '../stage/outbox.js';
import type { TlspoolStage } from '../stage/stage.js';
import { enterFlowState } from '../stage/states.js';
import type { TlspoolWorld } from '../stage/world.js';

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

Given(/^requests wait$/, function (this: TlspoolWorld) {
  return waitingRequests(this.stage, WAITING);
});

Given(/^the connection has ended$/, async function (this: TlspoolWorld) {
  await waitingRequests(this.stage, WAITING);
  this.stage.client.place.disconnect();
});

/** Requests that the pool does not answer. */
export async function waitingRequests(stage: TlspoolStage, count: number): Promise<void> {
  await preparing('make requests', async () => {
    await stage.client.connect();
    for (let number = 0; number < count; number += 1) {
      const { result } = stage.call('tlspool_async_request', {
        command: pingCommand(stage.wire, `request ${number}`),
      });
      if (result === null) throw new Error('tlspool_async_request returned NULL');
    }
    stage.client.place.pump();
  });
}

/** The parameter whose value the client puts into a field, where that has another name. */
const PARAMETERS = new Map([['producer', 'identity']]);

/** A parameter with its value as two words of the document say it: `flags FORK`, `longest producer`, `localid NULL`. */
function parameterValue({ stage: { wire } }: TlspoolWorld, first: string, second: string): NamedArguments {
  if (second === 'NULL' || first === 'role') return { [first]: second === 'NULL' ? null : second };
  const fields = Object.entries(fieldValue(wire, first, second));
  return Object.fromEntries(fields.map(([name, value]) => [PARAMETERS.get(name) ?? name, value]));
}

async function request(world: TlspoolWorld, command: string, given: NamedArguments): Promise<void> {
  const name = `tlspool_flow_${command.toLowerCase()}`;
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
  function (this: TlspoolWorld, command: string, first: string, second: string) {
    return request(this, command, parameterValue(this, first, second));
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

When(/^the application requests a command with a full payload$/, async function (this: TlspoolWorld) {
  const { client } = this.stage;
  await preparing('connect', () => client.connect());
  act(this);
  const { wire } = this.stage;
  const command = { ...pingCommand(wire), payload: fullPayload(wire) };
  this.callUnderTest = this.stage.call('tlspool_async_request', { command });
  client.place.pump();
});

async function answer(
  world: TlspoolWorld,
  name: string,
  callback: string,
  given: NamedArguments,
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
  /^the application accepts (STARTTLS_LOCALID|PLAINTEXT_CONNECT) of the cbid (\S+)$/,
  async function (this: TlspoolWorld, command: string, cbid: string) {
    const { stage } = this;
    const { client } = stage;
    await enterFlowState(stage, 'TLSPOOL_FLOW_HANDSHAKE');
    await preparing('get the callback from the pool', () => client.advanceTo(command));
    act(this);
    client.release(fieldValue(stage.wire, 'cbid', cbid));
    await stage.settle();
    this.callUnderTest = stage.call('tlspool_flow_accept');
    client.place.pump();
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
