import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequirementProof } from '../trace/proof.js';
import { renderAudit } from './audit.js';

const proven: RequirementProof = {
  label: 'SRS_TOY_01_001',
  text: 'toy_open shall log.',
  file: 'toy.md',
  line: 3,
  adapter: 'toy_one',
  proof: 'proven',
  reason: null,
  obligations: [
    {
      text: 'toy_open shall log',
      killed: ['toy_one: silent'],
      survived: ['toy_one: late'],
      noticed: ['IO_OPEN_OK in place of IO_OPEN_ERROR'],
      unnoticed: [],
    },
  ],
};
const unproven: RequirementProof = {
  ...proven,
  label: 'SRS_TOY_01_002',
  line: 5,
  proof: 'unproven',
  reason: '"toy_open shall log": its scenarios find none of the broken adapters',
  obligations: [
    {
      text: 'toy_open shall log',
      killed: [],
      survived: ['toy_one: silent\u001b[31m'],
      noticed: [],
      unnoticed: [],
    },
  ],
};

test('a row for each requirement, the survivors of what is not proven, and the counts', () => {
  assert.equal(
    renderAudit([proven, unproven], 'table', false),
    [
      'SRS_TOY_01_001  proven  1 of 2 broken adapters found, 1 of 1 changed values noticed',
      'SRS_TOY_01_002  unproven  0 of 1 broken adapters found',
      '  toy.md:5 "toy_open shall log": its scenarios find none of the broken adapters',
      '    not found: toy_one: silent\ufffd[31m',
      '2 requirements: 1 proven, 1 unproven, 0 not applicable',
      '',
    ].join('\n'),
  );
  assert.notEqual(renderAudit([proven], 'table', true), renderAudit([proven], 'table', false));
});

test('JSON is everything', () => {
  assert.deepEqual(JSON.parse(renderAudit([proven, unproven], 'json', true)), [proven, unproven]);
});
