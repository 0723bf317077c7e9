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

export const violates: readonly string[] = ['SRS_WSIO_01_030'];
