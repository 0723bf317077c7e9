import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseSpecification } from '../specification/index.js';
import { assertSound } from './testing/sound.js';
import { compose, plainRules, scenarioDocument, type CompositionRules } from './index.js';

const HEAD = `# x

## External State

* X_CLOSED means that nothing is open.
* X_OPENING means that it is being opened.
* X_OPEN means that it is open.

## API Calls

### x_send

\`\`\`c
int x_send(X_HANDLE handle, const void* buffer, size_t size);
\`\`\`
`;

/** What the rule of the last sentence holds below its description, without blank lines and indent. */
function scenarios(...sentences: readonly string[]): readonly string[] {
  return scenariosBy(OVER_TWO, ...sentences);
}

function scenariosBy(rules: CompositionRules, ...sentences: readonly string[]): readonly string[] {
  return below(`${HEAD}\n${sentences.map(tagged).join('\n\n')}\n`, rules);
}

const PLAIN = plainRules('x');
const OVER_TWO: CompositionRules = { ...PLAIN, underlyings: ['mock', 'loopback'] };

function tagged(sentence: string, index: number): string {
  const bullet = /^ *- /.exec(sentence)?.[0] ?? '';
  return `${bullet}**SRS_X_01_00${index + 1}: [** ${sentence.slice(bullet.length)} **]**`;
}

function below(text: string, rules: CompositionRules): readonly string[] {
  const specification = parseSpecification({ file: 'x_requirements.md', text });
  const features = compose(scenarioDocument(specification, rules));
  const last = specification.requirements.at(-1)?.label ?? '';
  const written = features
    .map((feature) => feature.text.split(`Rule: ${last}\n`)[1])
    .find((rule) => rule !== undefined);
  return (written?.split(/\n {2}@/)[0] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(1);
}

const OVER_BOTH = ['Examples:', '| underlying |', '| mock       |', '| loopback   |'];
const FIRST = [
  'Scenario Outline: over a <underlying> underlying IO',
  'Given a x over a <underlying> underlying IO',
];

describe('conditions', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'no condition is the call',
      ['x_send shall log an error.'],
      ['When x_send is called', 'Then x_send shall log an error'],
    ],
    [
      'a parameter condition goes with the call',
      ['If the `buffer` parameter is NULL, `x_send` shall return 1.'],
      ['When x_send is called and the buffer parameter is NULL', 'Then x_send shall return 1'],
    ],
    [
      'success goes with the call',
      ['On success `x_send` shall return 0.'],
      ['When x_send is called and succeeds', 'Then x_send shall return 0'],
    ],
    [
      'one state is a Given',
      ['If the adapter is in X_OPEN then `x_send` shall do nothing.'],
      ['And the adapter is in X_OPEN', 'When x_send is called', 'Then x_send shall do nothing'],
    ],
    [
      'a design is a Given',
      ['For _direct_ designs with a NULL `buffer`, `x_send` shall return 1.'],
      ['And the design is direct', 'When x_send is called with a NULL buffer', 'Then x_send shall return 1'],
    ],
    [
      'a kind of adapters is a Given',
      ['Adapters which implement options shall store the option value.'],
      [
        'And an adapter which implements options',
        'When x_send is called',
        'Then the adapter shall store the option value',
      ],
    ],
    [
      'a capability is a Given',
      ['If the underlying TLS does not support asynchronous closing, `x_send` shall return 1.'],
      [
        'And the underlying TLS does not support asynchronous closing',
        'When x_send is called',
        'Then x_send shall return 1',
      ],
    ],
    [
      'a trailing condition is one too',
      ['`x_send` shall return 1 if the `size` is 0.'],
      ['When x_send is called and the size is 0', 'Then x_send shall return 1'],
    ],
    [
      'a condition between subject and verb is one too',
      ['`x_send` when no open action has been issued shall fail.'],
      ['When x_send is called and no open action has been issued', 'Then x_send shall fail'],
    ],
    [
      'what the function itself does is its own When',
      ['If `x_send` is able to send all the bytes it shall dequeue the message.'],
      ['When x_send is able to send all the bytes', 'Then x_send shall dequeue the message'],
    ],
    [
      'as long as stays as long as',
      ['As long as there is data, `x_send` shall read this data.'],
      ['When x_send is called as long as there is data', 'Then x_send shall read this data'],
    ],
    [
      'otherwise denies the condition before',
      ['If `buffer` is NULL, `x_send` shall return.', 'Otherwise, `x_send` shall return 0.'],
      ['When x_send is called and buffer is not NULL', 'Then x_send shall return 0'],
    ],
    [
      'otherwise after a state is the other states',
      ['If the adapter is not in X_OPEN, `x_send` shall return 1.', 'Otherwise `x_send` shall return 0.'],
      ['And the adapter is in X_OPEN', 'When x_send is called', 'Then x_send shall return 0'],
    ],
    [
      'additionally adds to the condition before',
      [
        'If a write fails, `x_send` shall fail.',
        'Additionally, if it was the second, `x_send` shall log an error.',
      ],
      ['When x_send is called and a write fails', 'And it was the second', 'Then x_send shall log an error'],
    ],
    [
      'a list item inherits the condition above it',
      [
        'If a write fails, `x_send` shall do the following:',
        '- If `errno` is EPIPE, `x_send` shall return 1.',
      ],
      ['When x_send is called and a write fails', 'And errno is EPIPE', 'Then x_send shall return 1'],
    ],
    [
      'being allowed to be NULL is tried with NULL',
      ['`buffer` shall be allowed to be `NULL`.'],
      ['When x_send is called and buffer is NULL', 'Then buffer shall be allowed to be NULL'],
    ],
    [
      'a permission is no duty',
      ['`x_send` shall make a copy. This copy may be delegated.'],
      ['When x_send is called', 'Then x_send shall make a copy'],
    ],
    [
      'a second sentence with a duty is one more step',
      ['If `buffer` is NULL, `x_send` shall log. This shall be done before the call.'],
      [
        'When x_send is called and buffer is NULL',
        'Then x_send shall log',
        'And this shall be done before the call',
      ],
    ],
    [
      'words without a verb for a duty are kept whole',
      ['Freeing the BIO.'],
      ['When x_send is called', 'Then freeing the BIO'],
    ],
  ];
  for (const [name, sentences, steps] of cases) {
    test(name, () => {
      const lines = scenarios(...sentences);
      assert.deepEqual(
        lines.filter((line) => /^(?:When|Then|And) /.test(line)),
        steps,
      );
    });
  }
});

