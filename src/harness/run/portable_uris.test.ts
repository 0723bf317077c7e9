import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { withPortableUris } from './portable_uris.js';

function source(uri: string): Envelope {
  return { source: { uri, data: '', mediaType: 'text/x.cucumber.gherkin+plain' } } as Envelope;
}

describe('paths in messages', () => {
  it('have forward slashes wherever they come from', () => {
    assert.equal(withPortableUris(source('tlsio\\a.feature'), '\\').source?.uri, 'tlsio/a.feature');
    const document: Envelope = { gherkinDocument: { uri: 'tlsio\\depth\\a.feature', comments: [] } };
    assert.equal(withPortableUris(document, '\\').gherkinDocument?.uri, 'tlsio/depth/a.feature');
  });

  it('are left alone where a backslash is part of a name', () => {
    assert.equal(withPortableUris(source('tlsio/a\\b.feature'), '/').source?.uri, 'tlsio/a\\b.feature');
  });
});
