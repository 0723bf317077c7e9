import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSpecification, type Specification } from './index.js';

const R = '**SRS_A_01_001: [** It shall. **]**';

function parse(...lines: readonly string[]): Specification {
  return parseSpecification({ file: 'a.md', text: lines.join('\n') });
}

const about = ({ requirements }: Specification) =>
  requirements.map(({ section, function: subject }) => `${section.join('>')} ${subject ?? '-'}`);
const parents = ({ requirements }: Specification) =>
  requirements.map(({ id, parent }) => `${id.slice(-1)}<${parent?.slice(-1) ?? '-'}`).join(' ');
const numbered = (id: number, text = 'It shall.') => `**SRS_A_01_00${id}: [** ${text} **]**`;

describe('sections', () => {
  it('with and without a blank, closed, underlined, marked up', () => {
    assert.deepEqual(
      about(
        parse(
          'Title `x`',
          '===',
          '',
          '##Overview',
          R,
          '',
          '### _a_ b ###',
          R,
          '',
          'Next',
          '---',
          R,
          '',
          '#### `a_b` &amp; c',
          R,
        ),
      ),
      ['Title x>Overview -', 'Title x>Overview>a b -', 'Title x>Next -', 'Title x>Next>a_b & c -'],
    );
  });

  it('no heading: lines of code, a line of seven marks, a requirement that is underlined', () => {
    assert.deepEqual(
      about(
        parse('# t', '', '```c', '#define A', '# x', '```', '', '    # y', '', '####### z', '', R, '---', R),
      ),
      ['t -', 't -'],
    );
  });

  it('headings in a fence that was closed wrongly', () => {
    assert.deepEqual(
      about(
        parse(
          '# t',
          '',
          '```c',
          '#define A 1',
          'int a_a(void);',
          '``',
          '## a_a',
          R,
          '',
          '## b_b',
          '```c',
          'int b_b(void);',
          '```',
          R,
        ),
      ),
      ['t>a_a a_a', 't>b_b b_b'],
    );
  });

  it('the function is that of the nearest heading which names one', () => {
    assert.deepEqual(
      about(
        parse(
          '# my_module',
          R,
          '## `my_create`',
          R,
          '### Details',
          R,
          '## ON_EVENT',
          R,
          '## on_event(int)',
          R,
          '## Notes',
          R,
        ),
      ),
      [
        'my_module -',
        'my_module>my_create my_create',
        'my_module>my_create>Details my_create',
        'my_module>ON_EVENT -',
        'my_module>on_event(int) on_event',
        'my_module>Notes -',
      ],
    );
  });

  it('the function of a heading in words is the one declared under it', () => {
    const fence = (name: string) => ['```c', `int ${name}(void);`, '```', ''];
    assert.deepEqual(
      about(
        parse(
          '# t',
          '## Creating',
          ...fence('Create'),
          R,
          '## The Destroy call',
          ...fence('Destroy'),
          R,
          '## Both',
          ...fence('A'),
          ...fence('B'),
          R,
        ),
      ),
      ['t>Creating Create', 't>The Destroy call Destroy', 't>Both -'],
    );
  });
});

describe('parents', () => {
  it('a list under a sentence that ends with a colon', () => {
    assert.equal(
      parents(
        parse(numbered(1, 'So:'), '', `- ${numbered(2)}`, `- ${numbered(3)} ${numbered(4)}`, '', numbered(5)),
      ),
      '1<- 2<1 3<1 4<1 5<-',
    );
    assert.equal(parents(parse(`${numbered(1)}:`, `1. ${numbered(2)}`)), '1<- 2<1');
  });

  it('no parent: no colon, prose in between, a line left of the item', () => {
    assert.equal(parents(parse(numbered(1), '', `- ${numbered(2)}`)), '1<- 2<-');
    assert.equal(parents(parse(numbered(1, 'So:'), 'And then:', `- ${numbered(2)}`)), '1<- 2<-');
    assert.equal(parents(parse(numbered(1, 'So:'), '', 'And then:', '', `- ${numbered(2)}`)), '1<- 2<-');
    assert.equal(parents(parse(numbered(1, 'So:'), '', `- ${numbered(2)}`, numbered(3))), '1<- 2<1 3<-');
  });

  it('an item nested in another, and one nested in an item of prose', () => {
    assert.equal(
      parents(
        parse(`- ${numbered(1)}`, `  - ${numbered(2)}`, '', `    * ${numbered(3)}`, `- ${numbered(4)}`),
      ),
      '1<- 2<1 3<2 4<-',
    );
    assert.equal(parents(parse(numbered(1, 'So:'), '', '- First:', `  - ${numbered(2)}`)), '1<- 2<1');
    assert.equal(parents(parse(`-\t${numbered(1)}`, `\t-\t${numbered(2)}`)), '1<- 2<1');
  });
});

