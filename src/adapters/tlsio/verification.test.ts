import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import nodeTls from 'node:tls';
import type { TLSSocket, TlsOptions } from 'node:tls';
import { certificatesFor } from '../../stage/certificates.js';
import type { Certificates } from '../../stage/certificates.js';
import { startTlsServer } from '../testing/tls_server.js';
import type { TlsServer } from '../testing/tls_server.js';
import { User, destroyAll } from '../testing/user.js';
import type { Connector } from '../xio/dependencies.js';
import { create_tlsio_chained, create_tlsio_direct } from './tlsio.js';

let certificates: Certificates;
before(async () => {
  certificates = await certificatesFor('localhost');
});
const servers: TlsServer[] = [];
afterEach(async () => {
  destroyAll();
  for (const server of servers.splice(0)) await server.dispose();
});
after(() => {
  delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
});

const serve = async (tls: TlsOptions = {}): Promise<TlsServer> => {
  const server = await startTlsServer({ tls });
  servers.push(server);
  return server;
};
const credentials = ({
  certificate,
  privateKey,
}: {
  certificate: string;
  privateKey: string;
}): TlsOptions => ({
  cert: certificate,
  key: privateKey,
});

const loopback =
  (port: number): Connector =>
  () =>
    connect({ host: '127.0.0.1', port, allowHalfOpen: true });

for (const [design, create] of [
  ['chained', create_tlsio_chained],
  ['direct', create_tlsio_direct],
] as const) {
  /** Opens with the given options; gives the result that `on_io_open_complete` told. */
  const open = async (
    server: TlsServer,
    options: Readonly<Record<string, unknown>> = { TrustedCerts: certificates.authority },
    hostname = 'localhost',
  ): Promise<{ result: string | undefined; user: User; peer: TLSSocket | undefined }> => {
    const user = new User();
    // The name is what counts here; all of them are reached on this machine.
    user.api = create({ log: user.log, connect: loopback(server.port) });
    user.handle = user.api.tlsio_create({ hostname, port: server.port });
    for (const [name, value] of Object.entries(options)) {
      assert.equal(user.api.tlsio_setoption(user.handle, name, value), 0, name);
    }
    assert.equal(user.open(), 0);
    await user.until('an outcome', () => user.events.length > 0);
    if (user.events[0] === 'open(IO_OPEN_OK)') {
      await user.until('the server to know', () => server.connections.length > 0);
    }
    return { result: user.events[0], user, peer: server.connections.at(-1) };
  };

  describe(`tlsio_${design} verifies`, () => {
    it('accepts a good certificate, over TLS 1.3, and asks for the name', async () => {
      const { result, peer } = await open(await serve());
      assert.equal(result, 'open(IO_OPEN_OK)');
      assert.equal(peer?.getProtocol(), 'TLSv1.3');
      assert.equal((peer as TLSSocket & { servername?: unknown }).servername, 'localhost');
    });

    it('accepts an address as hostname, by the address in the certificate, and asks for no name', async () => {
      const { result, peer } = await open(await serve(), undefined, '127.0.0.1');
      assert.equal(result, 'open(IO_OPEN_OK)');
      assert.equal((peer as TLSSocket & { servername?: unknown }).servername, false);
    });

    const refused: Readonly<Record<string, () => TlsOptions>> = {
      'an expired certificate': () => credentials(certificates.server.expired),
      'a self-signed certificate': () => credentials(certificates.server.selfSigned),
      'a certificate for another host': () => credentials(certificates.server.otherHost),
      'TLS 1.1, though its ciphers are allowed': () => ({
        minVersion: 'TLSv1',
        maxVersion: 'TLSv1.1',
        ciphers: 'DEFAULT:@SECLEVEL=0',
      }),
    };
    for (const [what, tls] of Object.entries(refused)) {
      it(`refuses ${what}`, async () => {
        const { DEFAULT_CIPHERS } = nodeTls;
        nodeTls.DEFAULT_CIPHERS = 'DEFAULT:@SECLEVEL=0';
        const { result, user } = await open(await serve(tls())).finally(() => {
          nodeTls.DEFAULT_CIPHERS = DEFAULT_CIPHERS;
        });
        assert.equal(result, 'open(IO_OPEN_ERROR)');
        assert.ok(user.logs.some((line) => line.startsWith('AZ_LOG_ERROR')));
      });
    }

    it('refuses another address than those of the certificate', async () => {
      const { result } = await open(await serve(), undefined, '127.0.0.2');
      assert.equal(result, 'open(IO_OPEN_ERROR)');
    });

    it('refuses an authority that is not trusted', async () => {
      const { result } = await open(await serve(), {});
      assert.equal(result, 'open(IO_OPEN_ERROR)');
    });

    it('refuses still when the process is told not to verify', async () => {
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
      const { result } = await open(await serve(), {});
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      assert.equal(result, 'open(IO_OPEN_ERROR)');
    });

    it('talks TLS 1.2, unless 1.3 is asked for', async () => {
      const server = await serve({ maxVersion: 'TLSv1.2' });
      const { result, peer } = await open(server);
      assert.equal(result, 'open(IO_OPEN_OK)');
      assert.equal(peer?.getProtocol(), 'TLSv1.2');
      const strict = await open(server, { TrustedCerts: certificates.authority, tls_version: 13 });
      assert.equal(strict.result, 'open(IO_OPEN_ERROR)');
    });

    it('shows its own certificate', async () => {
      const { client, authority } = certificates;
      const server = await serve({ requestCert: true, rejectUnauthorized: true, ca: authority });
      const { result, peer } = await open(server, {
        TrustedCerts: authority,
        x509certificate: client.certificate,
        x509privatekey: client.privateKey,
      });
      assert.equal(result, 'open(IO_OPEN_OK)');
      assert.equal(peer?.getPeerCertificate().subject.CN, 'iospec client');
    });

    it('does not open with a certificate and a key that do not belong together', async () => {
      const server = await serve();
      const user = new User();
      user.api = create({ log: user.log });
      user.handle = user.api.tlsio_create({ hostname: 'localhost', port: server.port });
      user.api.tlsio_setoption(user.handle, 'x509certificate', certificates.client.certificate);
      user.api.tlsio_setoption(user.handle, 'x509privatekey', certificates.server.good.privateKey);
      assert.notEqual(user.open(), 0);
      assert.equal(user.logs.length, 1);
      user.api.tlsio_setoption(user.handle, 'x509privatekey', certificates.client.privateKey);
      assert.equal(user.open(), 0);
    });
  });
}
