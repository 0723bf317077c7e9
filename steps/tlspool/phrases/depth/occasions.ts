import { When } from '../../../../src/system/phrase_registry.js';
import { preparing } from '../../../../src/stage/preparation.js';
import type { NamedArguments } from '../../../../src/stage/session.js';
import type { CallbackRecord } from '../../../../src/timeline/timeline.js';
import { pingCommand, type Numbered } from '../../stage/client_side.js';
import { AS_SERVER, TCP } from '../../stage/pool_side.js';
import type { TlspoolStage } from '../../stage/stage.js';
import type { TlspoolWorld } from '../../stage/world.js';
import { begin, nextFor, refusal, waitAt } from '../../stage/exchanges.js';

/** What the scenario has beside the callback: a request and, as exchange 2, a flow. */
interface Company {
  readonly request: unknown;
  readonly reqid: number;
}

/** Readies what leads to a callback; what it returns brings the callback about: the pool's bytes, or its end. */
type Occasion = (stage: TlspoolStage) => Promise<() => Promise<Buffer | null>>;

const flowWaits =
  (point: string): Occasion =>
  async (stage) => {
    const one = await waitAt(stage, point);
    return () => nextFor(stage, one);
  };

const OCCASIONS = new Map<string, Occasion>([
  ['on_flow_introduced', flowWaits('for the answer to PING')],
  ['on_flow_local_identity', flowWaits('for the first callback')],
  ['on_flow_reconnect', flowWaits('for what follows the local identity')],
  ['on_flow_protected', flowWaits('for the end of the handshake')],
  [
    'on_flow_error with ERROR',
    async (stage) => {
      const one = await waitAt(stage, 'for the end of the handshake');
      return () => Promise.resolve(stage.wire.encode(refusal(one, 1)));
    },
  ],
  [
    'on_flow_error with EPIPE',
    async (stage) => {
      await waitAt(stage, 'for the end of the handshake');
      return () => Promise.resolve(null);
    },
  ],
  [
    'on_message with an answer',
    async (stage) => {
      const one = await request(stage, { command: pingCommand(stage.wire, 'inside') });
      return () => nextFor(stage, one);
    },
  ],
  [
    'on_message with a callback',
    async (stage) => {
      const { client } = stage;
      await client.connect();
      await client.prepareConnection();
      const { next } = client;
      const flags = `${AS_SERVER}+LOCALID_CHECK`;
      const command = stage.wire.commandOf({ cmd: 'STARTTLS', flags, ipproto: TCP });
      const one = await request(stage, { command, descriptor: next?.descriptor });
      // It is the pool's from here on.
      if (next !== null) client.connections.push(next);
      client.next = null;
      return () => nextFor(stage, one);
    },
  ],
  [
    'on_message with EPIPE',
    async (stage) => {
      await request(stage, { command: pingCommand(stage.wire, 'inside') });
      return () => Promise.resolve(null);
    },
  ],
]);

/** Makes a request that stands for itself, beside which exchange 1 is a flow that has not begun. */
async function request(stage: TlspoolStage, given: NamedArguments): Promise<Numbered> {
  const { client } = stage;
  await client.createFlow();
  client.numbered.push({ flow: client.flow, reqid: 0, cbid: 0 });
  const { result } = stage.call('tlspool_async_request', given);
  if (result === null) throw new Error('tlspool_async_request returned NULL');
  client.place.pump();
  return { flow: null, reqid: client.lastReqid(), cbid: 0 };
}

async function company(stage: TlspoolStage): Promise<Company> {
  await begin(stage, 'STARTTLS');
  const { result } = stage.call('tlspool_async_request', { command: pingCommand(stage.wire, 'beside') });
  stage.client.place.pump();
  return { request: result, reqid: stage.client.lastReqid() };
}

/** Lets a callback come with another message behind its own in the same bytes, and does something from inside it. */
async function fromInside(
  world: TlspoolWorld,
  occasion: string,
  act: (callback: CallbackRecord, beside: Company) => void,
  handsOver = false,
): Promise<void> {
  const { stage } = world;
  const { client } = stage;
  const [parameter = ''] = occasion.split(' with ');
  let came = false;
  await preparing(`bring about ${occasion}`, async () => {
    const ready = OCCASIONS.get(occasion);
    if (ready === undefined) throw new Error('no way to it is known');
    const bringAbout = await ready(stage);
    const beside = await company(stage);
    if (handsOver) await client.prepareConnection();
    const message = await bringAbout();
    stage.session.onNext(parameter, (callback) => {
      came = true;
      world.act();
      act(callback, beside);
    });
    const { wire } = stage;
    const behind = wire.encode({ reqid: beside.reqid, cmd: 'PING', facilities: wire.facilities });
    if (message === null) client.place.disconnect();
    else client.place.client.write(Buffer.concat([message, behind]));
    await stage.waitUntil(parameter, () => came);
  });
  await stage.settle();
}

When(
  /^(tlspool_\w+) is called from inside (on_\w+(?: with .+)?)$/,
  async function (this: TlspoolWorld, functionName: string, occasion: string) {
    const { stage } = this;
    const call = (beside: Company): void => {
      const given = functionName === 'tlspool_async_cancel' ? { request: beside.request } : {};
      this.callUnderTest = stage.call(functionName, given);
      const [one] = stage.client.numbered;
      if (one === undefined || !/starttls|accept|refuse/.test(functionName) || this.call.result !== 0) return;
      stage.client.place.pump();
      one.reqid = stage.client.lastReqid();
    };
    const handsOver = functionName === 'tlspool_flow_starttls';
    await fromInside(
      this,
      occasion,
      (_, beside) => {
        call(beside);
      },
      handsOver,
    );
  },
);

When(
  /^the request itself is cancelled from inside (on_message with .+)$/,
  async function (this: TlspoolWorld, occasion: string) {
    await fromInside(this, occasion, ({ registration }) => {
      const request = registration.call.result;
      this.callUnderTest = this.stage.call('tlspool_async_cancel', { request });
    });
  },
);

When(
  /^exchange 2 is destroyed from inside (on_\w+(?: with .+)?)$/,
  async function (this: TlspoolWorld, occasion: string) {
    const { stage } = this;
    await fromInside(this, occasion, () => {
      const flow = stage.client.numbered[1]?.flow;
      this.callUnderTest = stage.call('tlspool_flow_destroy', { flow });
    });
  },
);

When(
  /^the callback is answered from inside (on_message with a callback)$/,
  async function (this: TlspoolWorld, occasion: string) {
    const { stage } = this;
    await fromInside(this, occasion, ({ arguments: { message } }) => {
      this.callUnderTest = stage.call('tlspool_async_request', { command: message });
      stage.client.place.pump();
    });
    const one = { flow: null, reqid: stage.client.lastReqid(), cbid: 0 };
    await stage.waitUntil('the next callback', () => stage.client.place.held.length > 0);
    stage.client.place.say(await nextFor(stage, one));
    await stage.settle();
  },
);
