import { Then, When } from '../../../../src/system/phrase_registry.js';
import type { TlsioWorld } from '../../stage/world.js';

When(/^tlsio_create is called with port (\d+)$/, function (this: TlsioWorld, port: string) {
  const { stage } = this;
  const config = { ...stage.under.config, port: Number(port) };
  this.act();
  this.callUnderTest = stage.call('tlsio_create', { io_create_parameters: config });
});

/** The underlying IO leads to the same peer whatever the hostname is: only TLS has to do with it here. */
When(/^the adapter is opened with the hostname (\S+)$/, async function (this: TlsioWorld, hostname: string) {
  const { stage } = this;
  stage.call('tlsio_create', { io_create_parameters: { ...stage.under.config, hostname } });
  stage.call('tlsio_setoption');
  this.act();
  this.callUnderTest = stage.call('tlsio_open_async');
  await stage.waitUntil('on_io_open_complete', () => stage.state !== 'TLSIO_STATE_EXT_OPENING');
  await stage.settle();
});

/** RFC 6066, section 3: literal addresses are not permitted in a server name. */
Then(/^the peer shall be asked for no server name$/, function (this: TlsioWorld) {
  const { servername } = this.stage.under.peer;
  this.expect.that(servername === null, 'no server name is sent', 'none', String(servername));
});

/** The document: a chained tlsio without an interface makes a socketio of its own. */
When(/^the adapter is opened without an underlying_io_interface$/, async function (this: TlsioWorld) {
  const { stage } = this;
  const none = { underlying_io_interface: null, underlying_io_parameters: null };
  stage.call('tlsio_create', { io_create_parameters: { ...stage.under.config, ...none } });
  stage.call('tlsio_setoption');
  this.act();
  this.callUnderTest = stage.call('tlsio_open_async');
  await stage.waitUntil('on_io_open_complete', () => stage.state !== 'TLSIO_STATE_EXT_OPENING');
  await stage.settle();
});
