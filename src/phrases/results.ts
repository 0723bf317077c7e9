import { Then } from '../system/phrase_registry.js';
import { outcome, observed } from '../stage/outcome.js';
import {
  callsBelowIn,
  callbacksIn,
  callsOf,
  describe,
  errorsLoggedIn,
  logsIn,
} from '../timeline/questions.js';
import type { IospecWorld } from '../stage/world.js';
import { scopeOf } from './scope.js';

/** "shall return _FAILURE_", "shall return 0", "shall then return 0", "shall return a non-zero value". */
Then(
  /^(\w+) shall (?:then )?return ((?:an? )?[\w-]+(?: value| handle)?)$/,
  function (this: IospecWorld, name: string, words: string) {
    const wanted = outcome(words, this.specification, this.prototype(name));
    if (wanted === null)
      throw new Error(`"${words}" is not a value that ${name} can return, as its document declares it`);
    const calls = callsOf(scopeOf(this, name), name);
    this.expect.that(calls.length > 0, `${name} was called`, `a call of ${name}`, 'none');
    for (const { result } of calls) {
      this.expect.that(wanted.holds(result), `${name} returns ${words}`, wanted.expected, observed(result));
    }
  },
);

Then(/^(\w+) shall fail$/, function (this: IospecWorld, name: string) {
  const [call] = callsOf(scopeOf(this, name), name);
  const failure = outcome('_FAILURE_', this.specification, this.prototype(name));
  this.expect.that(
    call !== undefined && failure?.holds(call.result) === true,
    `${name} fails`,
    failure?.expected ?? 'a failure',
    observed(call?.result),
  );
});

Then(
  /^(the adapter|\w+) shall (?:then )?log (?:an |the )?error$/,
  function (this: IospecWorld, subject: string) {
    if (this.isBlindTo('log')) return;
    const scope = scopeOf(this, subject);
    this.expect.that(
      errorsLoggedIn(scope).length > 0,
      `${subject} logs an error`,
      'an error in the log',
      describe(scope),
    );
  },
);

Then(/^(\w+) shall do nothing$/, async function (this: IospecWorld, name: string) {
  const before = this.stage.history.length;
  await this.stage.settle();
  const scope = scopeOf(this, name);
  const below = callsBelowIn(scope).filter((call) => !this.tolerated.has(call.name));
  const callbacks = callbacksIn(scope).filter(
    ({ registration }) => !this.tolerated.has(registration.parameter),
  );
  const nothing = callbacks.length + logsIn(scope).length + below.length === 0;
  this.expect.that(callsOf(scope, name).length > 0, `${name} was called`, `a call of ${name}`, 'none');
  this.expect.that(
    nothing,
    `${name} does nothing`,
    'no callback, no call below, no log line',
    describe(scope),
  );
  const { length } = this.stage.history;
  this.expect.that(
    length === before,
    `${name} changes no state`,
    'the same state',
    this.stage.history.at(-1)?.state ?? '',
  );
});

Then(/^(\w+) shall do nothing except log an error$/, function (this: IospecWorld, name: string) {
  const scope = scopeOf(this, name);
  if (!this.isBlindTo('log')) {
    this.expect.that(
      errorsLoggedIn(scope).length > 0,
      `${name} logs an error`,
      'an error in the log',
      describe(scope),
    );
  }
  const only = callbacksIn(scope).length + callsBelowIn(scope).length === 0;
  this.expect.that(only, `${name} does nothing else`, 'no callback, no call below', describe(scope));
});
