import type { SystemDescription } from './description.js';

/** Names of `src/underlying/tls/faults.ts` by the point where they strike; a test compares both lists. */
export const TLS_FAULTS = {
  opening: [
    'a refused connection',
    'a connection that closes before the handshake',
    'garbage instead of a handshake',
    'a reset in mid-handshake',
    'an expired certificate',
    'a self-signed certificate',
    'a certificate for another host',
    'an old TLS version',
    'an underlying IO that fails to open',
  ],
  open: ['a peer that closes', 'a peer that resets', 'an underlying IO that fails while open'],
  sending: ['an underlying IO that fails to send', 'a connection that breaks while sending'],
  closing: [
    'a peer that never answers the close',
    'a connection that breaks while closing',
    'an underlying IO that fails to close',
  ],
  creating: ['an underlying IO that cannot be created'],
  'calling open': ['an underlying IO whose open call fails'],
} as const;

/** tlsio stands on a TLS connection, scripted or real. */
export const tlsio: SystemDescription = {
  name: 'tlsio',
  noun: 'a tlsio',
  kind: 'adapter',
  underlyings: ['mock', 'loopback'],
  states: [],
  situations: [],
  alternatives: [
    {
      words: /^any resource allocation fails$/,
      instead: 'any resource allocation fails because of <fault>',
      column: 'fault',
      values: ['an allocation that fails', ...TLS_FAULTS.creating],
    },
    {
      words: /^(tlsio_open_async fails to enter \w+)$/,
      instead: '$1 because of <fault>',
      column: 'fault',
      values: TLS_FAULTS['calling open'],
    },
    {
      words: /^(the connection process fails) for any reason$/,
      instead: '$1 because of <fault>',
      column: 'fault',
      values: TLS_FAULTS.opening,
    },
    {
      words: /^(the send process fails before .+)$/,
      instead: '$1 because of <fault>',
      column: 'fault',
      values: TLS_FAULTS.sending,
    },
    {
      words: /^(the closing process fails to end gracefully)$/,
      instead: '$1 because of <fault>',
      column: 'fault',
      values: TLS_FAULTS.closing,
    },
    {
      words: /^an injected fault which (causes on_io_open_complete to .+)$/,
      instead: 'an injected fault, <fault>, $1',
      column: 'fault',
      values: TLS_FAULTS.opening,
    },
    {
      words: /^an injected fault which (causes on_io_error to .+)$/,
      instead: 'an injected fault, <fault>, $1',
      column: 'fault',
      values: [...TLS_FAULTS.open, ...TLS_FAULTS.sending],
    },
  ],
  sections: {
    'TLSIO_STATE_EXT_CLOSING behaviors':
      "an adapter whose underlying TLS connection has an asynchronous 'closing' state",
  },
  sequences: {
    'sequence/telemetry-send': 'TLSIO_STATE_EXT_OPEN',
    'sequence/close': 'TLSIO_STATE_EXT_OPEN',
    'sequence/retry': 'TLSIO_STATE_EXT_ERROR',
  },
};
