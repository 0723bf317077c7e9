import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countFilters, formatRoute, NO_FILTERS, parseRoute, VIEWS, type Route } from './route.js';

test('addresses as they are written', () => {
  assert.equal(
    formatRoute({ view: 'detail', at: 'SRS_TLSIO_30_077#2', filters: NO_FILTERS }),
    '#SRS_TLSIO_30_077%232',
  );
  assert.equal(formatRoute({ view: 'detail', at: 'STATE/call', filters: NO_FILTERS }), '#STATE/call');
  assert.equal(
    formatRoute({ view: 'matrix', at: null, filters: { ...NO_FILTERS, q: 'a b&c', verdict: 'failed' } }),
    '#/matrix?q=a+b%26c&verdict=failed',
  );
});

test('addresses as people type them', () => {
  assert.equal(parseRoute('').view, 'summary');
  assert.equal(parseRoute('#/nothing').view, 'summary');
  assert.equal(parseRoute('#SRS_TLSIO_30_077#2').at, 'SRS_TLSIO_30_077#2');
  assert.equal(parseRoute('#100%').at, '100%');
  assert.equal(parseRoute('#SRS_A_01_001?q=x').filters.q, 'x');
});

test('what an address says is what it was made of, whatever the words', () => {
  const text = fc.string({ unit: 'grapheme' });
  const plain = { noNullPrototype: true };
  const filters = fc.record(
    {
      q: text,
      verdict: text,
      document: text,
      function: text,
      adapter: text,
      underlying: text,
    },
    plain,
  );
  const routes: fc.Arbitrary<Route> = fc.oneof(
    fc.record({ view: fc.constantFrom(...VIEWS), at: fc.option(text), filters }, plain),
    fc.record({ view: fc.constant('detail' as const), at: text.filter((at) => at !== ''), filters }, plain),
  );
  fc.assert(
    fc.property(routes, (route) => {
      assert.deepEqual(parseRoute(formatRoute(route)), route);
    }),
  );
});

test('filters are counted', () => {
  assert.equal(countFilters(NO_FILTERS), 0);
  assert.equal(countFilters({ ...NO_FILTERS, q: 'x', adapter: 'y' }), 2);
});
