// Says hello over TLS that a pool does: node tlspool_application.mjs SOCKET HOST PORT
import { once } from 'node:events';
import { connect } from 'node:net';
import { clearInterval, setInterval } from 'node:timers';
import { systemDescriptors, takeDescriptor, tlspool_client } from 'iospec/adapters';

const [path, host, port] = process.argv.slice(2);
const pool = tlspool_client.tlspool_async_open(path);
if (pool === null) process.exit(1);

// A connection in plain view, whose descriptor is ours alone.
const socket = connect(Number(port), host);
await once(socket, 'connect');
const cipher = takeDescriptor(socket);

const turns = setInterval(() => tlspool_client.tlspool_async_process(pool), 1);
const failed = (_context, tlserrno, message) => {
  console.error(`${message} (${tlserrno})`);
  process.exit(1);
};
const flow = tlspool_client.tlspool_flow_create(pool, failed, null);
const plaintext = await new Promise((resolve) => {
  const accept = () => tlspool_client.tlspool_flow_accept(flow, null);
  const done = (_context, descriptor) => resolve(descriptor);
  // prettier-ignore
  tlspool_client.tlspool_flow_starttls(
    flow, cipher, 'TLSPOOL_ROLE_CLIENT', 0,
    null, host, null, // localid, remoteid, service
    null, null, accept, null, done, null, // on_flow_local_identity, on_flow_reconnect, on_flow_protected
  );
});

// From here on it is a stream like any other.
const stream = systemDescriptors.stream(plaintext);
stream.on('data', (bytes) => process.stdout.write(bytes));
stream.end('hello\n');
await once(stream, 'end');
clearInterval(turns);
tlspool_client.tlspool_flow_destroy(flow);
tlspool_client.tlspool_async_closed(pool);