describe('state tables', () => {
  const cells = ({ transitions }: Specification) =>
    transitions.map(({ label, text, slice }) => [label, text, slice.line, slice.column]);

  it('in Markdown', () => {
    const table = parse(
      R,
      '',
      '| from | call/event | effect |',
      '|---|:-:|---|',
      '| **Idle** | `x_open` | ok,<br>enter Open \\| `a \\| b` |',
      '| | req:STOP | fail |',
      '| Local Check | x_open | | ',
    );
    assert.deepEqual(cells(table), [
      ['Idle/x_open', 'ok, enter Open | a | b', 5, 25],
      ['Idle/req:STOP', 'fail', 6, 16],
    ]);
  });

  it('in HTML, with and without a header, tags unclosed or with attributes', () => {
    const text = [
      R,
      '',
      '<TABLE border="1">',
      '<tr><th>State<th>Event<th>Result</tr>',
      '<tr><td>A &amp; B</td><td><code>go_on</code></td><td> stay_, <b>then</b><br/>go</td></tr>',
      '<tr><td></td><td>go_on<td>no',
      '</TABLE>',
    ];
    assert.deepEqual(cells(parse(...text)), [
      ['A_&_B/go_on', 'stay_, then go', 5, 55],
      ['A_&_B/go_on#2', 'no', 6, 27],
    ]);
    assert.deepEqual(
      cells(
        parse(
          R,
          '',
          '<table>',
          '<tr><td>From state <i>A</i></td></tr>',
          '<tr><td>f_g</td><td>ok</td></tr>',
          '</table>',
        ),
      ),
      [['A/f_g', 'ok', 5, 21]],
    );
  });

  it('no other table', () => {
    assert.deepEqual(
      cells(
        parse(
          R,
          '',
          '| state | meaning |',
          '|---|---|',
          '| A | b |',
          '',
          '<table><tr><td>function</td><td>effect</td></tr></table>',
        ),
      ),
      [],
    );
  });
});

describe('states', () => {
  it('in a list that a sentence about states introduces', () => {
    const { states } = parse(
      R,
      '',
      'The states are:',
      '',
      '* **Not _yet_ open** are those that',
      '  wait.',
      '* `OPEN_X` means open.',
      '* **Note** that',
      '',
      '- **Other** is no state',
    );
    assert.deepEqual(
      states.map(({ name, text, slice }) => [name, text, slice.line, slice.endLine]),
      [
        ['Not yet open', 'Not yet open are those that wait.', 5, 6],
        ['OPEN_X', 'OPEN_X means open.', 7, 7],
      ],
    );
  });
});

describe('phrases', () => {
  it('in quotes of any kind, used by word and by link', () => {
    const { phrases } = parse(
      '## “go on”',
      'The term “go on” means: `do` it.',
      '',
      numbered(1, 'It shall Go  on.'),
      numbered(2, 'It shall [proceed](#GO-ON).'),
      numbered(3, 'It shall go onwards.'),
      numbered(4, 'The words "stop it" mean that it ends; stop it.'),
    );
    assert.deepEqual(
      phrases.map(({ phrase, meaning, requirement, usedBy, slice }) => [
        phrase,
        meaning,
        requirement,
        usedBy,
        slice.line,
      ]),
      [
        ['go on', ['do it.'], null, ['SRS_A_01_001', 'SRS_A_01_002'], 2],
        ['stop it', ['it ends; stop it.'], 'SRS_A_01_004', [], 7],
      ],
    );
  });
});

describe('call sequences', () => {
  it('under the heading itself, and none without calls', () => {
    const { sequences } = parse(
      R,
      '',
      '# Call sequence',
      'First:',
      '- `a_b()` - twice',
      '- nothing',
      '',
      '# Call sequences',
      'none',
    );
    assert.deepEqual(
      sequences.map(({ label, groups }) => [label, groups]),
      [['sequence/call-sequence', [{ lead: 'First:', calls: [{ function: 'a_b', note: 'twice' }] }]]],
    );
  });
});

describe('names and titles', () => {
  const name = (...ids: readonly string[]) => parse(...ids.map((id) => `**${id}: [** a **]**\n`)).name;

  it('the family that most requirements share', () => {
    assert.equal(name('SRS_ASYNC_SOCKET_LINUX_11_001'), 'async_socket_linux');
    assert.equal(name('srs_a_b_01_001', 'SRS_OTHER_01_001', 'SRS_A_B_02_002'), 'a_b');
    assert.equal(name('S_R_S_SESSION_01_030'), 'session');
    assert.equal(name('NON_SRS_X_01_030'), 'x');
    assert.equal(name('REQ_12'), 'req');
  });

  it('the first heading, or the name of the file', () => {
    assert.equal(parse('# A `b`', R).title, 'A b');
    assert.equal(parseSpecification({ file: 'dir/a.md', text: R }).title, 'a.md');
  });
});
