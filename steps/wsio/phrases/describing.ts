import { Then } from '../../../src/system/phrase_registry.js';
import { outcome } from '../../../src/stage/outcome.js';
import { render } from '../../../src/timeline/render.js';
import type { AdapterFunction } from '../../../src/subject/adapter.js';
import { expectEqual } from '../stage/questions.js';
import type { WsioWorld } from '../stage/world.js';

/** Each pointer is put to use: the slot of a function does on an instance what the function does. */
Then(
  /^wsio_get_interface_description shall return a pointer to an IO_INTERFACE_DESCRIPTION structure that contains pointers to the functions: (.+)$/,
  function (this: WsioWorld, names: string) {
    const description = this.call.result as Readonly<Record<string, AdapterFunction | undefined>>;
    const slotOf = (name: string): AdapterFunction => {
      const slot = name.replace(/^wsio_/, 'concrete_io_');
      const found = description[slot];
      this.expect.that(typeof found === 'function', `${slot} is there`, 'a function', render(found));
      return found ?? (() => undefined);
    };
    const listed = names.split(/, | and /).map((name) => [name, slotOf(name)] as const);
    const slots = new Map([...listed, ['wsio_setoption', slotOf('wsio_setoption')] as const]);
    const use = (name: string, ...given: unknown[]): unknown => slots.get(name)?.(...(given as never[]));
    const handle = use('wsio_create', this.stage.configuration);
    this.expect.that(handle != null, 'concrete_io_create creates', 'a handle', render(handle));
    expectEqual(
      this,
      'concrete_io_open opens',
      0,
      use('wsio_open', handle, null, null, null, null, null, null),
    );
    expectEqual(
      this,
      'concrete_io_send is refused while opening',
      true,
      use('wsio_send', handle, Buffer.of(1), 1, null, null) !== 0,
    );
    const before = this.stage.below('lws_service', this.mark).length;
    use('wsio_dowork', handle);
    expectEqual(
      this,
      'concrete_io_dowork works',
      before + 1,
      this.stage.below('lws_service', this.mark).length,
    );
    expectEqual(this, 'concrete_io_close closes', 0, use('wsio_close', handle, null, null));
    use('wsio_destroy', handle);
    const destroyed = this.stage.below('list_destroy', this.mark).length;
    expectEqual(this, 'concrete_io_destroy destroys', 1, destroyed);
  },
);

Then(/^wsio_setoption does not support any options$/, function (this: WsioWorld) {
  for (const optionName of ['TrustedCerts', 'tls_version', 'proxy_data', '']) {
    const { result } = this.stage.call('wsio_setoption', { optionName });
    this.expect.that(result !== 0, `${optionName} is refused`, 'a non-zero value', render(result));
  }
});

Then(/^wsio_setoption shall always return (.+) value$/, function (this: WsioWorld, word: string) {
  const wanted = outcome(word, this.specification, this.prototype('wsio_setoption'));
  const results = [
    this.call.result,
    this.stage.call('wsio_setoption', { socket_io: null }).result,
    this.stage.call('wsio_setoption', { optionName: null }).result,
    this.stage.call('wsio_setoption', { value: null }).result,
  ];
  for (const result of results) {
    const holds = wanted?.holds(result) === true;
    this.expect.that(holds, 'wsio_setoption returns', `a ${word} value`, render(result));
  }
});
