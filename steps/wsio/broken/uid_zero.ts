import { brokenBelow } from './broken.js';

/** The user id is 0 in place of -1 (SRS_WSIO_01_092). */
export const adapter = brokenBelow('uid_zero', (sound) => ({
  lws_create_context: (info) => sound.lws_create_context({ ...info, uid: 0 }),
}));

export const violates: readonly string[] = ['SRS_WSIO_01_092'];
