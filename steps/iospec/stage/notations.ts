/** A document and what it holds: one requirement with its text as a reader sees it. */
export interface Notation {
  readonly document: string;
  readonly id: string;
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
}

const ID = 'SRS_TINY_01_001';
const TEXT = 'tiny_open shall return 0.';

/** A requirement of one line behind two lines of title, unless told otherwise. */
function notation(lines: readonly string[], found: Partial<Omit<Notation, 'document'>> = {}): Notation {
  return {
    document: ['# tiny', '', ...lines, ''].join('\n'),
    id: ID,
    text: TEXT,
    line: 3,
    endLine: 3,
    ...found,
  };
}

/** The usual notation. */
export const PLAIN = notation([`**${ID}: [** ${TEXT} **]**`]);

/** The ways to write a requirement, under the words of the document that asks for them. */
export const NOTATIONS: Readonly<Record<string, Notation>> = {
  'the brackets of the markers are escaped': notation([`**${ID}: \\[** ${TEXT} **\\]**`]),
  'the markers have no colon': notation([`**${ID} [** ${TEXT} **]**`]),
  'the markers have a blank before the colon': notation([`**${ID} : [** ${TEXT} **]**`]),
  'the markers have an X before the id': notation([`X**${ID}: [** ${TEXT} **]**`]),
  'the id is written in lower case': notation([`**srs_tiny_01_001: [** ${TEXT} **]**`], {
    id: 'srs_tiny_01_001',
  }),
  'the id belongs to a retired family': notation([`**S_R_S_TINY_01_001: [** ${TEXT} **]**`], {
    id: 'S_R_S_TINY_01_001',
  }),
  'the requirement stands in a table cell': notation(
    ['| what | requirement |', '|---|---|', `| open | **${ID}: [** ${TEXT} **]** |`],
    { line: 5, endLine: 5 },
  ),
  'the requirement stands in the middle of a list item': notation(
    ['- first', `  - As a rule, **${ID}: [** ${TEXT} **]**, and nothing else.`],
    { line: 4, endLine: 4 },
  ),
  'the requirement stands behind a code fence that was closed wrongly': notation(
    ['```c', 'int tiny_open(void);', '``', '', `**${ID}: [** ${TEXT} **]**`],
    { line: 7, endLine: 7 },
  ),
  'the requirement runs over three lines': notation([`**${ID}: [** tiny_open`, 'shall', 'return 0. **]**'], {
    endLine: 5,
  }),
  'the requirement holds a code listing': notation(
    [`**${ID}: [** tiny_open shall be:`, '```c', 'int tiny_open(int a[]);', '```', '**]**'],
    { text: 'tiny_open shall be: int tiny_open(int a[]);', endLine: 7 },
  ),
  'the document has CRLF line ends and a byte order mark': {
    ...PLAIN,
    document: `\uFEFF${PLAIN.document.replaceAll('\n', '\r\n')}`,
  },
};
