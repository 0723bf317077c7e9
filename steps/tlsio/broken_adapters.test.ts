import { testBrokenAdapters } from '../../test/broken_adapters_suite.js';

testBrokenAdapters({
  specification: 'tlsio',
  folder: new URL('broken', import.meta.url),
  // Over a real TLS server as well.
  alsoOver: {
    loopback: [
      'null_on_io_error_accepted',
      'send_complete_doubled',
      'close_complete_before_cancelled_sends',
      'destroy_forgets_owned_xio',
    ],
  },
});
