import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findRequirements, SpecificationError } from './index.js';

/** What was found: label, text as a reader sees it, line of the id and line of the closing marker. */
type Found = readonly [label: string, text: string, line: number, endLine: number];

interface Case {
  readonly name: string;
  readonly markdown: string;
  readonly found: readonly Found[];
}

const A = 'SRS_A_01_001';
const B = 'SRS_A_01_002';

function read(markdown: string): readonly Found[] {
  try {
    return findRequirements({ file: 'a.md', text: markdown }).map(({ label, text, slice }) => [
      label,
      text,
      slice.line,
      slice.endLine,
    ]);
  } catch (error) {
    assert.ok(error instanceof SpecificationError);
    return [];
  }
}

const OPENERS: readonly Case[] = [
  {
    name: 'the plain notation',
    markdown: '**SRS_A_01_001: [** It shall return 0. **]**',
    found: [[A, 'It shall return 0.', 1, 1]],
  },
  {
    name: 'no blanks',
    markdown: '**SRS_A_01_001: [**It shall return 0.**]**',
    found: [[A, 'It shall return 0.', 1, 1]],
  },
  {
    name: 'escaped brackets',
    markdown: '**SRS_A_01_001: \\[**It shall return 0.**\\]**',
    found: [[A, 'It shall return 0.', 1, 1]],
  },
  { name: 'no colon', markdown: '**SRS_A_01_001 [** It. **]**', found: [[A, 'It.', 1, 1]] },
  { name: 'a blank before the colon', markdown: '**SRS_A_01_001 : [** It. **]**', found: [[A, 'It.', 1, 1]] },
  { name: 'no blank behind the colon', markdown: '**SRS_A_01_001:[** It. **]**', found: [[A, 'It.', 1, 1]] },
  { name: 'a tab behind the colon', markdown: '**SRS_A_01_001:\t[**\tIt.\t**]**', found: [[A, 'It.', 1, 1]] },
  { name: 'a blank within the bold', markdown: '** SRS_A_01_001: [** It. **]**', found: [[A, 'It.', 1, 1]] },
  { name: 'a mark X', markdown: 'X**SRS_A_01_001: [** It. **]**', found: [[A, 'It.', 1, 1]] },
  { name: 'a mark XX', markdown: 'XX**SRS_A_01_001: [** It. **]**', found: [[A, 'It.', 1, 1]] },
  { name: 'lower case', markdown: '**srs_a_01_001: [** It. **]**', found: [['srs_a_01_001', 'It.', 1, 1]] },
  {
    name: 'mixed case',
    markdown: '**SRS_Mqtt_25_003: [** It. **]**',
    found: [['SRS_Mqtt_25_003', 'It.', 1, 1]],
  },
  {
    name: 'a retired family',
    markdown: '**S_R_S_SESSION_01_030: [** It. **]**',
    found: [['S_R_S_SESSION_01_030', 'It.', 1, 1]],
  },
  {
    name: 'a retired family with a blank',
    markdown: '**S_R_S POOL_05_001: [** It. **]**',
    found: [['S_R_S_POOL_05_001', 'It.', 1, 1]],
  },
  {
    name: 'another family',
    markdown: '**NON_SRS_A_01_001: [** It. **]**',
    found: [['NON_SRS_A_01_001', 'It.', 1, 1]],
  },
  { name: 'a family without SRS', markdown: '**REQ_12: [** It. **]**', found: [['REQ_12', 'It.', 1, 1]] },
  {
    name: 'a letter at the end',
    markdown: '**SRS_A_01_001a: [** It. **]**',
    found: [['SRS_A_01_001a', 'It.', 1, 1]],
  },
  {
    name: 'escaped underscores',
    markdown: '**SRS\\_A\\_01\\_001: \\[** It. **\\]**',
    found: [[A, 'It.', 1, 1]],
  },
  {
    name: 'bold that ends before the colon',
    markdown: '**SRS_A_01_001**: **[** It. **]**',
    found: [[A, 'It.', 1, 1]],
  },
  {
    name: 'bold that ends behind the colon',
    markdown: '**SRS_A_01_001:** **[** It. **]**',
    found: [[A, 'It.', 1, 1]],
  },
  { name: 'a bracket out of bold', markdown: '**SRS_A_01_001**: [ It. ]', found: [[A, 'It.', 1, 1]] },
  { name: 'all of it in bold', markdown: '**SRS_A_01_001: [ It shall. ]**', found: [[A, 'It shall.', 1, 1]] },
  { name: 'one asterisk too few', markdown: '*SRS_A_01_001: [** It. **]**', found: [[A, 'It.', 1, 1]] },
  { name: 'no bold before the id', markdown: 'SRS_A_01_001: [** It. **]**', found: [[A, 'It.', 1, 1]] },
  { name: 'HTML for bold', markdown: '<b>SRS_A_01_001: [</b> It. <b>]</b>', found: [[A, 'It.', 1, 1]] },
  {
    name: 'HTML for strong',
    markdown: '<strong>SRS_A_01_001: [</strong> It. <strong>]</strong>',
    found: [[A, 'It.', 1, 1]],
  },
];

