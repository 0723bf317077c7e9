import { brokenClient } from './broken.js';

/** A guard removed: an open without a path succeeds. */
export const adapter = brokenClient('null_path_accepted', (sound) => ({
  tlspool_async_open: (path) => (path === null ? {} : sound.tlspool_async_open(path)),
}));

export const violates: readonly string[] = ['SRS_TLSPOOL_01_111'];
