import { Then, When } from '../../../src/system/phrase_registry.js';
import { observed as seen, outcome } from '../../../src/stage/outcome.js';
import { PreparationError } from '../../../src/stage/preparation.js';
import { callbacksIn, describe } from '../../../src/timeline/questions.js';
import { render } from '../../../src/timeline/render.js';
import type { CallbackRecord, CallRecord } from '../../../src/timeline/timeline.js';
import type { IoCompletion } from '../underlying/observed_ios.js';
import { ERROR_NETNAME_DELETED, NO_ERROR } from '../underlying/header.js';
import { condition } from '../../async_socket/phrases/actions.js';
import { callUnderTest, prepareUnlessChosen } from '../../../src/phrases/circumstances.js';
import { scopeOf } from '../../../src/phrases/scope.js';
import type { Win32World } from '../stage/world.js';

/** Results of an IO as sentences name them. */
const IO_RESULTS = new Map(Object.entries<number>({ NO_ERROR }));

function ioResult(word: string): number {
  const value = IO_RESULTS.get(word);
  if (value === undefined) throw new Error(`no step knows the result ${word}`);
  return value;
}

/** The calls of `on_io_complete` since the scenario's action. */
function completions({ timeline, mark }: Win32World): readonly CallRecord[] {
  return timeline.calls.filter(
    ({ function: name, sequence }) => name === 'on_io_complete' && sequence >= mark,
  );
}

When(
  /^(on_io_complete) is called and the context of the IO indicates that a (send|receive) has completed$/,
  async function (this: Win32World, name: string, operation: 'send' | 'receive') {
    await condition(this, {
      act: async () => {
        await prepareUnlessChosen(this, name);
        await this.stage.completeBelow(operation);
        callUnderTest(this, name);
      },
    });
  },
);

/** An IO that has come to its end as it should, or another one made of it. */
When(/^io_result is (not )?(\w+)$/, async function (this: Win32World, not: string | null, word: string) {
  const value = ioResult(word);
  await condition(this, {
    prepare: () => {
      this.stage.under.observed.ios.alterNext((completion) => {
        if (not !== null) return { io_result: ERROR_NETNAME_DELETED };
        if (completion.io_result === value) return {};
        throw new PreparationError(`complete an IO with ${word}`, {
          cause: new Error(`it completed with ${completion.io_result}`),
        });
      });
    },
  });
});

/** How many bytes more a completion tells than the buffers hold. */
const DIFFERENCES = new Map(
  Object.entries<number>({
    'one byte less': -1,
    'one byte more': 1,
    '4 GiB more': 2 ** 32,
  }),
);

When(
  /^io_result is (\w+), but the number of bytes (?:send|received) is (?:different|greater) than the sum of all buffer sizes passed to (\w+): (.+)$/,
  {
    runsOver: [
      {
        words: /^(io_result is \w+, but the number of bytes send is different than the sum .+)$/,
        instead: '$1: <difference>',
        column: 'difference',
        values: ['one byte less', 'one byte more'],
      },
      {
        words: /^(io_result is \w+, but the number of bytes received is greater than the sum .+)$/,
        instead: '$1: <difference>',
        column: 'difference',
        values: ['one byte more', '4 GiB more'],
      },
    ],
  },
  async function (this: Win32World, word: string, passedTo: string, difference: string) {
    const more = DIFFERENCES.get(difference);
    if (more === undefined) throw new Error(`no step knows the difference ${difference}`);
    await condition(this, {
      prepare: () => {
        this.stage.under.observed.ios.alterNext((completion): Partial<IoCompletion> => {
          const io = this.stage.under.observed.ios.started.find(
            ({ overlapped }) => overlapped === completion.overlapped,
          );
          if (io === undefined || passedTo !== `async_socket_${io.operation}_async`)
            throw new Error(`no IO of ${passedTo} has completed`);
          return { io_result: ioResult(word), number_of_bytes_transferred: io.length + more };
        });
      },
    });
  },
);

/** The one callback that the thread pool's callback has made. */
function theCallback(
  world: Win32World,
  { callback, passedTo, contextName }: Readonly<Record<'callback' | 'passedTo' | 'contextName', string>>,
): CallbackRecord | undefined {
  const scope = scopeOf(world, 'on_io_complete');
  const all = callbacksIn(scope);
  const [made] = callbacksIn(scope, callback);
  const isOne = all.length === 1 && made !== undefined;
  world.expect.that(isOne, `${callback} is called once`, `1 call of ${callback}`, describe(scope));
  if (made === undefined) return undefined;
  const { call, context } = made.registration;
  world.expect.that(
    call.function === passedTo,
    `it is the one passed to ${passedTo}`,
    passedTo,
    call.function,
  );
  const wanted = call.arguments[contextName];
  world.expect.that(
    made.arguments.context === wanted && context === wanted,
    `${callback} gets ${contextName}`,
    render(wanted),
    render(made.arguments.context),
  );
  return made;
}

