import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { passageTree } from './markdown.js';
import { plainPassage } from './plain.js';

/** What the Markdown parser makes of a passage, no block construct beginning at its start. */
function parsed(markdown: string): { text: string; links: string[] } {
  const tree = passageTree(`\u2060 ${markdown}`);
  const links: string[] = [];
  visit(tree, 'link', ({ url }) => {
    if (url.startsWith('#')) links.push(url);
  });
  return { text: toString(tree).replace('\u2060', '').trim(), links };
}

describe('a passage that needs no parse', () => {
  it('keeps the words of code spans and links', () => {
    assert.deepEqual(
      plainPassage('`tlsio_open` shall [enter `OPEN`](#enter-OPEN "by `x` <b>"), or ` a ` fail.'),
      {
        text: 'tlsio_open shall enter OPEN, or a fail.',
        links: ['#enter-OPEN'],
      },
    );
  });

  for (const markdown of [
    '*bold*',
    '_a_',
    'a &lt; b',
    '<b>x</b>',
    'a\\_b',
    '``a``',
    '[a](b)',
    '![a](#b)',
    '`a',
    'a\nb',
  ]) {
    it(`leaves ${JSON.stringify(markdown)} to the parser`, () => {
      assert.equal(plainPassage(markdown), null);
    });
  }

  it('is what the parser makes of it', () => {
    const scraps = [
      'a',
      'B_c',
      '_',
      '`',
      '`x`',
      '` y `',
      '`  `',
      '[',
      ']',
      '](#z)',
      '[k](#l-m "t `u` <v>")',
      '(',
      ')',
      '"',
    ].concat([
      ' ',
      '  ',
      '.',
      '-',
      '1. ',
      '# ',
      '=',
      ':',
      '/',
      "'",
      '`[a](#b)`',
      '`*`',
      '`<i>`',
      '`\\`',
      '`&lt;`',
    ]);
    let compared = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...scraps), { maxLength: 14 }), (parts) => {
        const plain = plainPassage(parts.join(''));
        if (plain === null) return;
        compared += 1;
        assert.deepEqual({ ...plain, text: plain.text.trim() }, parsed(parts.join('')));
      }),
      { numRuns: 5000 },
    );
    assert.ok(compared > 500, `only ${compared} of the passages were plain`);
  });
});
