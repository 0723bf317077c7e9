import { Then } from '../../../src/system/phrase_registry.js';
import { toldBy } from '../stage/scope.js';
import type { AsyncSocketWorld } from '../stage/world.js';

Then(
  /^(async_socket_destroy) shall free all resources associated with (async_socket)$/,
  async function (this: AsyncSocketWorld, name: string, parameter: string) {
    const { stage } = this;
    await stage.settle();
    const handle = this.call.arguments[parameter];
    if (!this.isBlindTo('diagnostics')) {
      const freed = stage.diagnostics
        .in(toldBy(this, name))
        .filter(({ diagnostic }) => diagnostic.event === 'freed' && diagnostic.async_socket === handle);
      this.expect.that(freed.length === 1, `${name} frees it`, 'freed once', `${freed.length} times`);
      const all = { mark: 0, function: null };
      const created = stage.diagnostics.contexts('contextCreated', all).length;
      const gone = stage.diagnostics.contexts('contextFreed', all).length;
      this.expect.that(created === gone, 'no context is left', `${created} freed`, `${gone} freed`);
    }
    if (!this.isBlindTo('allocate')) {
      const { outstanding } = stage.memory;
      this.expect.that(outstanding === 0, 'all memory is given back', '0 blocks left', `${outstanding} left`);
    }
    for (const { what, holds, expected, observed } of stage.leftBelow()) {
      this.expect.that(holds, what, expected, observed);
    }
  },
);