const CLOSERS: readonly Case[] = [
  { name: 'a blank within the bold', markdown: '**SRS_A_01_001: [** It.** ]**', found: [[A, 'It.', 1, 1]] },
  {
    name: 'bold behind the bracket alone',
    markdown: '**SRS_A_01_001: [** It. ]**',
    found: [[A, 'It.', 1, 1]],
  },
  {
    name: 'bold before the bracket alone',
    markdown: '**SRS_A_01_001: [** It. **]',
    found: [[A, 'It.', 1, 1]],
  },
  { name: 'no bold', markdown: '**SRS_A_01_001: [** It. ]\n\nThen.', found: [[A, 'It.', 1, 1]] },
  {
    name: 'no bold, and a text that ends in bold',
    markdown: '**SRS_A_01_001: [** It **shall**]',
    found: [[A, 'It shall', 1, 1]],
  },
  {
    name: 'a text that ends in bold',
    markdown: '**SRS_A_01_001: [** It **shall** **]**',
    found: [[A, 'It shall', 1, 1]],
  },
  {
    name: 'a text that ends in bold, no blank',
    markdown: '**SRS_A_01_001: [**It **shall****]**',
    found: [[A, 'It shall', 1, 1]],
  },
  {
    name: 'text and punctuation behind it',
    markdown: '**SRS_A_01_001: [** It. **]**; that is all.<br/>',
    found: [[A, 'It.', 1, 1]],
  },
  {
    name: 'brackets in the text',
    markdown: '**SRS_A_01_001: [** For "[]" and a[0] it shall. **]**',
    found: [[A, 'For "[]" and a[0] it shall.', 1, 1]],
  },
  {
    name: 'an interval in the text',
    markdown: '**SRS_A_01_001: [** A value in [0, 5) shall do. **]**',
    found: [[A, 'A value in [0, 5) shall do.', 1, 1]],
  },
  {
    name: 'an interval that ends with a bracket',
    markdown: '**SRS_A_01_001: [** A value in (0, 5] shall do. **]**',
    found: [[A, 'A value in (0, 5] shall do.', 1, 1]],
  },
  {
    name: 'its notation quoted in the text',
    markdown: '**SRS_A_01_001: [** It ends at `**]**` as told. **]**',
    found: [[A, 'It ends at **]** as told.', 1, 1]],
  },
  {
    name: 'none: the end of the paragraph',
    markdown: '**SRS_A_01_001: [** It shall\nreturn 0.\n\nAnd more.',
    found: [[A, 'It shall return 0.', 1, 2]],
  },
  {
    name: 'none: the next marker',
    markdown: '**SRS_A_01_001: [** It.\n**SRS_A_01_002: [** Then. **]**',
    found: [
      [A, 'It.', 1, 1],
      [B, 'Then.', 2, 2],
    ],
  },
  {
    name: 'none: the next item',
    markdown: '- **SRS_A_01_001: [** It.\n- Other.\n- **SRS_A_01_002: [** Then. **]**',
    found: [
      [A, 'It.', 1, 1],
      [B, 'Then.', 3, 3],
    ],
  },
  {
    name: 'none: the next heading',
    markdown: '**SRS_A_01_001: [** It.\n###next\nMore **]**',
    found: [[A, 'It.', 1, 1]],
  },
  {
    name: 'none: one quoted further down',
    markdown: '**SRS_A_01_001: [** It.\n\nIt ends at `**]**`, that is.',
    found: [[A, 'It.', 1, 1]],
  },
  {
    name: 'none: a fence',
    markdown: '**SRS_A_01_001: [** It.\n```c\nint a[3];\n```\nMore',
    found: [[A, 'It.', 1, 1]],
  },
];

