import { testBrokenAdapters } from '../../test/broken_adapters_suite.js';

testBrokenAdapters({ specification: 'tlspool', folder: new URL('broken', import.meta.url) });
