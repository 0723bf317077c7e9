import { Then } from '../../../src/system/phrase_registry.js';
import { render } from '../../../src/timeline/render.js';
import type { LibraryCall } from '../underlying/underlying.js';
import { defineEventCircumstance } from './events.js';
import { failNext } from '../stage/failures.js';
import { below, expectEqual, onlyCall } from '../stage/questions.js';
import type { WsioWorld } from '../stage/world.js';

/** What is called to load certificates and can fail. That `PEM_read_bio_X509` returns NULL is the end of the list. */
const CERTIFICATE_FUNCTIONS = [
  'SSL_CTX_get_cert_store',
  'BIO_s_mem',
  'BIO_new',
  'BIO_puts',
  'X509_STORE_add_cert',
  'BIO_free',
];

defineEventCircumstance(
  '((?:SSL|BIO|X509)\\w+) fails(?: and an open call is pending)?',
  {
    runsOver: [
      {
        words: /^any of the APIs fails( and an open call is pending)$/,
        instead: '<function> fails$1',
        column: 'function',
        values: CERTIFICATE_FUNCTIONS,
      },
    ],
  },
  ({ stage }, _reason, name = '') => {
    failNext(stage, name);
    return Promise.resolve(undefined);
  },
);

/** It does behind the last certificate. */
defineEventCircumstance('PEM_read_bio_X509 returns (NULL)', () => Promise.resolve(undefined));

/** Certificates that were read, oldest first. */
function certificatesRead(world: WsioWorld, name = 'PEM_read_bio_X509'): readonly LibraryCall[] {
  return below(world, name).filter(({ result }) => result !== null);
}

/** How many certificates the configuration has. */
function certificatesGiven({ stage }: WsioWorld): number {
  return stage.configuration.trusted_ca?.match(/BEGIN CERTIFICATE/g)?.length ?? 0;
}

/** They are in the store, and count: the peer whose certificate one of them signed is trusted. */
Then(
  /^the certificates passed in the trusted_ca member of WSIO_CONFIG passed in wsio_init shall be loaded in the certificate store$/,
  async function (this: WsioWorld) {
    const { stage } = this;
    const added = below(this, 'X509_STORE_add_cert').filter(({ result }) => result === 1);
    expectEqual(this, 'certificates in the store', certificatesGiven(this), added.length);
    stage.under.peer.conduct = 'accept';
    await stage.waitUntil('on_io_open_complete', () => stage.state !== 'opening');
    expectEqual(this, 'the peer is trusted', 'open', stage.state);
  },
);

Then(/^the OpenSSL certificate store is passed in the user argument$/, function (this: WsioWorld) {
  const event = this.stage.under.events.find(({ sequence }) => sequence >= this.mark);
  const { arguments: given, result: store } = onlyCall(this, 'SSL_CTX_get_cert_store');
  expectEqual(this, 'the store is that of the user argument', event?.user, given[0]);
  for (const { arguments: added } of below(this, 'X509_STORE_add_cert')) {
    expectEqual(this, 'certificates go to that store', store, added[0]);
  }
});

Then(
  /^get the certificate store for the OpenSSL context by calling (\w+)$/,
  function (this: WsioWorld, name: string) {
    const event = this.stage.under.events.find(({ sequence }) => sequence >= this.mark);
    expectEqual(this, `${name} gets the context`, event?.user, onlyCall(this, name).arguments[0]);
  },
);

Then(/^creating a new BIO by calling (\w+)$/, function (this: WsioWorld, name: string) {
  const { result } = onlyCall(this, name);
  this.expect.that(result != null, `${name} gives a BIO`, 'a BIO', render(result));
  expectEqual(this, 'the text goes into it', result, onlyCall(this, 'BIO_puts').arguments[0]);
});

Then(
  /^the BIO shall be a memory one \(obtained by calling (\w+)\)$/,
  function (this: WsioWorld, name: string) {
    expectEqual(
      this,
      'BIO_new gets its kind',
      onlyCall(this, name).result,
      onlyCall(this, 'BIO_new').arguments[0],
    );
  },
);

Then(
  /^setting the certificates string as the input by using (\w+)$/,
  function (this: WsioWorld, name: string) {
    const { arguments: given } = onlyCall(this, name);
    expectEqual(this, `${name} gets the BIO`, onlyCall(this, 'BIO_new').result, given[0]);
    expectEqual(this, `${name} gets the certificates`, this.stage.configuration.trusted_ca, given[1]);
  },
);

Then(/^reading every certificate by calling (\w+)$/, function (this: WsioWorld, name: string) {
  const bio = onlyCall(this, 'BIO_new').result;
  expectEqual(this, 'certificates read', certificatesGiven(this), certificatesRead(this, name).length);
  for (const { arguments: given } of below(this, name)) {
    expectEqual(this, `${name} gets the BIO`, bio, given[0]);
  }
});

/** It is asked no more, and it is no failure: the open goes on. */
Then(/^no more certificates are available in the input string$/, async function (this: WsioWorld) {
  const { stage } = this;
  const results = below(this, 'PEM_read_bio_X509').map(({ result }) => result);
  expectEqual(this, 'the one NULL is the last result', results.length - 1, results.indexOf(null));
  expectEqual(this, 'certificates before it', certificatesGiven(this), results.length - 1);
  stage.under.peer.conduct = 'accept';
  await stage.waitUntil('on_io_open_complete', () => stage.state !== 'opening');
  expectEqual(this, 'the open succeeds', 'open', stage.state);
});

Then(/^adding the read certificate to the store by calling (\w+)$/, function (this: WsioWorld, name: string) {
  const store = onlyCall(this, 'SSL_CTX_get_cert_store').result;
  const read = certificatesRead(this).map(({ result }) => result);
  const added = below(this, name);
  expectEqual(this, 'certificates added', read.length, added.length);
  added.forEach(({ arguments: given }, index) => {
    expectEqual(this, `${name} gets the store`, store, given[0]);
    expectEqual(this, `${name} gets certificate ${index + 1}`, read[index], given[1]);
  });
});

Then(
  /^the certificate obtained by calling (\w+) shall be freed with (\w+)$/,
  function (this: WsioWorld, source: string, name: string) {
    const failed = below(this, 'X509_STORE_add_cert').find(({ result }) => result !== 1);
    const certificate = failed?.arguments[1];
    const read = certificatesRead(this, source).some(({ result }) => result === certificate);
    this.expect.that(read, `a certificate of ${source} could not be added`, 'one', render(failed));
    const freed = below(this, name).filter(({ arguments: given }) => given[0] === certificate);
    expectEqual(this, `calls of ${name} for it`, 1, freed.length);
  },
);

/** Once, and behind everything that uses it. */
Then(/^freeing the BIO$/, function (this: WsioWorld) {
  const { arguments: given, sequence } = onlyCall(this, 'BIO_free');
  expectEqual(this, 'what is freed', onlyCall(this, 'BIO_new').result, given[0]);
  const lastUse = below(this, 'PEM_read_bio_X509').at(-1)?.sequence ?? -1;
  this.expect.that(lastUse < sequence, 'it is used no more', 'BIO_free last', 'a use behind it');
});