const PLACES: readonly Case[] = [
  {
    name: 'several on one line',
    markdown: '**SRS_A_01_001: [** It. **]** **SRS_A_01_002: [** Then. **]**',
    found: [
      [A, 'It.', 1, 1],
      [B, 'Then.', 1, 1],
    ],
  },
  {
    name: 'in mid-sentence',
    markdown: '- If so **SRS_A_01_001: [** it shall be 1 **]**; **SRS_A_01_002: [** otherwise 0. **]**',
    found: [
      [A, 'it shall be 1', 1, 1],
      [B, 'otherwise 0.', 1, 1],
    ],
  },
  {
    name: 'bullets',
    markdown: '* **SRS_A_01_001: [** It. **]**\n+ X**SRS_A_01_002: [** Then. **]**',
    found: [
      [A, 'It.', 1, 1],
      [B, 'Then.', 2, 2],
    ],
  },
  {
    name: 'numbers',
    markdown: '1. **SRS_A_01_001: [** It. **]**\n2) **SRS_A_01_002: [** Then. **]**',
    found: [
      [A, 'It.', 1, 1],
      [B, 'Then.', 2, 2],
    ],
  },
  {
    name: 'tabs',
    markdown: '-\t**SRS_A_01_001: [** It. **]**\n\t-\t**SRS_A_01_002: [** Then. **]**',
    found: [
      [A, 'It.', 1, 1],
      [B, 'Then.', 2, 2],
    ],
  },
  {
    name: 'an indent that makes it code',
    markdown: 'So:\n\n      **SRS_A_01_001: [** It `shall`. **]**',
    found: [[A, 'It shall.', 3, 3]],
  },
  {
    name: 'a fence that was closed wrongly',
    markdown:
      '```c\nint a(void);\n``\n**SRS_A_01_001: [** It. **]**\n```c\nint b(void);\n```\n**SRS_A_01_002: [** Then. **]**',
    found: [
      [A, 'It.', 4, 4],
      [B, 'Then.', 8, 8],
    ],
  },
  {
    name: 'a fence that was never closed',
    markdown: '# t\n\n```c\nint a(void);\n\n**SRS_A_01_001: [** It. **]**\n',
    found: [[A, 'It.', 6, 6]],
  },
  {
    name: 'a table cell',
    markdown:
      '| id | text |\n|---|---|\n| 1 | **SRS_A_01_001: [** a \\| `b` **]** |\n| 2 | **SRS_A_01_002: [** Then | x ]** |',
    found: [
      [A, 'a | b', 3, 3],
      [B, 'Then', 4, 4],
    ],
  },
  {
    name: 'a cell of an HTML table',
    markdown:
      '<table><tr>\n<td>**SRS_A_01_001: [** It. **]**</td>\n<td>**SRS_A_01_002: [** Then.</td>\n</tr></table>',
    found: [
      [A, 'It.', 2, 2],
      [B, 'Then.', 3, 3],
    ],
  },
  {
    name: 'a block quote',
    markdown: '> **SRS_A_01_001: [** It shall\n> return 0. **]**',
    found: [[A, 'It shall return 0.', 1, 2]],
  },
  {
    name: 'text over several lines',
    markdown: '\n**SRS_A_01_001: [** It\n shall\n return 0.\n**]**',
    found: [[A, 'It shall return 0.', 2, 5]],
  },
  {
    name: 'a deep indent on each line',
    markdown: '  - a\n    - **SRS_A_01_001: [** It\n          shall `x`.\n      **]**',
    found: [[A, 'It shall x.', 2, 4]],
  },
  {
    name: 'paragraphs and a list inside',
    markdown: '**SRS_A_01_001: [** It shall:\n\n- do `a`;\n- do _b_.\n\n**]**',
    found: [[A, 'It shall: do a; do b.', 1, 6]],
  },
  {
    name: 'a code fence inside',
    markdown: '**SRS_A_01_001: [** It is:\n\n```c\nint f(int a[]);  // **x]\n```\n **]**',
    found: [[A, 'It is: int f(int a[]); // **x]', 1, 6]],
  },
  {
    name: 'CRLF',
    markdown: '# t\r\n\r\n**SRS_A_01_001: [** It\r\nshall. **]**\r\n**SRS_A_01_002: [** Then. **]**\r\n',
    found: [
      [A, 'It shall.', 3, 4],
      [B, 'Then.', 5, 5],
    ],
  },
  { name: 'a byte order mark', markdown: '\uFEFF**SRS_A_01_001: [** It. **]**', found: [[A, 'It.', 1, 1]] },
  {
    name: 'underlined like a heading',
    markdown: '**SRS_A_01_001: [** It. **]**\n---\n',
    found: [[A, 'It.', 1, 1]],
  },
  {
    name: 'a heading',
    markdown: '# t\n\n### **SRS_A_01_001: [** It. **]**\n\n**SRS_A_01_002: [** Then. **]**',
    found: [
      [A, 'It.', 3, 3],
      [B, 'Then.', 5, 5],
    ],
  },
  {
    name: 'behind a forgotten backtick',
    markdown: '**SRS_A_01_001: [** `it shall. **]** **SRS_A_01_002: [** then` so. **]**',
    found: [
      [A, '`it shall.', 1, 1],
      [B, 'then` so.', 1, 1],
    ],
  },
  {
    name: 'the same id twice',
    markdown: '**SRS_A_01_001: [** It. **]**\n\n**SRS_A_01_001: [** Then. **]**',
    found: [
      [A, 'It.', 1, 1],
      [`${A}#2`, 'Then.', 3, 3],
    ],
  },
];

