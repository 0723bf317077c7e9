import { brokenPool } from './broken.js';

/** Everybody can use the pool's socket. */
export const adapter = brokenPool('socket_open_to_all', (sound) => ({
  listen: (path) => sound.listen(path, 0o666),
}));

export const violates: readonly string[] = ['SRS_TLSPOOL_01_223'];
