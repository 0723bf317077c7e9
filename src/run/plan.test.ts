import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FeatureError, locationsOf, planScenarios, shardOf } from './plan.js';

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
  const scenarios = planScenarios([{ uri: 'toy/toy_open.feature', text }]);
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
    template: 'toy_open shall return <result>',
  });
  assert.deepEqual(
    scenarios[2]?.steps.map((step) => `${step.keyword} ${step.text}`),
    ['Given a thing', 'Then it works'],
  );
  assert.deepEqual(locationsOf(scenarios), ['toy/toy_open.feature:14:15:23']);
});

test('what is no Gherkin is an error with file and place', () => {
  assert.throws(
    () =>
      planScenarios([
        { uri: 'toy/x.feature', text: 'Feature: x\n  Scenario: y\n    Given z\n    nonsense\n' },
      ]),
    {
      name: 'FeatureError',
      message: /^toy\/x\.feature: .*\(4:5\)/,
    },
  );
  const twice = [
    { uri: 'a', text },
    { uri: 'a', text },
  ];
  assert.throws(() => planScenarios(twice), FeatureError);
});

test('shards share a plan without rest or double', () => {
  const all = Array.from({ length: 10 }, (_value, index) => index);
  const shards = [1, 2, 3].map((index) => shardOf(all, index, 3));
  assert.deepEqual(shards[0], [0, 3, 6, 9]);
  assert.deepEqual(
    shards.flat().sort((one, other) => one - other),
    all,
  );
});
