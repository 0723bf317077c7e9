import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { Writable } from 'node:stream';
import { loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import plugin, { chooseScenarios } from './chosen_scenarios.js';

type Handler = Parameters<Parameters<typeof plugin.coordinator>[0]['transform']>[1];

/** What the plug-in makes of these scenarios, as `uri:line`. */
function chosenOf(...places: readonly string[]): readonly string[] {
  const handlers: Handler[] = [];
  plugin.coordinator({
    transform: (event, handler) => {
      assert.equal(event, 'pickles:filter');
      handlers.push(handler);
    },
  });
  const [filter] = handlers;
  assert.ok(filter !== undefined && handlers.length === 1);
  const pickles = places.map((place) => {
    const [uri = '', line] = place.split(':');
    return { pickle: { uri, ...(line === undefined ? {} : { location: { line: Number(line) } }) } };
  });
  return filter(pickles).map(({ pickle }) => `${pickle.uri}:${pickle.location?.line}`);
}

test('the scenarios that were chosen are let through, in their order, and no others', () => {
  chooseScenarios([
    { uri: 'toy/a.feature', lines: [3, 9] },
    { uri: 'toy/b.feature', lines: [3] },
  ]);
  assert.deepEqual(chosenOf('toy/a.feature:9', 'toy/a.feature:4', 'toy/b.feature:3', 'toy/b.feature:9'), [
    'toy/a.feature:9',
    'toy/b.feature:3',
  ]);
  assert.deepEqual(chosenOf('toy/c.feature:3', 'toy/a.feature'), []);
});

test('paths with backslashes are the same paths', () => {
  chooseScenarios([{ uri: 'toy/depth/a.feature', lines: [3] }]);
  assert.deepEqual(chosenOf('toy\\depth\\a.feature:3'), ['toy\\depth\\a.feature:3']);
});

test('a further choice replaces the one before', () => {
  chooseScenarios([{ uri: 'a', lines: [1] }]);
  chooseScenarios([{ uri: 'a', lines: [2] }]);
  assert.deepEqual(chosenOf('a:1', 'a:2'), ['a:2']);
  chooseScenarios([]);
  assert.deepEqual(chosenOf('a:1', 'a:2'), []);
});

const root = mkdtempSync(join(tmpdir(), 'iospec chosen '));
after(() => {
  rmSync(root, { recursive: true });
});

/** Names of the scenarios that Cucumber runs. */
async function runNames(uri: string, lines: readonly number[]): Promise<readonly string[]> {
  chooseScenarios([{ uri, lines }]);
  const silence = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const environment = { cwd: root, stdout: silence, stderr: process.stderr };
  const module = new URL(import.meta.url.replace('.test', '')).href;
  const { runConfiguration } = await loadConfiguration(
    {
      file: false,
      provided: {
        paths: [uri],
        plugin: [module],
        format: [`"${module.replace('chosen_scenarios', 'no_formatter')}"`],
      },
    },
    environment,
  );
  const names = new Map<string, string>();
  const cases = new Map<string, string>();
  const run: string[] = [];
  await runCucumber(runConfiguration, environment, ({ pickle, testCase, testCaseStarted }) => {
    if (pickle !== undefined) names.set(pickle.id, pickle.name);
    if (testCase !== undefined) cases.set(testCase.id, testCase.pickleId);
    if (testCaseStarted !== undefined) run.push(names.get(cases.get(testCaseStarted.testCaseId) ?? '') ?? '');
  });
  return run;
}

test('Cucumber runs what was chosen: a scenario by its line, an example by that of its row', async () => {
  const uri = 'toy/a.feature';
  const lines = [
    'Feature: a',
    '  Scenario: one',
    '    Given x',
    '  Scenario Outline: <n>',
    '    Given x',
    '    Examples:',
    '      | n     |',
    '      | two   |',
    '      | three |',
    '',
  ];
  mkdirSync(dirname(join(root, uri)), { recursive: true });
  writeFileSync(join(root, uri), lines.join('\n'));
  assert.deepEqual(await runNames(uri, [2, 9]), ['one', 'three']);
});

test('thousands of scenarios of one file are chosen in little time', async () => {
  const count = 10_000;
  const uri = 'toy/many.feature';
  mkdirSync(dirname(join(root, uri)), { recursive: true });
  const examples = Array.from({ length: count }, (_one, index) => `      | ${index} |`);
  writeFileSync(
    join(root, uri),
    [
      'Feature: many',
      '  Scenario Outline: <n>',
      '    Given x',
      '    Examples:',
      '      | n |',
      ...examples,
      '',
    ].join('\n'),
  );
  const started = performance.now();
  const last = [count + 5 - 1, count + 5];
  assert.deepEqual(await runNames(uri, last), [String(count - 2), String(count - 1)]);
  // Cucumber's own filter took minutes.
  assert.ok(performance.now() - started < 20_000);
});
