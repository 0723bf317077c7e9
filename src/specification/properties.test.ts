import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseSpecification, SpecificationError, type Requirement } from './index.js';

/** The requirements of a text; none where it is refused. Any other exception goes on. */
function read(text: string): readonly Requirement[] {
  try {
    return parseSpecification({ file: 'a.md', text }).requirements;
  } catch (error) {
    assert.ok(error instanceof SpecificationError, String(error));
    return [];
  }
}

const SCRAPS = [
  ...[
    '**SRS_A_01_001: [**',
    '**srs_b_02_003 \\[**',
    'X**NON_SRS_A_1: [ ',
    '**]**',
    '\\]**',
    '**]',
    ']',
    '[',
    '(',
    ')',
    '**',
    '*',
    '_',
    '`',
    '```',
    '```c',
    '~~~',
  ],
  ...[
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    ' ',
    '    ',
    '\t',
    '- ',
    '1. ',
    '> ',
    '# ',
    '##x',
    '===',
    '---',
    '|',
    '| a | b |',
    '|--|--|',
    '\\',
    '&lt;',
    '&#0;',
    '<br/>',
    '<!--',
    '-->',
  ],
  ...[
    '<table>',
    '<tr>',
    '<td>',
    '</td>',
    '</tr>',
    '</table>',
    'From state A',
    'The phrase "x y" means z',
    'int f(int a);',
    'MOCKABLE_FUNCTION(, int, f);',
    '#define A \\',
  ],
  ...[
    '{',
    '}',
    ';',
    '"',
    "'",
    '/*',
    '*/',
    '//',
    'typedef struct',
    'enum',
    'a_b',
    '[a]: b',
    '![',
    '](x)',
    '[^1]',
    'www.a',
    'a@b.c',
    'call sequence',
    'é',
    '\uD800',
    '\uFEFF',
    '\0',
  ],
];

const scrap = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...SCRAPS) },
    { weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
  ),
  {
    maxLength: 25,
  },
);
/** Scraps around a marker. */
const scraps = fc
  .tuple(
    scrap,
    fc.constantFrom('**SRS_A_01_001: [**', '**SRS_A_01_001 \\[**', 'X**SRS_A_1: [ '),
    scrap,
    fc.constantFrom('**]**', '\\]**', ''),
    scrap,
  )
  .map((parts) => parts.flat().join(''));
const word = fc.stringMatching(/^[a-z]{1,8}$/);
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));

describe('any text', () => {
  it('gives requirements or a SpecificationError, and slices that hold what was found', () => {
    fc.assert(
      fc.property(scraps, (text) => {
        let last = 0;
        for (const { id, slice, markdown, text: seen } of read(text)) {
          const cut = text.slice(slice.start, slice.end);
          assert.ok(slice.start >= last && slice.end > slice.start);
          assert.ok(slice.line >= 1 && slice.column >= 1 && slice.endLine >= slice.line);
          assert.ok(cut.replaceAll('\\', '').includes(id));
          assert.ok(cut.includes(markdown));
          assert.equal(seen, seen.replace(/\s+/g, ' ').trim());
          last = slice.end;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('a written requirement is found again, wherever it stands', () => {
    const opener = fc.constantFrom(': [**', ' [**', ' : [** ', ': \\[**', ':[**', '**: **[**', ':** **[**');
    const closer = fc.constantFrom('**]**', ' **]**', '**\\]**', '.** ]**', ' ]**', '**]');
    const place = fc.constantFrom('', '- ', '1. ', '   * ', '\t', '      ', '> ', 'prose ', 'X', 'XX');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(opener, sentence, closer, place, fc.constantFrom('\n', '\n\n', '\r\n')), {
          minLength: 1,
        }),
        (written) => {
          const text = written
            .map(
              ([open, words, close, before, ending], index) =>
                `${before}**SRS_A_01_${index}${open}${words}${close}${ending}`,
            )
            .join('');
          const found = read(text);
          assert.deepEqual(
            found.map(({ id, text: seen }) => [id, seen.replace(/\.$/, '')]),
            written.map(([, words], index) => [`SRS_A_01_${index}`, words]),
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('time', () => {
  const R = '**SRS_A_01_001: [** If `x` is NULL, [y](#z) shall **]**';
  const shapes: Readonly<Record<string, (size: number) => string>> = {
    'requirements on lines': (size) => `${R}\n`.repeat(size / 56),
    'requirements on one line': (size) => `${R} `.repeat(size / 56),
    'markers without an end': (size) => '**SRS_A_01_001: [** '.repeat(size / 20),
    'closing brackets': (size) => `**SRS_A_01_001: [** ${'**] '.repeat(size / 4)}`,
    'delimiters in a text': (size) => `**SRS_A_01_001: [** ${'a*'.repeat(size / 2)} **]**`,
    'tags in a text': (size) => `**SRS_A_01_001: [** ${'<a'.repeat(size / 2)} **]**`,
    'nested quotes': (size) => `${R}\n\n${'> '.repeat(size / 2)}`,
    'short lines': (size) => `${R}\n${'x\n'.repeat(size / 2)}`,
    'parentheses of C': (size) => `${R}\n\n\`\`\`c\n${'('.repeat(size)}\n\`\`\`\n`,
    'a table': (size) => `a|b\n-|-\n${`|x|${R}|\n`.repeat(size / 60)}`,
  };

  for (const [name, shape] of Object.entries(shapes)) {
    it(`grows no faster than the text: ${name}`, () => {
      const timeOf = (size: number): number => {
        const text = shape(size);
        // The processor's own time, the best of three: what else the machine does has no part in it.
        const times = [1, 2, 3].map(() => {
          const before = process.cpuUsage();
          assert.ok(read(text).length > 0);
          return process.cpuUsage(before).user / 1000;
        });
        return Math.min(...times);
      };
      timeOf(5_000);
      const small = timeOf(10_000);
      const large = timeOf(40_000);
      // Four times the text may take up to eight times as long, half of what squares would; noise is given 150 ms.
      assert.ok(large < 8 * small + 150, `${small} ms became ${large} ms`);
    });
  }

  it('a hundred million asterisks are refused at once', () => {
    const start = performance.now();
    assert.deepEqual(read('*'.repeat(100_000_000)), []);
    assert.deepEqual(read(`${R}\n${'*'.repeat(100_000_000)}`), []);
    assert.ok(performance.now() - start < 20_000);
  });
});
