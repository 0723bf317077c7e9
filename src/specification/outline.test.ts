import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { visit } from 'unist-util-visit';
import type { Root } from 'mdast';
import { blockTree } from './markdown.js';
import { outlineTree } from './outline.js';

/** Types and positions of all blocks. What stands inside a paragraph is told by the inline parser, if anybody asks. */
function blocksOf(tree: Root): readonly string[] {
  const blocks: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'text' || node.type === 'link' || node.type === 'footnoteReference') return;
    const { start, end } = node.position ?? {};
    const place = [start, end].map((point) => `${point?.line}:${point?.column}@${point?.offset}`).join('-');
    blocks.push(`${node.type} ${place}`);
  });
  return blocks;
}

function assertSame(text: string): void {
  assert.deepEqual(blocksOf(outlineTree('a.md', text)), blocksOf(blockTree('a.md', text)));
}

const PROSE = 'and a tail of words that goes on and on until it is long enough';

describe('the outline of a document', () => {
  for (const name of ['tlsio', 'wsio', 'async_socket_linux', 'async_socket_win32', 'iospec']) {
    it(`has the blocks of ${name}, where they are`, () => {
      assertSame(readFileSync(`spec/${name}_requirements.md`, 'utf8'));
    });
  }

  const cases: Readonly<Record<string, string>> = {
    'a definition on three lines': `[label]:\n  /target\n  "a title ${PROSE}\n  ${PROSE}"\n\n${PROSE}`,
    'what only looks like a definition': `[label]: /target and ${PROSE}`,
    'a fence in a list': `- item ${PROSE}\n  \`\`\`c\n  int x; ${PROSE}\n  \`\`\`\n- next ${PROSE}`,
    'a comment that ends in the middle of a line': `<!-- ${PROSE}\n${PROSE} --> ${PROSE}\n\n${PROSE}`,
    'an underline that is none': `title\n=========== x ${PROSE} ===========`,
    'a table of one column': `${PROSE}\n:-\n${PROSE}\n`,
    'blanks at the end': `${PROSE}            \n${PROSE}\t\t\t\t\t\t\t\t\n\nx`,
    'CRLF and tabs': `\t${PROSE}\r\n\r\n1.\t${PROSE}\r\n\t- ${PROSE}\r\n`,
  };
  for (const [name, text] of Object.entries(cases)) {
    it(`is right about ${name}`, () => {
      assertSame(text);
    });
  }

  it('is right about any text', () => {
    const scraps = [
      PROSE,
      `${PROSE} `,
      'a',
      ' ',
      '    ',
      '\t',
      '\n',
      '\n\n',
      '\r\n',
      '- ',
      '* ',
      '1. ',
      '> ',
      '# ',
      '===',
    ]
      .concat([
        '---',
        '|',
        '|--|--|',
        ':-',
        '```',
        '~~~c',
        '`',
        '<div>',
        '</div>',
        '<!--',
        '-->',
        '<?',
        '?>',
        '[a]: ',
      ])
      .concat([
        '[a',
        ']',
        ']:',
        '(',
        '"',
        "'",
        '/b',
        '[^1]: ',
        '[ ] ',
        '\\',
        '**',
        '\u00a0',
        '&amp;',
        'www.example.com',
      ]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...scraps), { maxLength: 30 }), (parts) => {
        assertSame(parts.join(''));
      }),
      { numRuns: 2000 },
    );
  });
});
