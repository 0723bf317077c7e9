import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lint, LINT_RULES } from './index.js';

/** Places that a rule finds in a document, as `line:column`. */
function places(rule: string, text: string): readonly string[] {
  return lint({ file: 'toy.md', text })
    .filter((finding) => finding.rule === rule)
    .map(({ slice }) => `${slice.line}:${slice.column}`);
}

/** Where each rule's own example has its defect. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'duplicate-id': ['3:3'],
  'missing-colon': ['1:1'],
  'prefix-before-marker': ['1:1'],
  'unbalanced-markers': ['1:1', '3:50'],
  'text-behind-closer': ['1:52'],
  'skipped-id': ['3:3'],
  'dead-link': ['3:55'],
  'listing-in-requirement': ['3:1'],
  'no-obligation': ['1:1'],
  'missing-verb': ['1:34'],
  'nothing-of-its-own': ['1:1'],
  'repeated-word': ['1:54'],
  'copied-sentence': ['9:53'],
  'other-function': ['8:24'],
  'unknown-parameter': ['7:31'],
  'unknown-member': ['6:46'],
  'undeclared-name': ['7:50'],
  'unknown-function': ['6:27'],
  'two-spellings': ['5:52'],
  'mixed-up-callback': ['5:46'],
  'prototypes-differ': ['8:1'],
  'return-type': ['7:66'],
  'called-data': ['7:46'],
  'callback-value': ['8:65'],
  'callback-without-value': ['5:44'],
};

test('every rule has an example whose place is known here', () => {
  assert.deepEqual(LINT_RULES.map(({ id }) => id).sort(), Object.keys(EXAMPLES).sort());
});

for (const { id, bad, good } of LINT_RULES) {
  test(`${id}: finds its bad example, and nothing at all in its good one`, () => {
    assert.deepEqual(places(id, bad), EXAMPLES[id]);
    assert.deepEqual(lint({ file: 'toy.md', text: good }), []);
  });
}

const one = (sentence: string): string => `**SRS_TOY_01_001: [** ${sentence} **]**\n`;

/** A document with two functions of one toy; the sentence stands in the section of `toy_send`. */
const inSend = (sentence: string): string => `# toy

\`\`\`c
typedef enum TOY_RESULT_TAG { TOY_OK, TOY_SYNC_OK } TOY_RESULT;
typedef struct TOY_CONFIG_TAG { const char* hostname; int port; } TOY_CONFIG;
typedef void(*ON_TOY_SENT)(void* context, TOY_RESULT result);
TOY_HANDLE toy_create(void* io_create_parameters);
int toy_send(TOY_HANDLE toy, ON_TOY_SENT on_toy_sent, void* on_toy_sent_context);
TOY_RESULT toy_close(TOY_HANDLE toy);
\`\`\`

## toy_send

${one(sentence)}`;

/** Sentences that are in order, each with the rule that could cry wolf. */
const SILENT: readonly (readonly [rule: string, text: string])[] = [
  [
    'duplicate-id',
    `${one('`toy_open` shall sing.')}\nSRS_TOY_01_001 is mentioned, and so is \`**SRS_TOY_01_001: [**\`.`,
  ],
  ['missing-colon', '**SRS_TOY_01_001 : [** `toy_open` shall sing. **]**'],
  ['unbalanced-markers', '**SRS_TOY_01_001: \\[**`toy_open` shall sing.**\\]**'],
  ['unbalanced-markers', '**SRS_TOY_01_001: [ `toy_open` shall sing. ]**'],
  ['unbalanced-markers', `${one('`toy_open` shall sing.')}\nThe closing marker is \`**]**\`.`],
  [
    'unbalanced-markers',
    '**SRS_TOY_01_001: [** `toy_open` shall call `a[1]` and **bold** [things](#top). **]**',
  ],
  ['text-behind-closer', '**SRS_TOY_01_001: [** `toy_open` shall sing **]**.'],
  ['skipped-id', '- **SRS_TOY_01_001: [** a shall be 0 **]**\n- **SRS_TOY_01_009: [** b shall be 0 **]**'],
  ['dead-link', `## "enter TOY_OPEN"\n\n${one('The toy shall [enter TOY_OPEN](#enter-TOY_OPEN "words").')}`],
  [
    'dead-link',
    `## Data *sent*\n## Data sent\n\n${one('The toy shall [send](#data-sent-1) [more](#here).')}\n<a name="here"></a>`,
  ],
  ['dead-link', one('The toy shall [send](other.md#nowhere), and `[this](#code)` is code.')],
  ['no-obligation', 'The entry shall have:\n\n- **SRS_TOY_01_001: [** a name **]**'],
  ['no-obligation', one('The toy should not sing.')],
  ['missing-verb', one('`toy_open` shall then be called.')],
  ['nothing-of-its-own', one('`toy_open` shall call `sing` and do the following:')],
  ['repeated-word', one('The toy knows that that is so, and shall look at `../toys`.')],
  ['other-function', inSend('If `toy_close` has been called, then `toy_close` shall sing.')],
  ['other-function', inSend('The callback passed to `toy_create` shall be called.')],
  [
    'unknown-parameter',
    inSend('If `on_toy_sent` is NULL, or the `hostname` passed to `toy_create` is, it shall return 1.'),
  ],
  ['unknown-parameter', inSend('If the first parameter is NULL, `toy_send` shall return 1.')],
  ['unknown-member', inSend('The `port` member of `TOY_CONFIG` shall be read from `toys.txt`.')],
  ['undeclared-name', inSend('`toy_send` shall call `make_context` and set `on_toy_sent_context`.')],
  [
    'unknown-function',
    inSend('`toy_send` shall look into `toy_notes.md`. If `toy_create` fails, it shall return 1.'),
  ],
  ['two-spellings', inSend('A `TOY_SEND` is no `toy_send`, and `TOY_OK` shall not be `TOY_SYNC_OK`.')],
  ['two-spellings', inSend('`toy_close2` and `toy_closes`, `boy_close` and `hostnames` shall be others.')],
  ['mixed-up-callback', inSend('`on_toy_sent` shall be called, then `on_other_toy_sent`.')],
  ['return-type', inSend('If `toy_create` returns NULL, `toy_send` shall return `_FAILURE_`.')],
  ['return-type', inSend('`toy_close` shall return TOY_OK and `toy_create` shall return a non-NULL handle.')],
  ['called-data', inSend('`toy_send` shall call `on_toy_sent` with `on_toy_sent_context`.')],
  [
    'callback-value',
    inSend('`toy_send` shall call `on_toy_sent` with `TOY_SYNC_OK`, and enter TOY_STATE_OK.'),
  ],
  ['callback-without-value', inSend('On failure `toy_send` shall not call `on_toy_sent`.')],
];

