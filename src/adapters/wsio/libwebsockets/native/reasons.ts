import type { lws_callback_reasons } from '../lws.js';

/** Numbers of `enum lws_callback_reasons` of which a client hears; the rest is answered with 0. */
const REASONS: ReadonlyMap<number, lws_callback_reasons> = new Map([
  [1, 'LWS_CALLBACK_CLIENT_CONNECTION_ERROR'],
  [3, 'LWS_CALLBACK_CLIENT_ESTABLISHED'],
  [8, 'LWS_CALLBACK_CLIENT_RECEIVE'],
  [10, 'LWS_CALLBACK_CLIENT_WRITEABLE'],
  [21, 'LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS'],
  // LWS_CALLBACK_CLIENT_CLOSED: later versions tell clients and servers apart.
  [75, 'LWS_CALLBACK_CLOSED'],
]);

/** The last that is heard of a `struct lws`, whose memory is used again. */
export const LWS_CALLBACK_WSI_DESTROY = 30;

/** The name of a reason; null when it is none that a client hears of. */
export function reasonOf(number: number): lws_callback_reasons | null {
  return REASONS.get(number) ?? null;
}

/** False for what nothing has to be done about. */
export function isHeard(number: number): boolean {
  return number === LWS_CALLBACK_WSI_DESTROY || REASONS.has(number);
}
