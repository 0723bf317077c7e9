import { Then } from '../../../src/system/phrase_registry.js';
import type { ASYNC_SOCKET_BUFFER } from '../../../src/adapters/async_socket/async_socket.js';
import { observed } from '../../../src/stage/outcome.js';
import { callbacksIn, describe } from '../../../src/timeline/questions.js';
import { render } from '../../../src/timeline/render.js';
import type { CallbackRecord } from '../../../src/timeline/timeline.js';
import { scopeOf } from '../../../src/phrases/scope.js';
import { madeBelow } from './below.js';
import { planOf } from './events.js';
import { expectWhole } from './sending.js';
import type { LinuxWorld } from '../stage/world.js';

const EVENT = 'event_complete_callback';

/** The only call of a callback, which is one of an event. */
function completion(world: LinuxWorld, parameter: string): CallbackRecord {
  const scope = scopeOf(world, EVENT);
  const made = callbacksIn(scope, parameter);
  world.expect.that(made.length === 1, `${EVENT} calls ${parameter} once`, '1 call', describe(scope));
  const [callback] = made;
  if (callback === undefined) throw new Error(`there is no call of ${parameter}`);
  const { registration, arguments: given } = callback;
  const isContext = given.context === registration.context;
  world.expect.that(
    isContext,
    `${parameter} gets its context`,
    render(registration.context),
    render(given.context),
  );
  return callback;
}

const resultOf = ({ arguments: given }: CallbackRecord): unknown => given.send_result ?? given.receive_result;

function expectResult(world: LinuxWorld, callback: CallbackRecord, word: string): void {
  const { parameter } = callback.registration;
  const result = resultOf(callback);
  world.expect.that(result === word, `${parameter} gets ${word}`, word, observed(result));
}

/** Bytes of the peer's that a receive reports: those it got, or none where it got an error. */
function expectCount(world: LinuxWorld, { arguments: given, registration }: CallbackRecord): void {
  const isOk = String(given.receive_result).endsWith('_OK');
  const wanted = isOk ? 'some data' : '';
  const count = Number(given.bytes_received);
  world.expect.that(count === wanted.length, 'it reports the bytes received', `${wanted.length}`, `${count}`);
  if (!isOk) return;
  const buffers = registration.call.arguments.buffers as readonly ASYNC_SOCKET_BUFFER[];
  const text = Buffer.concat(buffers.map(({ buffer }) => buffer ?? new Uint8Array()))
    .subarray(0, count)
    .toString();
  world.expect.that(text === wanted, 'the buffers hold them in their order', wanted, text);
}

Then(
  /^(?:event_complete_callback|we) shall call (?:the )?(on_\w+_complete) callback with the (on_\w+_complete)_context and (\w+)$/,
  function (this: LinuxWorld, parameter: string, contextOf: string, word: string) {
    this.expect.that(contextOf === parameter, 'the context is its own', parameter, contextOf);
    const callback = completion(this, parameter);
    expectResult(this, callback, word);
    if (parameter === 'on_receive_complete') expectCount(this, callback);
  },
);

Then(
  /^(on_send_complete) shall be called with (\w+)$/,
  function (this: LinuxWorld, parameter: string, word: string) {
    expectResult(this, completion(this, parameter), word);
  },
);

/** Both wait, and each gets its own: ASYNC_SOCKET_SEND_ERROR, ASYNC_SOCKET_RECEIVE_ERROR. */
Then(
  /^event_complete_callback shall call either the send or recv complete callback with an ([A-Z]+) flag$/,
  function (this: LinuxWorld, flag: string) {
    const receive = completion(this, 'on_receive_complete');
    expectResult(this, receive, `ASYNC_SOCKET_RECEIVE_${flag}`);
    expectCount(this, receive);
    expectResult(this, completion(this, 'on_send_complete'), `ASYNC_SOCKET_SEND_${flag}`);
  },
);

