import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpecification } from '../specification/index.js';
import { traceText } from './document.js';

const rows = (cells: readonly string[]): string =>
  cells.map((cell, index) => `<tr><td>call_${index}</td><td>${cell}</td></tr>`).join('\n');

function textOf(cells: readonly string[]) {
  const text = `# states

These are the states:

* S_A means new.
* S_AB means used.

**SRS_A_01_001: [** It shall. **]** and **SRS_A_01_002: [** It shall too. **]**

<table><tr>From state <b>S_A</b></tr>
${rows(cells)}
</table>
`;
  return { text, document: traceText(parseSpecification({ file: 'a.md', text })) };
}

test('a cell leads to the states that it names, whole names only, or to the end; else it stays', () => {
  const cells = [
    'ok, enter S_AB',
    'remain in S_A or enter S_AB',
    'ok (destroyed)',
    'ok (does nothing)',
    'enter S_ABC',
    'xS_AB',
  ];
  const { document } = textOf(cells);
  assert.deepEqual(
    document.transitions.map(({ targets }) => targets),
    [['S_AB'], ['S_A', 'S_AB'], [null], ['S_A'], ['S_A'], ['S_A']],
  );
  assert.deepEqual(
    document.states.map(({ name, line }) => [name, line]),
    [
      ['S_A', 5],
      ['S_AB', 6],
    ],
  );
});

test('passages say where sentences and cells stand; a cell with requirements of its own is left to them', () => {
  const { text, document } = textOf(['ok', '**SRS_A_01_003: [** It shall as well. **]**']);
  assert.deepEqual(
    document.passages.map(({ label, start, end }) => [label, text.slice(start, end).slice(0, 14)]),
    [
      ['SRS_A_01_001', '**SRS_A_01_001'],
      ['SRS_A_01_002', '**SRS_A_01_002'],
      ['S_A/call_0', 'ok'],
      ['SRS_A_01_003', '**SRS_A_01_003'],
    ],
  );
});
