import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { certificatesFor } from '../../../../stage/certificates.js';
import type { ServerCertificate } from '../../../../stage/certificates.js';
import { Client } from './testing/client.js';
import { lacking } from './testing/lacking.js';
import { startServer } from './testing/web_socket_server.js';
import type { TestServer } from './testing/web_socket_server.js';

const CERTIFICATES_WANTED = 'LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS';
const ESTABLISHED = 'LWS_CALLBACK_CLIENT_ESTABLISHED';
const CONNECTION_ERROR = 'LWS_CALLBACK_CLIENT_CONNECTION_ERROR';

/** Loads a certificate into the store of a context, as a wsio does. */
function trust({ library }: Pick<Client, 'library'>, context: object | null, pem: string): void {
  const store = library.SSL_CTX_get_cert_store(context ?? {}) ?? {};
  const bio = library.BIO_new(library.BIO_s_mem() ?? {}) ?? {};
  library.BIO_puts(bio, pem);
  const certificate = library.PEM_read_bio_X509(bio, null, null, null) ?? {};
  assert.equal(library.X509_STORE_add_cert(store, certificate), 1);
  library.X509_free(certificate);
  library.BIO_free(bio);
}

describe('TLS of the native libwebsockets', { skip: lacking() }, () => {
  let server: TestServer | null = null;
  let client: Client | null = null;

  afterEach(async () => {
    if (client !== null) client.library.lws_context_destroy(client.context);
    await server?.close();
    client = server = null;
  });

  /** A client of a server that shows a certificate; the client trusts the authority when it is told to. */
  async function meet(shown: ServerCertificate, trusts: boolean, host = 'localhost'): Promise<Client> {
    const { authority, server: credentials } = await certificatesFor('localhost');
    server = await startServer({ credentials: credentials[shown] });
    const met = new Client({}, (told, { library }) => {
      if (told.reason === CERTIFICATES_WANTED && trusts) trust({ library }, told.user, authority);
      return 0;
    });
    client = met;
    const wsi = met.connect(server.port, 1, host);
    if (wsi !== null) {
      await met.until('an outcome', () => met.has(ESTABLISHED) || met.has(CONNECTION_ERROR));
    }
    return met;
  }

  it('stands over TLS when the authority was put into the store', async () => {
    const met = await meet('good', true);
    assert.equal(met.has(ESTABLISHED), true);
    assert.equal(met.library.X509_STORE_add_cert.callCount, 1);
    const first = met.told[0];
    assert.equal(first?.reason, CERTIFICATES_WANTED);
    assert.equal(met.library.lws_get_context(first.wsi), met.context);
  });

  for (const [shown, trusts, host, why] of [
    ['good', false, 'localhost', 'whose authority is not trusted'],
    ['selfSigned', true, 'localhost', 'that signed itself'],
    ['expired', true, 'localhost', 'that has expired'],
    ['otherHost', true, 'localhost', 'of another host'],
    ['otherHost', true, '127.0.0.1', 'of another host than the address'],
  ] as const) {
    it(`does not stand when the server shows a certificate ${why}`, async () => {
      const met = await meet(shown, trusts, host);
      assert.equal(met.has(ESTABLISHED), false);
      assert.equal(met.has(CONNECTION_ERROR), true);
      assert.deepEqual(server?.asked, []);
    });
  }

  it('stands with an address in the place of a name', async () => {
    const met = await meet('good', true, '127.0.0.1');
    assert.equal(met.has(ESTABLISHED), true);
  });

  it('carries messages', async () => {
    const met = await meet('good', true);
    const payload = Buffer.alloc(300_000, '0123456789');
    met.onTold = ({ reason, wsi }) => {
      if (reason === 'LWS_CALLBACK_CLIENT_WRITEABLE') {
        const memory = new Uint8Array(16 + payload.length + 4);
        memory.set(payload, 16);
        met.library.lws_write(wsi, memory.subarray(16), payload.length, 'LWS_WRITE_BINARY');
      }
      return 0;
    };
    met.library.lws_callback_on_writable(met.wsi ?? {});
    await met.until('the message', () => server?.received.length === 1);
    assert.ok(server?.received[0]?.bytes.equals(payload));
    server?.sockets[0]?.send(payload);
    const bytes = (): Buffer => Buffer.concat(met.told.map((told) => told.bytes ?? Buffer.of()));
    await met.until('the answer', () => bytes().length >= payload.length);
    assert.ok(bytes().equals(payload));
  });
});
