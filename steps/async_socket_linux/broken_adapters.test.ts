import { testBrokenAdapters } from '../../test/broken_adapters_suite.js';

testBrokenAdapters({
  specification: 'async_socket_linux',
  folder: new URL('broken', import.meta.url),
  // Over a real connection as well.
  ...(process.platform === 'linux'
    ? { alsoOver: { loopback: ['socket_never_closed', 'send_without_msg_nosignal'] } }
    : {}),
});
