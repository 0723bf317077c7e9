import { readdirSync } from 'node:fs';
import { Note } from '../../../src/stage/notes.js';
import { Given, Then, When } from '../../../src/system/phrase_registry.js';
import type { ASYNC_SOCKET_BUFFER } from '../../../src/adapters/async_socket/async_socket.js';
import { preparing } from '../../../src/stage/preparation.js';
import { callbacksIn } from '../../../src/timeline/questions.js';
import { render } from '../../../src/timeline/render.js';
import type { SocketError } from '../underlying/underlying.js';
import { buffersOf, bytesOf } from '../../async_socket/buffers.js';
import { scopeOf } from '../../../src/phrases/scope.js';
import type { LinuxWorld } from '../stage/world.js';

/** Buffers of the scenario's calls, in the order of the calls. */
const given = new Note<(readonly ASYNC_SOCKET_BUFFER[])[]>('no call was made');

function note(world: LinuxWorld, buffers: readonly ASYNC_SOCKET_BUFFER[]): void {
  world.stage.notes.ensure(given, () => []).push(buffers);
}

/** "a, bc": a buffer for each word; a number of bytes is filled with a pattern. */
function buffersFrom(words: string): readonly ASYNC_SOCKET_BUFFER[] {
  return words.split(', ').map((word) => {
    const size = Number(word);
    const buffer = Number.isInteger(size)
      ? Buffer.from(Array.from({ length: size }, (_, index) => index % 251))
      : Buffer.from(word);
    return { buffer, length: buffer.length };
  });
}

Given(/^the peer does not read, and there is no room$/, function (this: LinuxWorld) {
  this.stage.under.fill();
});

Given(/^a receive and a send wait$/, function (this: LinuxWorld) {
  this.stage.leaveReceive();
  this.stage.leaveSend();
});

When(/^buffers of (.+) are sent$/, function (this: LinuxWorld, words: string) {
  if (this.callUnderTest === null) this.act();
  const buffers = buffersFrom(words);
  note(this, buffers);
  const array = [...buffers];
  this.callUnderTest = this.stage.call('async_socket_send_async', {
    buffers: array,
    buffer_count: array.length,
  });
  // The array is the caller's again.
  array.fill({ buffer: null, length: 0 });
});

When(/^the peer reads on$/, function (this: LinuxWorld) {
  this.stage.under.makeRoom();
});

When(/^the peer reads on again once it is full$/, async function (this: LinuxWorld) {
  await this.stage.settle();
  this.stage.under.makeRoom();
});

When(/^what was lost is sent once more$/, async function (this: LinuxWorld) {
  const { stage } = this;
  stage.under.pump();
  if (stage.under.kind === 'loopback') stage.under.peer.deliver(Buffer.from('abc'));
  await stage.settle();
});

When(
  /^(send|recv) is interrupted (\d+) times$/,
  function (this: LinuxWorld, name: 'send' | 'recv', times: string) {
    for (let count = 0; count < Number(times); count += 1) this.stage.under.fail(name, 'EINTR');
  },
);

When(
  /^the next (send|recv) that an event makes fails with (E[A-Z]+)$/,
  function (this: LinuxWorld, name: 'send' | 'recv', error: SocketError) {
    this.stage.under.fail(name, error);
  },
);

When(
  /^the next sends take (\d+), (\d+) and (\d+) bytes$/,
  function (this: LinuxWorld, first: string, second: string, third: string) {
    if (this.callUnderTest === null) this.act();
    this.stage.under.observed.limit('send', ...[first, second, third].map(Number));
  },
);

Then(/^the payloads shall arrive whole and in their order$/, async function (this: LinuxWorld) {
  const wanted = bytesOf(this.stage.notes.get(given).flat());
  await this.stage.waitUntil('the payloads', () => this.stage.under.peer.received.length >= wanted.length);
  await this.stage.settle();
  const { received } = this.stage.under.peer;
  this.expect.that(
    received.equals(wanted),
    'they arrive whole and in order',
    render(wanted),
    render(received),
  );
});

