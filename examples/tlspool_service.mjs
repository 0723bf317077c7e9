// A TLS Pool: node tlspool_service.mjs SOCKET AUTHORITY.pem CERTIFICATE.pem KEY.pem
import { readFileSync } from 'node:fs';
import { tlspool_service } from 'iospec/adapters';

const [path, ...files] = process.argv.slice(2);
const [authority, certificate, private_key] = files.map((file) => readFileSync(file, 'utf8'));
const pool = tlspool_service.tlspool_service_start(path, { authority, certificate, private_key });
if (pool === null) process.exit(1);
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => tlspool_service.tlspool_service_stop(pool));