const TEXTS: readonly Case[] = [
  {
    name: 'emphasis',
    markdown: '**SRS_A_01_001: [** _direct_ *and* **so** ~~on~~ **]**',
    found: [[A, 'direct and so on', 1, 1]],
  },
  {
    name: 'identifiers',
    markdown: '**SRS_A_01_001: [** `_FAILURE_`, on_io_error, TLSIO_STATE_EXT_OPEN **]**',
    found: [[A, '_FAILURE_, on_io_error, TLSIO_STATE_EXT_OPEN', 1, 1]],
  },
  {
    name: 'code spans with backticks',
    markdown: '**SRS_A_01_001: [** ``a`b`` `c  d` **]**',
    found: [[A, 'a`b c d', 1, 1]],
  },
  {
    name: 'links',
    markdown: '**SRS_A_01_001: [** shall [enter `X`](#enter-x "call `y` with `_z_`.") and <http://a.b> **]**',
    found: [[A, 'shall enter X and http://a.b', 1, 1]],
  },
  {
    name: 'links by reference',
    markdown: '**SRS_A_01_001: [** see [the `x`][1] and [none][2] **]**\n\n[1]: http://a.b',
    found: [[A, 'see the x and [none][2]', 1, 1]],
  },
  {
    name: 'entities and escapes',
    markdown: '**SRS_A_01_001: [** a &lt; b &amp;&#38; void\\* \\[0\\] `&lt;` **]**',
    found: [[A, 'a < b && void* [0] &lt;', 1, 1]],
  },
  {
    name: 'asterisks of C',
    markdown: '**SRS_A_01_001: [** char* and const char* shall be. **]**',
    found: [[A, 'char* and const char* shall be.', 1, 1]],
  },
  {
    name: 'line breaks',
    markdown: '**SRS_A_01_001: [** a<br/>b<BR>c  \nd\\\ne **]**',
    found: [[A, 'a b c d e', 1, 3]],
  },
  {
    name: 'other HTML',
    markdown: '**SRS_A_01_001: [** a <i>b</i> <!-- no --> &nbsp; c **]**',
    found: [[A, 'a b c', 1, 1]],
  },
  {
    name: 'a start that looks like a block',
    markdown: '**SRS_A_01_001: [** # of bytes **]** **SRS_A_01_002: [**1. first **]**',
    found: [
      [A, '# of bytes', 1, 1],
      [B, '1. first', 1, 1],
    ],
  },
  { name: 'nothing', markdown: '**SRS_A_01_001: [** **]**', found: [[A, '', 1, 1]] },
  {
    name: 'other scripts',
    markdown: '**SRS_A_01_001: [** é 漢字 “so” **]**',
    found: [[A, 'é 漢字 “so”', 1, 1]],
  },
];

