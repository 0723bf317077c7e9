import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lint } from './index.js';

const text = (file: string): string => readFileSync(`spec/${file}`, 'utf8');

/** The lines of every finding, rule by rule. Each was compared with its document. */
const FINDINGS: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  tlsio: {
    'duplicate-id': [403],
    'listing-in-requirement': [21],
    'missing-colon': [457],
    'mixed-up-callback': [85, 86, 87, 88, 88],
    'nothing-of-its-own': [332],
    'return-type': [467],
    'two-spellings': [411],
    'unknown-function': [92, 422],
    'unknown-member': [288],
    'unknown-parameter': [216, 411, 411],
  },
  wsio: {
    'callback-value': [139],
    'callback-without-value': [200],
    'mixed-up-callback': [186, 193, 209, 228],
    'no-obligation': [220, 225],
    'nothing-of-its-own': [202],
    'repeated-word': [189],
    'skipped-id': [81],
    'text-behind-closer': [84, 88],
    'unknown-function': [219],
  },
  async_socket_linux: {
    'callback-value': [200],
    'called-data': [134],
    'missing-verb': [276, 290, 294],
    'no-obligation': [190, 262],
    'nothing-of-its-own': [188, 252, 258, 276, 280, 290],
    'prototypes-differ': [161, 209],
    'repeated-word': [236],
    'skipped-id': [196],
    'two-spellings': [209],
    'undeclared-name': [260, 274, 288, 294],
    'unknown-parameter': [168, 216],
  },
  async_socket_win32: {
    'called-data': [123],
    'copied-sentence': [225],
    'no-obligation': [257, 265],
    'other-function': [73],
    'prefix-before-marker': [67],
    'prototypes-differ': [156, 202],
    'repeated-word': [237],
    'two-spellings': [202],
    'unknown-function': [193],
    'unknown-parameter': [163, 209],
  },
};

for (const [name, expected] of Object.entries(FINDINGS)) {
  test(`${name}: each finding stands in its line, and there are no others`, () => {
    const found: Record<string, number[]> = {};
    for (const { rule, slice } of lint({ file: name, text: text(`${name}_requirements.md`) })) {
      (found[rule] ??= []).push(slice.line);
    }
    assert.deepEqual(found, expected);
  });
}

test('iospec: the document of the harness itself has neither errors nor warnings', () => {
  const findings = lint({ file: 'iospec', text: text('iospec_requirements.md') });
  assert.deepEqual(
    findings.filter(({ severity }) => severity !== 'note').map(({ message }) => message),
    [],
  );
});

/** Sentences that are called malformed or duplicate for a reason that their text does not show. */
const BEYOND_THE_TEXT: Readonly<Record<string, string>> = {
  SRS_TLSIO_30_077: 'the first of two definitions is in order; the finding stands at the second',
  SRS_WSIO_01_015: 'that 01_031 asks for the same bytes on the wire is knowledge of WebSockets',
  SRS_WSIO_01_037: 'it covers the event of 01_069, in other words',
  SRS_WSIO_01_059: 'it is what 01_078 and 01_110 say, in other words',
  SRS_WSIO_01_069: 'it is a case of 01_037, in other words',
  SRS_WSIO_01_110: 'it is a case of 01_059, in other words',
  SRS_ASYNC_SOCKET_LINUX_11_062:
    'that a pending send succeeds in the same way is the meaning of other sentences',
  SRS_ASYNC_SOCKET_LINUX_11_074:
    'the sentence is in order; that nothing of it can be seen from outside is not its fault',
};

/** Ids that a table of readings calls malformed or duplicate. */
function defective(name: string): readonly string[] {
  return [...text(`${name}_readings.md`).matchAll(/^\| (\S+) +\| (?:malformed|duplicate):/gm)].map(
    (match) => match[1] ?? '',
  );
}

for (const [name, least] of [
  ['tlsio', 7],
  ['wsio', 13],
  ['async_socket_linux', 15],
  ['async_socket_win32', 8],
] as const) {
  test(`${name}: whatever its readings call malformed or duplicate is found, as far as the text shows it`, () => {
    const ids = defective(name);
    assert.ok(ids.length >= least, `${ids.length} ids`);
    const findings = lint({ file: name, text: text(`${name}_requirements.md`) });
    const named = new Set(findings.map(({ requirement }) => requirement));
    assert.deepEqual(
      ids.filter((id) => !named.has(id)),
      ids.filter((id) => id in BEYOND_THE_TEXT),
    );
  });
}
