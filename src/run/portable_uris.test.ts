import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withPortableUris } from './portable_uris.js';

describe('paths in messages', () => {
  it('have forward slashes wherever they come from', () => {
    const source = { source: { uri: 'tlsio\\a.feature', data: 'a\\b' } };
    assert.deepEqual(withPortableUris(source, '\\'), { source: { uri: 'tlsio/a.feature', data: 'a\\b' } });
    const document = { gherkinDocument: { uri: 'tlsio\\depth\\a.feature' } };
    assert.equal(withPortableUris(document, '\\').gherkinDocument.uri, 'tlsio/depth/a.feature');
    assert.equal(withPortableUris({ pickle: { uri: 'a\\b' } }, '\\').pickle.uri, 'a/b');
  });

  it('are left alone where a backslash is part of a name', () => {
    const source = { source: { uri: 'tlsio/a\\b.feature' } };
    assert.equal(withPortableUris(source, '/').source.uri, 'tlsio/a\\b.feature');
  });
});
