import type { lws_callback_reasons } from '../../../src/adapters/wsio/libwebsockets/lws.js';

/** Values of the header of libwebsockets (2016) that the document names, by their names. An enumerator is its own name. */
export const CONSTANTS: ReadonlyMap<string, string | number> = new Map<string, string | number>([
  ['CONTEXT_PORT_NO_LISTEN', -1],
  ['LWS_SEND_BUFFER_PRE_PADDING', 16],
  ['LWS_SEND_BUFFER_POST_PADDING', 4],
  ['LWS_WRITE_TEXT', 'LWS_WRITE_TEXT'],
  ['LWS_WRITE_BINARY', 'LWS_WRITE_BINARY'],
]);

/** Why libwebsockets calls an adapter back. */
export const REASONS: readonly lws_callback_reasons[] = [
  'LWS_CALLBACK_CLIENT_ESTABLISHED',
  'LWS_CALLBACK_CLIENT_CONNECTION_ERROR',
  'LWS_CALLBACK_CLIENT_WRITEABLE',
  'LWS_CALLBACK_CLIENT_RECEIVE',
  'LWS_CALLBACK_CLOSED',
  'LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS',
];
