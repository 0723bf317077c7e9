import type { SystemDescription } from './description.js';

/** What makes an open fail, by the names that the steps of wsio know. */
export const WS_FAULTS = [
  'a peer that refuses the upgrade',
  'a peer that cuts the connection',
  'a peer that answers with a wrong sub-protocol',
  'a certificate that nobody trusts',
  'an expired certificate',
  'a certificate for another host',
] as const;

/** What is called to load certificates and can fail. That `PEM_read_bio_X509` returns NULL is the end of the list. */
const CERTIFICATE_FUNCTIONS = [
  'SSL_CTX_get_cert_store',
  'BIO_s_mem',
  'BIO_new',
  'BIO_puts',
  'X509_STORE_add_cert',
  'BIO_free',
];

/** wsio stands on libwebsockets: its API scripted, or with a real WebSocket peer over portable parts, or the real library. */
export const wsio: SystemDescription = {
  name: 'wsio',
  noun: 'a wsio',
  kind: 'wsio',
  underlyings: ['mock', 'loopback', 'native'],
  states: [],
  situations: [
    /^(?:an|another) open action is (?:pending|in progress)$/,
    /^a close action is in progress$/,
    /^the IO is (?:already |not )?(?:open|closed)$/,
    /^another open is in progress or has completed successfully\b/,
    /^the wsio is not OPEN\b/,
    /^the IO has already been open or an open action is already pending$/,
    /^an open action is either pending or has completed successfully\b/,
  ],
  alternatives: [
    {
      words: /^another open is in progress or has completed successfully \(the IO is open\)$/,
      instead: 'another open <progress>',
      column: 'progress',
      values: ['is in progress', 'has completed successfully (the IO is open)'],
    },
    {
      words: /^the wsio is not OPEN \(open has not been called or is still in progress\)$/,
      instead: 'the wsio is not OPEN (open <progress>)',
      column: 'progress',
      values: ['has not been called', 'is still in progress'],
    },
    {
      words: /^the IO has already been open or an open action is already pending$/,
      instead: '<situation>',
      column: 'situation',
      values: ['the IO has already been open', 'an open action is already pending'],
    },
    {
      words: /^an open action is either pending or has completed successfully \(if the IO is open\)$/,
      instead: 'an open action <progress>',
      column: 'progress',
      values: ['is pending', 'has completed successfully (the IO is open)'],
    },
    {
      words: /^the IO is not closed$/,
      instead: 'the IO is not closed, but <state>',
      column: 'state',
      values: ['opening', 'open'],
    },
    {
      words: /^the IO is not open$/,
      instead: 'the IO is not open, but <state>',
      column: 'state',
      values: ['closed', 'in error'],
    },
    {
      words: /^(any error occurs while the open action is in progress)$/,
      instead: '$1 because of <fault>',
      column: 'fault',
      values: WS_FAULTS,
    },
    {
      words: /^any of the APIs fails( and an open call is pending)$/,
      instead: '<function> fails$1',
      column: 'function',
      values: CERTIFICATE_FUNCTIONS,
    },
    {
      words:
        /^(the send failed) writing to lws or allocating memory for the data to be passed to lws( and .+)$/,
      instead: '$1 <failure>$2',
      column: 'failure',
      values: ['writing to lws', 'allocating memory for the data to be passed to lws'],
    },
    {
      words: /^allocating memory for the new wsio instance (fails)$/,
      instead: 'the <allocation> of memory for the new wsio instance $1',
      column: 'allocation',
      values: ['first allocation', 'last allocation'],
    },
  ],
  sections: {},
  sequences: {},
};
