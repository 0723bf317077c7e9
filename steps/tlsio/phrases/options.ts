import { Then } from '../../../src/system/phrase_registry.js';
import type { OPTIONHANDLER_HANDLE } from '../../../src/adapters/xio/xio.js';
import { render } from '../../../src/timeline/render.js';
import type { TlsioWorld } from '../stage/world.js';

/** The option stands through a connection, its close and a second connection, and is among those retrieved. */
Then(
  /^the adapter shall store the option value until tlsio_destroy is called$/,
  async function (this: TlsioWorld) {
    const { stage } = this;
    const { optionName, value } = this.call.arguments;
    for (const round of ['first', 'second']) {
      stage.call('tlsio_open_async');
      await stage.waitUntil('on_io_open_complete', () => stage.state !== 'TLSIO_STATE_EXT_OPENING');
      const opened = stage.state;
      const open = 'TLSIO_STATE_EXT_OPEN';
      this.expect.that(opened === open, `the option is in effect for the ${round} connection`, open, opened);
      stage.call('tlsio_close_async');
      await stage.settle();
    }
    const retrieved = stage.call('tlsio_retrieveoptions').result as OPTIONHANDLER_HANDLE | null;
    const kept = retrieved?.options.find(({ name }) => name === optionName)?.value;
    this.expect.that(kept === value, 'the value is retrieved as it was set', render(value), render(kept));
  },
);