const MENTIONS: readonly Case[] = [
  { name: 'an id in prose', markdown: 'As SRS_A_01_001 says, **SRS_A_01_002** holds.', found: [] },
  { name: 'an id with a colon', markdown: 'See **SRS_A_01_001**: it holds.', found: [] },
  {
    name: 'an id that is linked',
    markdown: 'See [**SRS_A_01_001**](#a) and **SRS_A_01_002** [here](#b), **SRS_A_01_001**: [there](#c).',
    found: [],
  },
  { name: 'an id with a footnote', markdown: 'See **SRS_A_01_001**[1] and **SRS_A_01_002** [1].', found: [] },
  {
    name: 'comments of C',
    markdown:
      '```c\n/*Codes_SRS_A_01_001: [ It. ]*/\n/* Tests_SRS_A_01_001: [** It. **]** */\n/**SRS_A_01_002: [ It. ]**/\n// SRS_A_01_001: [** It. **]**\n * SRS_A_01_001: [** It. **]**\n```\n**Codes_SRS_A_01_001: [** It. **]**',
    found: [],
  },
  {
    name: 'the notation in a code span',
    markdown: 'Write `**SRS_A_01_001: [** text **]**` or `X**SRS_A_01_002: [**`.',
    found: [],
  },
  {
    name: 'an example in a fence of Markdown',
    markdown: '```markdown\n**SRS_A_01_001: [** It. **]**\n```',
    found: [],
  },
  { name: 'a comment of HTML', markdown: '<!-- **SRS_A_01_001: [** It. **]** -->', found: [] },
  { name: 'escaped bold', markdown: '\\*\\*SRS_A_01_001: [\\*\\* It. \\*\\*]\\*\\*', found: [] },
  {
    name: 'a name with a number',
    markdown: '**UTF8: [** a **]** **A_B: [** a **]** **12_3: [** a **]**',
    found: [],
  },
];

for (const [title, cases] of Object.entries({
  openers: OPENERS,
  closers: CLOSERS,
  places: PLACES,
  texts: TEXTS,
  mentions: MENTIONS,
})) {
  describe(`notations: ${title}`, () => {
    for (const { name, markdown, found } of cases) {
      it(name, () => {
        assert.deepEqual(read(markdown), found);
      });
    }
  });
}
