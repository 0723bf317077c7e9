import { Then } from '../../../src/system/phrase_registry.js';
import { observed, outcome } from '../../../src/stage/outcome.js';
import type { AsyncSocketWorld } from '../stage/world.js';

Then(
  /^(async_socket_create) shall allocate a new async socket$/,
  function (this: AsyncSocketWorld, name: string) {
    const { memory } = this.stage;
    if (!this.isBlindTo('allocate'))
      this.expect.that(memory.granted.length > 0, `${name} allocates`, 'memory', 'no request for memory');
    const another = this.probe(name);
    this.expect.that(
      another.result !== null && another.result !== this.call.result,
      'each call gives an async socket of its own',
      'another handle',
      observed(another.result),
    );
    this.probe('async_socket_destroy', { async_socket: another.result });
  },
);

Then(
  /^on success (\w+) shall return ((?:an? )?[\w-]+(?: value| handle)?)$/,
  function (this: AsyncSocketWorld, name: string, words: string) {
    const wanted = outcome(words, this.specification, this.prototype(name));
    if (wanted === null) throw new Error(`"${words}" is no value that ${name} can return`);
    const { result } = this.call;
    this.expect.that(wanted.holds(result), `${name} returns ${words}`, wanted.expected, observed(result));
  },
);
