import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpecification } from '../specification/index.js';
import { compose, plainRules, scenarioDocument } from '../scenario/index.js';
import { linesOf, plannedOf, shardOf } from './plan.js';

const TOY = `# toy

## toy_open

**SRS_TOY_01_001: [** If \`toy\` is NULL, \`toy_open\` shall log an error and return 0. **]**

**SRS_TOY_01_001: [** \`toy_open\` shall return 0. **]**
`;
const underlyings = ['mock', 'loopback'];
const document = scenarioDocument(parseSpecification({ file: 'toy_requirements.md', text: TOY }), {
  ...plainRules('toy'),
  underlyings,
});
const scenarios = plannedOf(compose(document), (path) => path.replace('toy/', 'toy~2/'));

test('a plan knows of every example its place, tags, labels and underlying IO', () => {
  const uri = 'toy~2/toy_open.feature';
  assert.deepEqual(
    scenarios.map(({ key, uri: of, line, tags, labels, underlying }) => [
      key === `${of}:${line}`,
      of,
      tags,
      labels,
      underlying,
    ]),
    ['SRS_TOY_01_001', 'SRS_TOY_01_001#2'].flatMap((label) =>
      underlyings.map((underlying) => [true, uri, ['toy', label], [label], underlying]),
    ),
  );
  assert.equal(new Set(scenarios.map(({ line }) => line)).size, 4);
  assert.deepEqual(linesOf(scenarios), [{ uri, lines: scenarios.map(({ line }) => line) }]);
});

test('each obligation is shown by its step, and by no other', () => {
  assert.deepEqual(
    scenarios[1]?.steps.map(({ keyword, text, shows }) => [keyword, text, shows]),
    [
      ['Given', 'a toy over a loopback underlying IO', []],
      ['When', 'toy_open is called and toy is NULL', []],
      ['Then', 'toy_open shall log an error', [{ label: 'SRS_TOY_01_001', obligation: 0 }]],
      ['And', 'toy_open shall return 0', [{ label: 'SRS_TOY_01_001', obligation: 1 }]],
    ],
  );
  assert.deepEqual(scenarios[2]?.steps.at(-1)?.shows, [{ label: 'SRS_TOY_01_001#2', obligation: 0 }]);
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
