import { testBrokenAdapters } from '../broken_adapters_suite.js';

testBrokenAdapters({ specification: 'tlspool', folder: new URL('broken_adapters', import.meta.url) });