for (const [rule, text] of SILENT) {
  test(`${rule}: is silent about ${JSON.stringify(text.trim().split('\n').at(-1))}`, () => {
    assert.deepEqual(places(rule, text), []);
  });
}

/** Further defects, with their places. */
const FOUND: readonly (readonly [rule: string, text: string, expected: readonly string[]])[] = [
  ['unbalanced-markers', `${one('`toy_open` shall sing.')}\nAnd dance. **]**`, ['3:12']],
  ['unbalanced-markers', '**SRS_TOY_01_001: [** `toy_open` shall sing. ]**', ['1:45']],
  ['prefix-before-marker', `X${one('a shall sing.')}\n${one('b shall sing.')}`, ['1:1']],
  ['prefix-before-marker', `X${one('a shall sing.')}\nXX${one('b shall sing.')}`, ['1:1']],
  [
    'nothing-of-its-own',
    one('`toy_open` shall keep it, as specified and tested per other line entries in this document.'),
    ['1:1'],
  ],
  [
    'nothing-of-its-own',
    '**SRS_TOY_01_001: [** The toy shall sing if: **]**\n\n- **SRS_TOY_01_002: [** it is wound up **]**',
    ['1:1'],
  ],
  ['repeated-word', one('Then the toy shall then sing..'), ['1:23', '1:51']],
  [
    'two-spellings',
    inSend('`toy_send` shall return `TOY_SYNK_OK` of `TOY_OK_SYNC` and `toySend`.'),
    ['14:48', '14:65', '14:83'],
  ],
  [
    'unknown-parameter',
    inSend('`toy_send` shall use the `hostname` and `size` provided in `toy_send`.'),
    ['14:49', '14:64'],
  ],
  ['unknown-function', inSend('If `net_send` fails, `toy_send` shall return 1.'), ['14:27']],
  [
    'mixed-up-callback',
    inSend('The `toy_sent` callback and `on_mytoy_sent` shall be called.'),
    ['14:28', '14:52'],
  ],
  [
    'return-type',
    inSend('`toy_create` shall return 1, or `toy_close` shall return NULL.'),
    ['14:49', '14:80'],
  ],
  [
    'callback-value',
    `${one('`on_toy` shall be called with `TOY_SEND_OK`.')}\n**SRS_TOY_01_002: [** \`on_toy\` shall be called with \`SEND_TOY_OK\`. **]**\n\nTOY_SEND_ERROR`,
    ['3:54'],
  ],
];

for (const [rule, text, expected] of FOUND) {
  test(`${rule}: finds ${JSON.stringify(text.trim().split('\n').at(-1))}`, () => {
    assert.deepEqual(places(rule, text), expected);
  });
}

test('findings come in the order of the document, with the requirement that they stand in', () => {
  const text = `${one('a shall sing sing.')}\n[there](#nowhere)\n\n${one('b shall sing.')}`;
  assert.deepEqual(
    lint({ file: 'toy.md', text }).map(({ rule, requirement, slice }) => [
      rule,
      requirement,
      slice.line,
      slice.file,
    ]),
    [
      ['repeated-word', 'SRS_TOY_01_001', 1, 'toy.md'],
      ['dead-link', null, 3, 'toy.md'],
      ['duplicate-id', 'SRS_TOY_01_001#2', 5, 'toy.md'],
    ],
  );
});

test('lines and columns are those of the file, whatever its line ends and its byte order mark', () => {
  const text = '\ufeff# toy\r\n\r\n**SRS_TOY_01_001 [** a shall\r\nsing sing. **]**\r\n';
  assert.deepEqual(places('missing-colon', text), ['3:1']);
  assert.deepEqual(places('repeated-word', text), ['4:1']);
});
