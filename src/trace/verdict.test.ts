import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../package.js';
import { countVerdicts, isBad, isExecuted, SEVERITY, traitsOf, worst } from './verdict.js';

interface TraceSchema {
  readonly definitions: {
    readonly verdict: { readonly enum: readonly string[] };
    readonly summary: {
      readonly properties: {
        readonly verdicts: { readonly required: readonly string[]; readonly properties: object };
      };
    };
  };
}

test('the published schema has the verdicts of the table, wherever it lists them', () => {
  const file = join(packageRoot, 'src/trace/trace.schema.json');
  const { verdict, summary } = (JSON.parse(readFileSync(file, 'utf8')) as TraceSchema).definitions;
  assert.deepEqual(verdict.enum, SEVERITY);
  assert.deepEqual(summary.properties.verdicts.required, SEVERITY);
  assert.deepEqual(Object.keys(summary.properties.verdicts.properties), SEVERITY);
});

test('the README explains each verdict', () => {
  const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8');
  const explained = new Set([...readme.matchAll(/^\| `(\w+)` +\|/gm)].map(([, word]) => word));
  assert.deepEqual(
    SEVERITY.filter((verdict) => !explained.has(verdict)),
    [],
  );
});

test('what is bad is worse than what is not, and only passed is green', () => {
  assert.deepEqual(SEVERITY.filter(isBad), SEVERITY.slice(SEVERITY.findIndex(isBad)));
  for (const verdict of SEVERITY) {
    const expected = verdict === 'passed' ? 'green' : isBad(verdict) ? 'red' : 'yellow';
    assert.equal(traitsOf(verdict).colour.terminal, expected, verdict);
  }
});

test('labels and symbols tell verdicts apart', () => {
  assert.equal(new Set(SEVERITY.map((verdict) => traitsOf(verdict).label)).size, SEVERITY.length);
  const symbols = SEVERITY.map((verdict) => traitsOf(verdict).symbol);
  assert.equal(new Set(symbols).size, SEVERITY.length);
  assert.ok(symbols.every((symbol) => Array.from(symbol).length === 1));
});

test('a scenario that no step of was tried is not executed', () => {
  assert.deepEqual(
    SEVERITY.filter((verdict) => !isExecuted(verdict)),
    ['unavailable', 'notRun', 'unbound'],
  );
});

test('the worst of several verdicts, and of none', () => {
  assert.equal(worst(['passed', 'unbound', 'notApplicable']), 'unbound');
  assert.equal(worst([]), 'notRun');
});

test('a count has every verdict', () => {
  const counts = countVerdicts(['failed', 'passed', 'failed']);
  assert.deepEqual(Object.keys(counts), SEVERITY);
  assert.deepEqual([counts.passed, counts.failed, counts.hung], [1, 2, 0]);
});
