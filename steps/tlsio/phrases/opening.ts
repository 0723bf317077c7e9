import { Then } from '../../../src/system/phrase_registry.js';
import { render } from '../../../src/timeline/render.js';
import type { TlsioWorld } from '../stage/world.js';

/** "hostName" and "port" were provided to tlsio_create: the reading of the sentence. */
Then(
  /^tlsio_dowork shall establish a TLS connection using the hostName and port provided during tlsio_open_async$/,
  async function (this: TlsioWorld) {
    const { stage } = this;
    await stage.waitUntil('on_io_open_complete', () => stage.state !== 'TLSIO_STATE_EXT_OPENING');
    await stage.settle();
    const { hostname, port } = stage.under.config;
    const { peer } = stage.under;
    this.expect.that(
      peer.handshakes === 1,
      'a TLS handshake is completed',
      '1 handshake',
      `${peer.handshakes}`,
    );
    this.expect.that(
      peer.servername === hostname,
      'the hostName is used',
      String(hostname),
      String(peer.servername),
    );
    const reached = peer.address?.port;
    this.expect.that(reached === port, 'the port is used', `${port}`, String(reached));
  },
);

/** Each callback and context named is put to use in turn: opening, receiving, an error. */
Then(
  /^tlsio_open_async shall store the provided (.+) parameters for later use as specified and tested per other line entries in this document$/,
  async function (this: TlsioWorld, names: string) {
    const { stage } = this;
    await stage.waitUntil('on_io_open_complete', () => stage.state !== 'TLSIO_STATE_EXT_OPENING');
    await stage.settle();
    stage.under.peer.send(Buffer.from('some data'));
    await stage.waitUntil('on_bytes_received', () => this.timeline.callbacks.length > 1);
    stage.under.peer.reset();
    await stage.waitUntil('on_io_error', () => stage.state === 'TLSIO_STATE_EXT_ERROR');
    for (const name of names.split(/, and |, | and /)) {
      const parameter = name.replace(/_context$/, '');
      const made = this.timeline.callbacks.find(
        ({ registration }) => registration.parameter === parameter && registration.call === this.call,
      );
      this.expect.that(made !== undefined, `${parameter} is called`, `a call of ${parameter}`, 'none');
      if (name === parameter) continue;
      const context = made?.arguments.context;
      const given = this.call.arguments[name];
      this.expect.that(context === given, `${parameter} gets ${name}`, render(given), render(context));
    }
  },
);
