import { constants } from 'node:os';
import { Given, Then, When } from '../../../../src/system/phrase_registry.js';
import type { SinonStub } from 'sinon';
import type { Descriptors } from '../../../../src/adapters/tlspool/descriptors.js';
import { preparing } from '../../../../src/stage/preparation.js';
import { requireSeam } from '../../../../src/stage/seams.js';
import type { Stubs } from '../../../../src/stage/doubles.js';
import { act } from '../../stage/outbox.js';
import type { TlspoolWorld } from '../../stage/world.js';
import type { Numbered } from '../../stage/client_side.js';
import { exchange } from '../../stage/exchanges.js';

const ERRNO = new Map(Object.entries(constants.errno));

function errnoOf(word: string): number {
  const number = ERRNO.get(word);
  if (number === undefined) throw new Error(`this system has no error ${word}`);
  return number;
}

/** What the side under test calls of the operating system, for results of its own. */
function system({ adapter, stage }: TlspoolWorld): Stubs<Descriptors> {
  requireSeam(adapter.capabilities, 'descriptors');
  if (stage.under.kind !== 'mock') throw new Error('only a mock answers as a scenario wants it');
  return stage.under.doubles;
}

/** How each function refuses. */
function refusalOf(name: string, errno: number): () => unknown {
  if (name === 'receive') return () => ({ length: -errno, bytes: Buffer.alloc(0), passed: [] });
  if (name === 'pair') return () => null;
  if (name !== 'stream') return () => -errno;
  return () => {
    throw new Error(`errno ${errno}`);
  };
}

Given(
  /^the next (\d+) calls? of (connect|listen|accept|send|receive|pair|stream) fails? with (E\w+)$/,
  function (this: TlspoolWorld, count: number, name: keyof Descriptors, word: string) {
    const stub: SinonStub = system(this)[name];
    for (let further = 0; further < count; further += 1)
      stub.onCall(stub.callCount + further).callsFake(refusalOf(name, errnoOf(word)));
  },
);

Given(
  /^the next call of send takes (\d+) bytes?, and the (\d+) calls? behind it none$/,
  function (this: TlspoolWorld, size: number, count: number) {
    const { send } = system(this);
    const { descriptors } = this.stage.under;
    send
      .onCall(send.callCount)
      .callsFake((to, bytes, passed) => descriptors.send(to, bytes.subarray(0, size), passed));
    for (let further = 1; further <= count; further += 1)
      send.onCall(send.callCount + further).returns(-constants.errno.EAGAIN);
  },
);

/** The other side is gone, though nothing that can be read says so yet. */
function breakConnection(world: TlspoolWorld, word: string): void {
  const { send, connect, accept } = system(world);
  const opened = world.stage.side === 'client' ? connect : accept;
  const connection = opened.returnValues.find((descriptor) => descriptor >= 0);
  if (connection === undefined) throw new Error('there is no connection');
  send.withArgs(connection).returns(-errnoOf(word));
}

Given(/^the connection takes nothing more, by (E\w+)$/, function (this: TlspoolWorld, word: string) {
  breakConnection(this, word);
});

/** Makes the call, lets what it sends arrive as far as it does, and notes under which number. */
async function callFor(world: TlspoolWorld, one: Numbered, name: string, given = {}): Promise<void> {
  const { stage } = world;
  act(world);
  world.callUnderTest = stage.call(name, { flow: one.flow, ...given });
  await stage.settle();
  if (world.call.result === 0) one.reqid = stage.client.lastReqid();
}

When(
  /^the application (accept|refuse)s what exchange (\d+) is asked$/,
  function (this: TlspoolWorld, verb: string, number: string) {
    return callFor(this, exchange(this.stage, number), `tlspool_flow_${verb}`);
  },
);

When(
  /^the application accepts what exchange (\d+) is asked, and then the connection takes nothing more, by (E\w+)$/,
  async function (this: TlspoolWorld, number: string, word: string) {
    const { flow } = exchange(this.stage, number);
    this.callUnderTest = this.stage.call('tlspool_flow_accept', { flow });
    breakConnection(this, word);
    await this.stage.settle();
  },
);

When(
  /^the application requests (PING|STARTTLS) for another exchange$/,
  async function (this: TlspoolWorld, command: string) {
    const { stage } = this;
    const { client } = stage;
    await preparing('create a flow', () => client.createFlow());
    const one = { flow: client.exchanges.at(-1)?.flow, reqid: 0, cbid: 0 };
    client.numbered.push(one);
    if (command === 'PING') return callFor(this, one, 'tlspool_flow_ping');
    await preparing('get a connection to hand over', () => client.prepareConnection());
    return callFor(this, one, 'tlspool_flow_starttls', { flags: stage.wire.flags.number('LOCALID_CHECK') });
  },
);

/** A descriptor's number may be another's by then. */
Then(/^no descriptor shall have been closed twice$/, async function (this: TlspoolWorld) {
  await this.stage.settle();
  if (this.isBlindTo('descriptors')) return;
  const { length } = this.stage.recorder.stray;
  this.expect.that(length === 0, 'closes of what is not open', '0', `${length}`);
});