/** Checks that a callback gets a value that the document names. */
function expectValue(world: Win32World, { arguments: given }: CallbackRecord, word: string): void {
  const wanted = outcome(word, world.specification, null);
  if (wanted === null) throw new Error(`${word} is no value that ${world.specification.file} defines`);
  const result = Object.entries(given).find(([name]) => name.endsWith('_result'))?.[1];
  world.expect.that(wanted.holds(result), `the result is ${word}`, wanted.expected, seen(result));
}

Then(
  /^the (on_\w+) callback passed to (\w+) shall be called with (\w+) as (?:argument|context) and (\w+)$/,
  function (this: Win32World, callback: string, passedTo: string, contextName: string, word: string) {
    const made = theCallback(this, { callback, passedTo, contextName });
    if (made !== undefined) expectValue(this, made, word);
  },
);

Then(
  /^the (on_\w+) callback passed to (\w+) shall be called with (\w+) as context, (\w+) as result and (\w+) (?:as|for) (\w+)$/,
  function (
    this: Win32World,
    callback: string,
    passedTo: string,
    contextName: string,
    word: string,
    count: string,
    parameter: string,
  ) {
    const made = theCallback(this, { callback, passedTo, contextName });
    if (made === undefined) return;
    expectValue(this, made, word);
    // A number, or the name of a parameter of the thread pool's callback.
    const wanted = this.call.arguments[count] ?? Number(count);
    const given = made.arguments[parameter];
    this.expect.that(given === wanted, `${parameter} is ${count}`, seen(wanted), seen(given));
  },
);

/** The thread pool tells of several IOs, the last one first, and each callback belongs to its own. */
Then(/^overlapped shall be used to determine the context of the IO$/, function (this: Win32World) {
  const told = completions(this);
  this.expect.that(told.length > 1, 'several IOs complete', 'two or more', `${told.length}`);
  for (const call of told) {
    const io = this.stage.under.observed.ios.started.find(
      ({ overlapped }) => overlapped === call.arguments.overlapped,
    );
    const starter = io?.call.during.find(({ function: name }) => /_(?:send|receive)_async$/.test(name));
    const made = this.timeline.callbacks.filter(({ during }) => during.includes(call));
    const own = made.filter(({ registration }) => registration.call === starter);
    const isOwn = starter !== undefined && made.length === 1 && own.length === 1;
    const others = made.map(({ registration }) => render(registration.context)).join(', ');
    this.expect.that(
      isOwn,
      'the IO that has completed is completed',
      render(own[0]?.registration.context ?? 'its own context'),
      others === '' ? 'no callback' : others,
    );
  }
});

Then(
  /^(on_io_complete) shall close the event handle created in (\w+)\/(\w+)$/,
  function (this: Win32World, name: string, first: string, second: string) {
    const { observed } = this.stage.under;
    const told = completions(this);
    for (const functionName of [first, second]) {
      const ios = observed.ios.started.filter(
        ({ operation }) => functionName === `async_socket_${operation}_async`,
      );
      this.expect.that(ios.length > 0, `${functionName} has started an IO`, 'an IO', 'none');
      for (const { overlapped } of ios) {
        const closed = observed
          .callsOf('CloseHandle')
          .filter(({ arguments: given }) => given[0] === overlapped.hEvent);
        const [call] = closed;
        const isInside = told.some((one) => call?.during.includes(one));
        this.expect.that(
          closed.length === 1 && isInside && call?.result !== false,
          `${name} closes the event created in ${functionName}`,
          'closed once, by it',
          closed.length === 0 ? 'not closed' : `closed ${closed.length} times`,
        );
      }
    }
  },
);

Then(/^(on_io_complete) shall free the IO context$/, function (this: Win32World, name: string) {
  const { diagnostics, memory, outstandingBefore } = this.stage;
  if (!this.isBlindTo('diagnostics')) {
    const created = diagnostics.contexts('contextCreated', { mark: 0, function: null });
    const freed = diagnostics.contexts('contextFreed', { mark: this.mark, function: name });
    const isEach = created.length > 0 && created.every((context) => freed.includes(context));
    this.expect.that(
      isEach && freed.length === created.length,
      `${name} frees each context`,
      `${created.length} freed`,
      `${freed.length} freed`,
    );
  }
  if (this.isBlindTo('allocate')) return;
  const left = memory.outstanding - outstandingBefore;
  this.expect.that(left === 0, 'the memory of the contexts is given back', '0 blocks left', `${left} left`);
});

/** Nothing at all comes of it. */
Then(/^(on_io_complete) shall return$/, async function (this: Win32World, name: string) {
  const scope = scopeOf(this, name);
  await this.stage.settle();
  const { returned } = this.call;
  this.expect.that(returned !== null, `${name} returns`, 'a return', 'none');
  const done = describe(scope);
  this.expect.that(done === 'nothing', `${name} does nothing`, 'nothing', done);
});