/** That each call is told once and no more is watched in every scenario, and is the business of other sentences. */
Then(
  /^(on_\w+_complete) shall be called for (\d+) calls?, with (\w+)$/,
  async function (this: LinuxWorld, parameter: string, times: string, word: string) {
    await this.stage.settle();
    const told = new Map<unknown, string>();
    for (const { registration, arguments: args } of callbacksIn(scopeOf(this, 'the adapter'), parameter))
      told.set(registration, String(args.send_result ?? args.receive_result));
    const results = [...told.values()];
    const wanted = Array.from({ length: Number(times) }, () => word).join(', ');
    this.expect.that(
      results.join(', ') === wanted,
      `${parameter} is called for ${times} calls`,
      wanted,
      results.join(', '),
    );
  },
);

When(/^receives into buffers of (.+) wait$/, function (this: LinuxWorld, words: string) {
  this.act();
  for (const sizes of words.split('; ')) {
    const buffers = buffersOf(...sizes.split(', ').map(Number));
    note(this, buffers);
    this.callUnderTest = this.stage.leaveReceive(buffers);
  }
});

When(
  /^the peer sends "(.*)"( and ends its side| and resets)?$/,
  function (this: LinuxWorld, text: string, then: string | null) {
    const { peer } = this.stage.under;
    peer.deliver(Buffer.from(text));
    if (then?.includes('ends') === true) peer.end();
    if (then?.includes('resets') === true) peer.reset();
  },
);

Then(/^the receives shall be told (.+)$/, async function (this: LinuxWorld, words: string) {
  await this.stage.settle();
  const made = callbacksIn(scopeOf(this, 'the adapter'), 'on_receive_complete');
  const seen = made
    .map(
      ({ arguments: args }) =>
        `${String(args.receive_result).split('_').at(-1)} ${String(args.bytes_received)}`,
    )
    .join(', ');
  this.expect.that(seen === words, 'each receive is told once, in order', words, seen);
});

Then(/^the buffers shall hold "(.*)"$/, function (this: LinuxWorld, text: string) {
  const held = bytesOf(this.stage.notes.get(given).flat()).toString().replace(/\0+/g, '');
  this.expect.that(held === text, 'the buffers hold what was sent, in their order', text, held);
});

/** What a callback can do with its async socket from inside. */
When(
  /^(async_socket_\w+) is called from inside (on_\w+_complete)$/,
  async function (this: LinuxWorld, name: string, parameter: string) {
    const { stage } = this;
    this.act();
    stage.session.onNext(parameter, () => {
      stage.call(name);
    });
    if (parameter === 'on_open_complete') stage.call('async_socket_open_async');
    else if (parameter === 'on_send_complete') stage.call('async_socket_send_async');
    else {
      stage.leaveReceive();
      stage.under.peer.deliver(Buffer.from('data'));
    }
    // That the callback comes is the business of other sentences.
    await preparing(`call ${name} from inside ${parameter}`, () =>
      stage.waitUntil(`the ${name} inside`, () =>
        this.timeline.calls.some(
          (call) => call.function === name && call.sequence >= this.mark && call.returned !== null,
        ),
      ),
    );
  },
);

Then(/^nothing shall be left once it is destroyed$/, async function (this: LinuxWorld) {
  const { stage } = this;
  await stage.settle();
  if (stage.handle !== null) stage.call('async_socket_destroy');
  for (const { what, holds, expected, observed } of stage.leftBelow())
    this.expect.that(holds, what, expected, observed);
  const { outstanding } = stage.memory;
  this.expect.that(outstanding === 0, 'all memory is given back', '0 blocks', `${outstanding}`);
});

When(/^async_socket_(close|destroy) is called while they wait$/, function (this: LinuxWorld, name: string) {
  this.act();
  this.callUnderTest = this.stage.call(`async_socket_${name}`);
});

const descriptors = (): number => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0);

/** Each round has a connection of its own, a receive that waits and a send. */
Then(
  /^(\d+) rounds of open and close shall leave no descriptor open$/,
  async function (this: LinuxWorld, rounds: string) {
    const { stage } = this;
    await stage.renewForgetting();
    const before = descriptors();
    for (let round = 0; round < Number(rounds); round += 1) {
      await stage.enterState('OPEN');
      stage.leaveReceive();
      stage.call('async_socket_send_async');
      stage.call('async_socket_close');
      stage.call('async_socket_destroy');
      await stage.renewForgetting();
    }
    const left = descriptors() - before;
    this.expect.that(left === 0, 'no descriptor is left', '0', `${left}`);
    const { outstanding } = stage.memory;
    this.expect.that(outstanding === 0, 'no memory is left', '0 blocks', `${outstanding}`);
  },
);
