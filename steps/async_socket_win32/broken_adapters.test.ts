import { testBrokenAdapters } from '../../test/broken_adapters_suite.js';

testBrokenAdapters({
  specification: 'async_socket_win32',
  folder: new URL('broken', import.meta.url),
});
