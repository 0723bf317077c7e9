import { brokenClient } from './broken.js';

/** A guard removed: a flow without a connection is said to begin. */
export const adapter = brokenClient('no_cipher_accepted', (sound) => ({
  tlspool_flow_starttls: (flow, cipher, ...others) =>
    flow !== null && cipher === -1 ? 0 : sound.tlspool_flow_starttls(flow, cipher, ...others),
}));

export const violates: readonly string[] = ['SRS_TLSPOOL_01_191'];
