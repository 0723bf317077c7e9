import { brokenBelow } from './broken.js';

/** The origin is the URL that a browser would send (SRS_WSIO_01_030). */
export const adapter = brokenBelow('origin_is_a_url', (sound) => ({
  lws_client_connect: (clients, address, port, use_ssl, path, host, origin, protocol, version) =>
    sound.lws_client_connect(
      clients,
      address,
      port,
      use_ssl,
      path,
      host,
      `http://${origin}`,
      protocol,
      version,
    ),
}));

/** The first one introduces the list that the other is an item of. */
export const violates: readonly string[] = ['SRS_WSIO_01_023', 'SRS_WSIO_01_030'];