/** Each context of an operation that waited is freed once, and not before its callback has been called. */
Then(
  /^event_complete_callback shall then free the (?:context|io_context) memory$/,
  async function (this: LinuxWorld) {
    const { stage } = this;
    await stage.settle();
    const { waiting } = planOf(this);
    if (!this.isBlindTo('diagnostics')) {
      const freed = stage.diagnostics
        .in({ mark: this.mark, function: EVENT })
        .flatMap(({ diagnostic, sequence }) =>
          diagnostic.event === 'contextFreed' ? [{ context: diagnostic.context, sequence }] : [],
        );
      this.expect.that(
        freed.length === waiting.length,
        'each context is freed once',
        `${waiting.length}`,
        `${freed.length}`,
      );
      for (const { context, sequence } of freed) {
        const told = this.timeline.callbacks.find(
          ({ registration }) => registration.context === context.on_complete_context,
        );
        const isAfter = told !== undefined && told.sequence < sequence;
        this.expect.that(
          isAfter,
          'a context is freed after its callback',
          'afterwards',
          'before, or without one',
        );
      }
    }
    if (this.isBlindTo('allocate')) return;
    // What is left is the async socket's own.
    const { outstanding } = stage.memory;
    this.expect.that(
      outstanding === 1,
      'the memory of the contexts is given back',
      '1 block left',
      `${outstanding}`,
    );
  },
);

Then(
  /^event_complete_callback shall call (recv) with the recv_buffer buffer and length$/,
  function (this: LinuxWorld, below: string) {
    const calls = madeBelow(this, below, EVENT);
    const [first] = calls;
    this.expect.that(first !== undefined, `${EVENT} calls ${below}`, 'a call', 'none');
    const [waiting] = planOf(this).waiting;
    const [wanted] = (waiting?.arguments.buffers ?? []) as readonly ASYNC_SOCKET_BUFFER[];
    const [socket, buffer, length] = first?.arguments ?? [];
    this.expect.that(socket === this.stage.socket, 'it reads from the socket', 'the socket', 'another');
    this.expect.that(
      buffer === wanted?.buffer,
      "it reads into the caller's buffer",
      'that buffer',
      render(buffer),
    );
    this.expect.that(
      length === wanted?.length,
      'it reads as much as goes in',
      String(wanted?.length),
      String(length),
    );
  },
);

/** The request stays: what comes later completes it, once. */
Then(/^event_complete_callback will break out of the function$/, async function (this: LinuxWorld) {
  const { stage } = this;
  const early = callbacksIn(scopeOf(this, 'the adapter')).length;
  this.expect.that(
    early === 0,
    'nothing is completed',
    'no callback',
    describe(scopeOf(this, 'the adapter')),
  );
  stage.under.peer.deliver(Buffer.from('some data'));
  await stage.waitUntil('the completion of the receive', () => callbacksIn(scopeOf(this, EVENT)).length > 0);
  const callback = completion(this, 'on_receive_complete');
  expectResult(this, callback, 'ASYNC_SOCKET_RECEIVE_OK');
  expectCount(this, callback);
});

Then(/^we will attempt another read$/, function (this: LinuxWorld) {
  const calls = madeBelow(this, 'recv', EVENT);
  const [waiting] = planOf(this).waiting;
  const buffers = (waiting?.arguments.buffers ?? []) as readonly ASYNC_SOCKET_BUFFER[];
  const read = calls.map(({ arguments: [, buffer] }) => buffers.findIndex((one) => one.buffer === buffer));
  const order = read.join(', ');
  this.expect.that(
    order === '0, 1',
    'each buffer is read into, in order',
    '0, 1',
    order === '' ? 'none' : order,
  );
  const callback = completion(this, 'on_receive_complete');
  expectCount(this, callback);
});

Then(
  /^event_complete_callback shall call (send) on the data in the ASYNC_SOCKET_SEND_CONTEXT buffer$/,
  async function (this: LinuxWorld, below: string) {
    const calls = madeBelow(this, below, EVENT);
    this.expect.that(calls.length > 0, `${EVENT} calls ${below}`, 'a call', 'none');
    await expectWhole(this, this.stage.buffers);
  },
);

Then(
  /^event_complete_callback shall continue to send the data until the payload length has been sent$/,
  async function (this: LinuxWorld) {
    await expectWhole(this, this.stage.buffers);
    expectResult(this, completion(this, 'on_send_complete'), 'ASYNC_SOCKET_SEND_OK');
  },
);