describe('alternatives', () => {
  test('one scenario over both underlying IOs', () => {
    assert.deepEqual(scenarios('x_send shall return 0.'), [
      ...FIRST,
      'When x_send is called',
      'Then x_send shall return 0',
      ...OVER_BOTH,
    ]);
  });

  test('a document that nobody wrote a system for stands on nothing', () => {
    assert.deepEqual(scenariosBy(PLAIN, 'x_send shall return 0.'), [
      'Scenario: as the sentence says',
      'Given a x',
      'When x_send is called',
      'Then x_send shall return 0',
    ]);
    assert.deepEqual(
      scenariosBy(PLAIN, 'If the adapter is not in X_OPEN, `x_send` shall return 1.').slice(0, 3),
      ['Scenario Outline: in <state>', 'Given a x', 'And the adapter is in <state>'],
    );
  });

  test('a column gives way to the same words in the sentence', () => {
    assert.deepEqual(scenarios('x_send shall log `<underlying>` | 0.'), [
      "Scenario Outline: over a <underlying'> underlying IO",
      "Given a x over a <underlying'> underlying IO",
      'When x_send is called',
      'Then x_send shall log <underlying> | 0',
      'Examples:',
      "| underlying' |",
      '| mock        |',
      '| loopback    |',
    ]);
  });

  test('any state other than one runs over the others', () => {
    assert.deepEqual(
      scenarios(
        'If the adapter is in any state other than X_OPEN when `x_send` is called, it shall return 1.',
      ),
      [
        'Scenario Outline: over a <underlying> underlying IO, in <state>',
        'Given a x over a <underlying> underlying IO',
        'And the adapter is in <state>',
        'When x_send is called',
        'Then x_send shall return 1',
        'Examples:',
        '| underlying | state     |',
        '| mock       | X_CLOSED  |',
        '| mock       | X_OPENING |',
        '| loopback   | X_CLOSED  |',
        '| loopback   | X_OPENING |',
      ],
    );
  });

  const tables: readonly (readonly [string, readonly string[], string, readonly string[]])[] = [
    [
      'limits: just outside both and far outside',
      ['If the `size` member value is less than 2 or greater than 0x10, `x_send` shall return 1.'],
      'When x_send is called and the size member value is <size>',
      [
        '-2147483648 | less than 2',
        '1 | less than 2',
        '17 | greater than 0x10',
        '2147483647 | greater than 0x10',
      ],
    ],
    [
      'any of the buffers: first, middle, last',
      ['If any of the buffers has `length` set to 0, `x_send` shall return 1.'],
      'When x_send is called and the <position> one of the buffers has length set to 0',
      ['first', 'middle', 'last'],
    ],
    [
      'a list of values',
      ['If `errno` is `EPIPE`, `EAGAIN`, or `E_X`, `x_send` shall return 1.'],
      'When x_send is called and errno is <value>',
      ['EPIPE', 'EAGAIN', 'E_X'],
    ],
    [
      'any of the arguments',
      ['If any of the arguments handle or buffer are NULL, `x_send` shall return 1.'],
      'When x_send is called and the argument <argument> is NULL',
      ['handle', 'buffer'],
    ],
    [
      'failure runs over the ways to fail',
      [
        'If `buffer` is NULL, `x_send` shall return `_FAILURE_`.',
        'If the adapter is not in X_OPEN, `x_send` shall fail.',
        'If `size` is 1, `x_send` shall return 0.',
        'On failure, `x_send` shall log an error.',
      ],
      'When x_send is called and fails because <failure>',
      ['buffer is NULL', 'the adapter is in X_CLOSED', 'the adapter is in X_OPENING'],
    ],
    [
      'any error runs over the calls that can fail',
      ['`x_send` shall make a list by calling `list_add`.', 'If any error occurs, `x_send` shall return 1.'],
      'When x_send is called and any error occurs because <error>',
      ['memory cannot be allocated', 'list_add fails'],
    ],
  ];
  for (const [name, sentences, step, rows] of tables) {
    test(name, () => {
      const lines = scenarios(...sentences);
      assert.ok(lines.includes(step), lines.join('\n'));
      const cells = lines
        .filter((line) => line.startsWith('| mock'))
        .map((line) =>
          line
            .slice(2, -2)
            .split('|')
            .slice(1)
            .map((cell) => cell.trim())
            .join(' | '),
        );
      assert.deepEqual(cells, rows);
    });
  }

  test('"or if" gives two scenarios', () => {
    const lines = scenarios(
      'If `buffer` is NULL or if the adapter is in X_OPENING, then `x_send` shall return 1.',
    );
    assert.deepEqual(
      lines.filter((line) => /^(?:Scenario|When|And)/.test(line)),
      [
        'Scenario Outline: over a <underlying> underlying IO, buffer is NULL',
        'When x_send is called and buffer is NULL',
        'Scenario Outline: over a <underlying> underlying IO, the adapter is in X_OPENING',
        'And the adapter is in X_OPENING',
        'When x_send is called',
      ],
    );
  });

  test('a sentence that introduces a list passes with its items', () => {
    const text = `${HEAD}
**SRS_X_01_001: [** If \`buffer\` is NULL, \`x_send\` shall do the following: **]**

- **SRS_X_01_002: [** \`x_send\` shall log an error. **]**
`;
    const [feature] = compose(scenarioDocument(parseSpecification({ file: 'x_requirements.md', text })));
    assert.deepEqual(
      feature?.items.map(({ label, clauses }) => [label, clauses.conditions, clauses.obligations]),
      [
        ['SRS_X_01_001', ['If buffer is NULL'], ['x_send shall log an error']],
        ['SRS_X_01_002', ['If buffer is NULL'], ['x_send shall log an error']],
      ],
    );
  });
});

