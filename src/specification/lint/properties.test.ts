import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SpecificationError } from '../errors.js';
import { lint } from './index.js';

const PIECES = [
  '**SRS_TOY_01_001: [** ',
  '**]**',
  'X',
  '\n',
  '\r\n',
  ' ',
  '`',
  '```c\n',
  '```\n',
  '# ',
  '- ',
  '](#',
  '(',
  ')',
  '[',
  ':',
  '..',
  'int toy_open(TOY toy);',
  'typedef enum A_TAG { A_OK } A;',
  'toy_open',
  'toy_opens',
  'on_toy',
  'shall',
  'return',
  'NULL',
  'If ',
  '<a id="',
  'provided in',
  'callback callback',
  'a->b',
  '\u2028',
  '\ufeff',
  '<!--',
];

test('any text gives findings that lie within it, or an error that names the file', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }), (pieces) => {
      const text = `**SRS_TOY_01_000: [** a shall be **]**\n${pieces.join('')}`;
      try {
        for (const { slice, message } of lint({ file: 'toy.md', text })) {
          assert.ok(slice.start >= 0 && slice.start < slice.end && slice.end <= text.length, message);
          assert.ok(slice.line >= 1 && slice.column >= 1 && slice.endLine >= slice.line, message);
          assert.doesNotMatch(message, /[\r\n]/);
        }
      } catch (error) {
        assert.ok(error instanceof SpecificationError, String(error));
      }
    }),
    { numRuns: 300 },
  );
});
