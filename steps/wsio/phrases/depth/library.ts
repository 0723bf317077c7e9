import { Given, Then, When } from '../../../../src/system/phrase_registry.js';
import { below, callbacks, expectEqual } from '../../stage/questions.js';
import type { WsioWorld } from '../../stage/world.js';

When(
  /^the peer (ends the connection|drops the connection|sends a frame that is forbidden)$/,
  async function (this: WsioWorld, what: string) {
    const { stage } = this;
    await stage.enterState('open');
    this.act();
    if (what === 'ends the connection') stage.under.peer.close();
    else if (what === 'drops the connection') stage.under.peer.drop();
    else stage.under.peer.violate();
    await stage.waitUntil('on_io_error', () => stage.state === 'error');
  },
);

Then(/^(lws_service) shall not be called$/, function (this: WsioWorld, name: string) {
  expectEqual(this, 'wsio_dowork was called', 'wsio_dowork', this.call.function);
  expectEqual(this, `calls of ${name}`, 0, below(this, name).length);
});

Then(/^the context shall be destroyed once$/, function (this: WsioWorld) {
  const context = below(this, 'lws_create_context').at(-1)?.result;
  const destroyed = below(this, 'lws_context_destroy').filter(({ arguments: [first] }) => first === context);
  expectEqual(this, 'calls of lws_context_destroy for it', 1, destroyed.length);
});

/** An event and a close show that it is gone. */
Then(/^the message shall be neither sent nor completed$/, async function (this: WsioWorld) {
  const { stage } = this;
  stage.under.askToWrite();
  await stage.settle();
  expectEqual(this, 'writes', 0, below(this, 'lws_write').length);
  stage.call('wsio_close');
  await callbacks(this, 'on_send_complete', 0);
});

/** As libwebsockets does it: the callback comes inside the call, which then fails or does not. */
Given(
  /^lws_client_connect tells a connection error and (fails|succeeds)$/,
  async function (this: WsioWorld, outcome: string) {
    const { stage } = this;
    await stage.ensureCreated();
    stage.under.observed.script('lws_client_connect', (real, given) => {
      const wsi = real(...given);
      stage.under.tellNow({ reason: 'LWS_CALLBACK_CLIENT_CONNECTION_ERROR' });
      return outcome === 'fails' ? null : wsi;
    });
  },
);

Given(
  /^a trusted_ca that (is no certificate|is broken behind its first certificate|is empty)$/,
  function (this: WsioWorld, how: string) {
    const { secure } = this.stage.under;
    const [first = ''] = /-----BEGIN[^]*?END CERTIFICATE-----/.exec(secure.trusted_ca ?? '') ?? [];
    const texts = new Map(
      Object.entries<string>({
        'is no certificate': 'no certificate',
        'is broken behind its first certificate': `${first}\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`,
        'is empty': '-----BEGIN CERTIFICATE-----',
      }),
    );
    this.stage.configuration = { ...secure, trusted_ca: texts.get(how) ?? '' };
  },
);

/** The certificates are asked for while the open is in progress, and the peer keeps it waiting. */
When(/^its certificates are loaded$/, async function (this: WsioWorld) {
  const { stage } = this;
  stage.configuration = { ...stage.configuration, use_ssl: false, port: stage.under.plain.port };
  await stage.enterState('opening');
  this.act();
  stage.under.tell({ reason: 'LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS' });
  await stage.settle();
});

Then(/^the open shall still be in progress$/, function (this: WsioWorld) {
  this.expect.that(below(this, 'BIO_puts').length === 1, 'the text was read', '1 BIO_puts', 'none');
  expectEqual(this, 'the state', 'opening', this.stage.state);
});
