import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GenericStage } from '../stage/generic_stage.js';
import { defectOf, defineSystem, SystemError } from './definition.js';

test('a system is declared as it is written; its name is enough', () => {
  const bare = { name: 'store' };
  assert.equal(defineSystem(bare), bare);
  const whole = defineSystem({
    name: 'store_2',
    document: 'docs/store.md',
    underlyings: { disk: () => 3 },
    stage: (world, size: number) => new GenericStage(Object.assign(world, { size })),
    capabilities: { fast: [true, false] },
    seams: { disk: 'does not take it' },
    headers: ['typedef int SIZE;'],
    phrases: ['phrases'],
    adapters: { store: 'adapter.js' },
    monitors: [],
    stepTimeout: 1,
    noun: 'the store',
    kind: 'store',
    states: ['OPEN'],
    meantToo: { named: ['OPEN'], too: ['OPENING'] },
    infallible: ['f'],
    furtherErrors: { f: ['g fails'] },
    sections: { Heading: 'a fast store' },
    sequences: { 'sequence/open': 'OPEN' },
    sides: [],
    tableEvents: [],
  });
  assert.equal(defectOf(whole), null);
});

test('what is wrong with a declaration is told in one line', () => {
  const cases: readonly (readonly [unknown, string])[] = [
    [undefined, 'exports no system: its default export is not what defineSystem returns'],
    [null, 'exports no system: its default export is not what defineSystem returns'],
    ['store', 'exports no system: its default export is not what defineSystem returns'],
    [{}, 'its system has no `name` (a string)'],
    [{ name: '' }, 'its system has no `name` (a string)'],
    [{ name: 3 }, 'its system has no `name` (a string)'],
    [
      { name: 'my store' },
      'its system\'s name "my store" is not an id family in lower case: letters, digits and _',
    ],
    [
      { name: '../store' },
      'its system\'s name "../store" is not an id family in lower case: letters, digits and _',
    ],
    [{ name: 'store', stage: 'stage.js' }, 'its `stage` is not a function'],
    [{ name: 'store', stages: 3 }, 'its system has an unknown field `stages`; the nearest is `stage`'],
    [{ name: 'store', underlyings: ['mock'] }, 'its `underlyings` is not an object of functions'],
    [{ name: 'store', underlyings: { mock: 'mock.js' } }, 'its underlying IO `mock` is not a function'],
    [{ name: 'store', underlyings: 'mock' }, 'its `underlyings` is not an object of functions'],
    [
      { name: 'store', capabilities: { fast: true } },
      'its `capabilities` is not an object of lists of strings and booleans',
    ],
    [{ name: 'store', adapters: ['store.js'] }, 'its `adapters` is not an object of strings'],
    [{ name: 'store', phrases: 3 }, 'its `phrases` is not a string or a list of strings'],
    [{ name: 'store', headers: 'typedef int SIZE;' }, 'its `headers` is not a list of strings'],
    [
      { name: 'store', monitors: [{ rule: {}, requirements: [] }] },
      'its `monitors` is not a list of monitors, each with a `rule` and its `requirements`',
    ],
    [{ name: 'store', stepTimeout: '1 s' }, 'its `stepTimeout` is not a number of milliseconds'],
    [
      { name: 'store', sides: 'client' },
      'its `sides` is not a list of sides, each with its `subjects`, `capability`, `value` and `given`',
    ],
  ];
  for (const [candidate, defect] of cases) assert.equal(defectOf(candidate), defect);
});

test('defineSystem refuses it at once', () => {
  assert.throws(
    () => defineSystem({ name: '' }),
    (error) => error instanceof SystemError && error.message === 'its system has no `name` (a string)',
  );
});
