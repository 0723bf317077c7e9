import { Then, When } from '../../../src/system/phrase_registry.js';
import { preparing } from '../../../src/stage/preparation.js';
import { fullPayload } from '../stage/client_side.js';
import { act } from '../stage/outbox.js';
import type { TlspoolStage } from '../stage/stage.js';
import type { TlspoolWorld } from '../stage/world.js';
import { waitingRequests } from './client_whens.js';

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

/** What a request and its answer have in common is nothing but the number. */
When(/^the TLS Pool answers PING by its reqid alone$/, async function (this: TlspoolWorld) {
  const { stage } = this;
  const [request] = await answers(stage, 1);
  if (request === undefined) throw new Error('there is no request');
  act(this);
  const reqid = stage.wire.number(request, 'reqid');
  stage.client.place.say(stage.wire.encode({ reqid, cmd: 'PING', facilities: stage.wire.facilities }));
  await stage.settle();
});

When(/^the TLS Pool answers a request with a full payload$/, async function (this: TlspoolWorld) {
  const { stage } = this;
  const [answer] = await answers(stage, 1);
  if (answer === undefined) throw new Error('there is no answer');
  act(this);
  stage.client.place.say(answer, { payload: fullPayload(stage.wire) });
  await stage.settle();
});

When(
  /^the TLS Pool sends the answers to (\d+) requests in (\d+) write$/,
  async function (this: TlspoolWorld, count: number, writes: number) {
    const bytes = Buffer.concat(await answers(this.stage, count));
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
    const [asked, got] = [registration.call.arguments.command, given.message].map((command) =>
      this.stage.wire.messageOf(command),
    );
    this.expect.that(
      asked != null && got?.equals(asked) === true,
      'a request gets its answer',
      'its own',
      'another',
    );
  }
});

Then(/^the client shall deliver its payload$/, function (this: TlspoolWorld) {
  const { wire } = this.stage;
  const made = this.timeline.callbacks.filter(({ sequence }) => sequence >= this.mark);
  const [message] = made.map(({ arguments: given }) => wire.messageOf(given.message));
  const isWhole = message != null && wire.bytes(message, 'payload').equals(fullPayload(wire));
  this.expect.that(
    made.length === 1 && isWhole,
    'the payload is delivered',
    'as the pool has sent it, once',
    made.length === 1 ? 'other bytes' : `${made.length} messages`,
  );
});