describe('the rules of a system', () => {
  const joint = ' because of ';
  const faults = ['a reset', 'a refusal'];
  const only = (...lines: readonly string[]) => lines.filter((line) => /^(?:Given|And|When|\|) /.test(line));

  test('a phrase that takes the words with each value behind them runs over the values', () => {
    const rules: CompositionRules = {
      ...PLAIN,
      alternatives: [
        {
          ...{ kind: 'appended', joint, column: 'fault', values: faults },
          takes: (words, name) => name === 'x_send' && /^the write fails because of a re\w+$/.test(words),
        },
      ],
    };
    const rows = ['| fault     |', '| a reset   |', '| a refusal |'];
    for (const words of ['the write fails', 'the write fails for any reason']) {
      assert.deepEqual(only(...scenariosBy(rules, `If ${words}, \`x_send\` shall return 1.`)), [
        'Given a x',
        'When x_send is called and the write fails because of <fault>',
        ...rows,
      ]);
    }
    // It takes them all, or the sentence stays as it is.
    assert.deepEqual(only(...scenariosBy(rules, 'If the read fails, `x_send` shall return 1.')), [
      'Given a x',
      'When x_send is called and the read fails',
    ]);
    const partly = rules.alternatives.map((one) => ({ ...one, values: [...faults, 'silence'] }));
    assert.deepEqual(
      only(
        ...scenariosBy({ ...rules, alternatives: partly }, 'If the write fails, `x_send` shall return 1.'),
      ),
      ['Given a x', 'When x_send is called and the write fails'],
    );
  });

  test('a phrase that finds its words writes them with a slot, and keeps the rest', () => {
    const rules: CompositionRules = {
      ...PLAIN,
      alternatives: [
        {
          ...{ kind: 'rewritten', column: 'peer', values: ['a client', 'a server'] },
          ...{ words: /^(the connection to) a peer (is lost)$/, instead: '$1 <peer> $2' },
        },
      ],
    };
    assert.deepEqual(
      only(...scenariosBy(rules, 'If the connection to a peer is lost, `x_send` shall return 1.')),
      [
        'Given a x',
        'When x_send is called and the connection to <peer> is lost',
        '| peer     |',
        '| a client |',
        '| a server |',
      ],
    );
  });

  test('what a Given takes holds before the call', () => {
    const isSituation = (words: string): boolean => words === 'the disk is full';
    assert.deepEqual(
      only(...scenariosBy({ ...PLAIN, isSituation }, 'If the disk is full, `x_send` shall return 1.')),
      ['Given a x', 'And the disk is full', 'When x_send is called'],
    );
  });

  test('what can go wrong is told by the calls that can, and by what the system adds', () => {
    const sentences = [
      '`x_send` shall make a list by calling `list_add` and then calling `list_init`.',
      'If any error occurs, `x_send` shall return 1.',
    ];
    const rules = {
      ...PLAIN,
      infallible: ['list_init'],
      furtherErrors: new Map([['x_send', ['the clock stops']]]),
    };
    assert.deepEqual(only(...scenariosBy(rules, ...sentences)).slice(2), [
      '| error                      |',
      '| memory cannot be allocated |',
      '| list_add fails             |',
      '| the clock stops            |',
    ]);
  });
});

describe('a state whose name no tag can hold', () => {
  const text = `# x

## State transitions

<table>
  <tr>From state <b>OPEN@HOME</b></tr>
  <tr><td>x_send</td><td>ok</td></tr>
</table>

**SRS_X_01_001: [** \`x_send\` shall return 0. **]**
`;

  test('keeps its label, and its rule has a tag that Gherkin reads', () => {
    const document = scenarioDocument(parseSpecification({ file: 'x_requirements.md', text }));
    const features = compose(document);
    features.forEach(assertSound);
    const scenarios = features.flatMap((feature) => feature.scenarios);
    assert.deepEqual(
      scenarios.map(({ label, tags }) => [label, tags]),
      [
        ['SRS_X_01_001', ['x', 'SRS_X_01_001']],
        ['OPEN@HOME/x_send', ['x', 'OPEN_HOME/x_send']],
      ],
    );
  });
});
