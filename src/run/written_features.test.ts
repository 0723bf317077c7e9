import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpecification } from '../specification/index.js';
import { compose, scenarioDocument, type ComposedItem } from '../scenario/index.js';
import { FeatureError, linesOf } from './plan.js';
import { planWritten } from './written_features.js';

const text = `@toy
Feature: toy

  @SRS_TOY_01_001
  Rule: SRS_TOY_01_001

    Scenario Outline: over a <underlying> underlying IO
      Given a toy over a <underlying> underlying IO
      When toy_open is called
      Then toy_open shall return <result>

      Examples:
        | underlying | result    |
        | mock       | 0         |
        | loopback   | _FAILURE_ |

  @SRS_TOY_01_077#2
  Rule: SRS_TOY_01_077#2

    Background:
      Given a thing

    Scenario: alone
      Then it works
`;

test('a plan knows of every example its line, tags, steps and underlying IO', () => {
  const scenarios = planWritten([{ uri: 'toy/toy_open.feature', text }], []);
  assert.deepEqual(
    scenarios.map(({ key, tags, underlying }) => ({ key, tags, underlying })),
    [
      { key: 'toy/toy_open.feature:14', tags: ['toy', 'SRS_TOY_01_001'], underlying: 'mock' },
      { key: 'toy/toy_open.feature:15', tags: ['toy', 'SRS_TOY_01_001'], underlying: 'loopback' },
      { key: 'toy/toy_open.feature:23', tags: ['toy', 'SRS_TOY_01_077#2'], underlying: null },
    ],
  );
  assert.deepEqual(scenarios[1]?.steps[2], {
    keyword: 'Then',
    text: 'toy_open shall return _FAILURE_',
    shows: [],
  });
  assert.deepEqual(
    scenarios[2]?.steps.map((step) => `${step.keyword} ${step.text}`),
    ['Given a thing', 'Then it works'],
  );
  assert.deepEqual(linesOf(scenarios), [{ uri: 'toy/toy_open.feature', lines: [14, 15, 23] }]);
});

/** The items of a document with these sentences. */
function itemsOf(...sentences: readonly string[]): readonly ComposedItem[] {
  const document = parseSpecification({
    file: 'toy_requirements.md',
    text: sentences.map((one, at) => `**SRS_TOY_01_00${at + 1}: [** ${one} **]**\n`).join('\n'),
  });
  return compose(scenarioDocument(document)).flatMap(({ items }) => items);
}

/** What the last step of a scenario with these tags shows. */
function shownBy(tags: string, step: string, items: readonly ComposedItem[], examples = ''): unknown {
  const kind = examples === '' ? 'Scenario' : 'Scenario Outline';
  const feature = `Feature: toy\n\n  ${tags}\n  ${kind}: by hand\n    Given a toy\n    Then ${step}\n${examples}`;
  return planWritten([{ uri: 'toy/depth/own.feature', text: feature }], items)[0]?.steps[1]?.shows;
}

const TOY = ['`toy` shall log an error and return 0.', '`toy` shall return 0.'] as const;

test('a tag names a requirement, and a step in the words of an obligation shows that obligation', () => {
  const items = itemsOf(...TOY);
  const second = [{ label: 'SRS_TOY_01_001', obligation: 1 }];
  assert.deepEqual(shownBy('@SRS_TOY_01_001', 'toy shall return 0', items), second);
  assert.deepEqual(shownBy('@SRS_TOY_01_001 @SRS_TOY_01_002', 'toy shall return 0', items), [
    ...second,
    { label: 'SRS_TOY_01_002', obligation: 0 },
  ]);
});

test('a step in words of its own shows no obligation, nor one that no tag names', () => {
  const items = itemsOf(...TOY);
  assert.deepEqual(shownBy('@SRS_TOY_01_001', 'toy shall return 1', items), []);
  assert.deepEqual(shownBy('@SRS_TOY_01_003 @long', 'toy shall return 0', items), []);
});

test('a step of an outline shows what its outline says, and what its example says', () => {
  const items = itemsOf('`toy` shall return `<number>`.', '`toy` shall return 2.');
  const examples = '\n    Examples:\n      | number |\n      | 2      |\n';
  assert.deepEqual(shownBy('@SRS_TOY_01_001 @SRS_TOY_01_002', 'toy shall return <number>', items, examples), [
    { label: 'SRS_TOY_01_001', obligation: 0 },
    { label: 'SRS_TOY_01_002', obligation: 0 },
  ]);
});

test('labels are those of the requirements that the tags name, each once', () => {
  const items = itemsOf(...TOY);
  const feature =
    '@SRS_TOY_01_002\nFeature: toy\n\n  @SRS_TOY_01_002 @SRS_TOY_01_009 @long\n  Scenario: by hand\n    Given a toy\n';
  const [scenario] = planWritten([{ uri: 'toy/depth/own.feature', text: feature }], items);
  assert.deepEqual(scenario?.labels, ['SRS_TOY_01_002']);
});

test('what is no Gherkin is an error with file and place', () => {
  assert.throws(
    () =>
      planWritten(
        [{ uri: 'toy/x.feature', text: 'Feature: x\n  Scenario: y\n    Given z\n    nonsense\n' }],
        [],
      ),
    {
      name: 'FeatureError',
      message: /^toy\/x\.feature: .*\(4:5\)/,
    },
  );
  const twice = [
    { uri: 'a', text },
    { uri: 'a', text },
  ];
  assert.throws(() => planWritten(twice, []), FeatureError);
});
