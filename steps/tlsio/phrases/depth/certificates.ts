import { Given, Then, When } from '../../../../src/system/phrase_registry.js';
import { render } from '../../../../src/timeline/render.js';
import { CLIENT_NAME } from '../../underlying/index.js';
import type { OPTIONHANDLER_HANDLE } from '../../../../src/adapters/xio/xio.js';
import { callUnderTest } from '../../../../src/phrases/circumstances.js';
import type { TlsioWorld } from '../../stage/world.js';

const ENVIRONMENT = 'NODE_TLS_REJECT_UNAUTHORIZED';

/** Sets options; withdrawn where the adapter, whose options are its own business, has none of that name. */
async function setOrWithdraw(
  world: TlsioWorld,
  options: Readonly<Record<string, unknown>>,
): Promise<'skipped' | undefined> {
  await world.stage.ensureCreated();
  for (const [optionName, value] of Object.entries(options)) {
    const { result } = world.stage.call('tlsio_setoption', { optionName, value });
    if (result !== 0) return world.withdraw('notApplicable', `${optionName} is no option of this adapter`);
  }
  return undefined;
}

Given(/^a client certificate and its key are set$/, function (this: TlsioWorld) {
  const { certificate, privateKey } = this.stage.under.client;
  return setOrWithdraw(this, { x509certificate: certificate, x509privatekey: privateKey });
});

Given(/^the lowest TLS version is set to (\d+)$/, function (this: TlsioWorld, version: string) {
  return setOrWithdraw(this, { tls_version: Number(version) });
});

Given(/^the environment says NODE_TLS_REJECT_UNAUTHORIZED=0$/, function (this: TlsioWorld) {
  const before = process.env[ENVIRONMENT];
  this.afterwards(() => {
    if (before === undefined) Reflect.deleteProperty(process.env, ENVIRONMENT);
    else process.env[ENVIRONMENT] = before;
  });
  process.env[ENVIRONMENT] = '0';
});

/** `""`, `"text"`, `0`, `false` as a JSON value; whether it is taken is the adapter's business. */
Given(
  /^somebody sets the option (\S+) to (.+)$/,
  async function (this: TlsioWorld, optionName: string, value: string) {
    await this.stage.ensureCreated();
    this.stage.call('tlsio_setoption', { optionName, value: JSON.parse(value) as unknown });
  },
);

Given(/^no certificate was trusted$/, function (this: TlsioWorld) {
  this.stage.call('tlsio_create');
});

When(
  /^the adapter opens to a peer with (an? .+ certificate|a certificate for another host|a good certificate)$/,
  async function (this: TlsioWorld, certificate: string) {
    const { stage } = this;
    await stage.ensureCreated();
    if (
      certificate === 'an expired certificate' ||
      certificate === 'a self-signed certificate' ||
      certificate === 'a certificate for another host'
    )
      stage.under.inject(certificate);
    callUnderTest(this, 'tlsio_open_async');
    await stage.waitUntil('on_io_open_complete', () => stage.state !== 'TLSIO_STATE_EXT_OPENING');
    await stage.settle();
  },
);

Then(/^the peer shall have seen the client certificate$/, async function (this: TlsioWorld) {
  await this.stage.settle();
  const { clientName } = this.stage.under.peer;
  this.expect.that(clientName === CLIENT_NAME, 'the client shows itself', CLIENT_NAME, String(clientName));
});

Then(/^the peer shall have seen no client certificate$/, async function (this: TlsioWorld) {
  await this.stage.settle();
  const { clientName, handshakes } = this.stage.under.peer;
  this.expect.that(
    handshakes === 1 && clientName === null,
    'the client shows nothing',
    'none',
    String(clientName),
  );
});

/** A refusal leaves what was set before in force. */
Then(/^TrustedCerts shall be as it was, if the new value was refused$/, function (this: TlsioWorld) {
  const { result } =
    this.timeline.calls.filter(({ function: name }) => name === 'tlsio_setoption').at(-1) ?? {};
  const handler = this.probe('tlsio_retrieveoptions').result as OPTIONHANDLER_HANDLE | null;
  const kept = handler?.options.find(({ name }) => name === 'TrustedCerts')?.value;
  const before = this.stage.under.trustedCerts;
  const holds = result === 0 ? kept !== before : kept === before;
  this.expect.that(holds, 'a refused value changes nothing', render(before), render(kept));
});
