import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { certificatesFor } from '../../../../stage/certificates.js';
import type { X509 } from '../openssl.js';
import { createPortableLibwebsockets } from './portable_libwebsockets.js';

const library = createPortableLibwebsockets();

describe('the list', () => {
  it('keeps the order of adding, and lets go of an item wherever it stands', () => {
    const list = library.list_create();
    assert.ok(list);
    const values = [{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }];
    const items = values.map((value) => library.list_add(list, value));
    const [first, second, , last] = items;
    assert.ok(first && second && last);
    for (const item of [second, last]) assert.equal(library.list_remove(list, item), 0);
    assert.notEqual(library.list_remove(list, second), 0);
    const left: unknown[] = [];
    for (;;) {
      const head = library.list_get_head_item(list);
      if (head === null) break;
      left.push(library.list_item_get_value(head));
      assert.equal(library.list_remove(list, head), 0);
    }
    assert.deepEqual(left, [values[0], values[2]]);
  });

  it('does not let go of what is in another list', () => {
    const [one, other] = [library.list_create(), library.list_create()];
    assert.ok(one && other);
    const item = library.list_add(one, {});
    assert.ok(item);
    assert.notEqual(library.list_remove(other, item), 0);
    library.list_destroy(one);
    assert.equal(library.list_get_head_item(one), null);
  });
});

describe('the certificate functions', () => {
  function read(text: string): readonly X509[] {
    const method = library.BIO_s_mem();
    const bio = method === null ? null : library.BIO_new(method);
    assert.ok(bio);
    assert.equal(library.BIO_puts(bio, text), text.length);
    const certificates: X509[] = [];
    for (;;) {
      const certificate = library.PEM_read_bio_X509(bio, null, null, null);
      if (certificate === null) break;
      certificates.push(certificate);
    }
    assert.equal(library.BIO_free(bio), 1);
    return certificates;
  }

  it('read each certificate of a text, up to what is none', async () => {
    const { authority, client } = await certificatesFor('localhost');
    assert.equal(read(`# a comment\n${authority}\n${client.certificate}`).length, 2);
    assert.equal(read('').length, 0);
    const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
    assert.equal(read(`${authority}\n${broken}${client.certificate}`).length, 1);
  });
});

describe('a context', () => {
  const info = {
    port: -1,
    iface: null,
    extensions: null,
    token_limits: null,
    ssl_private_key_password: null,
    ssl_cert_filepath: null,
    ssl_private_key_filepath: null,
    ssl_ca_filepath: null,
    ssl_cipher_list: null,
    http_proxy_address: null,
    http_proxy_port: 0,
    gid: -1,
    uid: -1,
    options: 0,
    ka_time: 0,
    ka_probes: 0,
    ka_interval: 0,
    provided_client_ssl_ctx: null,
  };
  const entry = { name: 'p', per_session_data_size: 0, rx_buffer_size: 0, id: 0, user: null };

  it('knows its user, and is of no use once it was destroyed', () => {
    const user = {};
    const context = library.lws_create_context({
      ...info,
      user,
      protocols: [{ ...entry, callback: () => 0 }],
    });
    assert.ok(context);
    assert.equal(library.lws_context_user(context), user);
    assert.equal(library.lws_service(context, 0), 0);
    library.lws_context_destroy(context);
    assert.ok(library.lws_service(context, 0) < 0);
    assert.equal(library.lws_client_connect(context, 'localhost', 1, 0, '/', 'h', 'o', 'p', -1), null);
  });

  it('connects with a protocol that it has, and to what can be an address', () => {
    const context = library.lws_create_context({
      ...info,
      user: null,
      protocols: [{ ...entry, callback: () => 0 }],
    });
    assert.ok(context);
    const connect = (port: number, protocol: string, version: number): unknown =>
      library.lws_client_connect(context, 'localhost', port, 0, '/', 'h', 'o', protocol, version);
    assert.equal(connect(1, 'another', -1), null);
    assert.equal(connect(70_000, 'p', -1), null);
    assert.equal(connect(1, 'p', 8), null);
    library.lws_context_destroy(context);
  });
});
