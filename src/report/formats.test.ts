import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { create } from 'xmlbuilder2';
import {
  EVERYTHING,
  item,
  judged,
  nastyTrace,
  outcome,
  requirement,
  runOf,
  scenario,
  traceOf,
} from '../trace/fixtures/sample.js';
import type { Trace } from '../trace/model.js';
import { explainRequirement } from './explanation.js';
import { renderJunit } from './junit.js';
import { renderMarkdown } from './markdown.js';
import { renderTerminal } from './terminal.js';
import { timelineEnd, timelineLines } from './timeline_text.js';
import { renderTraceJson } from './trace_json.js';

const trace = nastyTrace();

interface Case {
  readonly name: string;
  readonly failure?: { readonly '#text': string; readonly type: string };
  readonly error?: unknown;
  readonly skipped?: unknown;
}
interface Suite {
  readonly name: string;
  readonly tests: string;
  readonly failures: string;
  readonly skipped: string;
  readonly errors: string;
  readonly testcase: readonly Case[];
}

function parseJunit(text: string): readonly Suite[] {
  // The second parser refuses what is malformed; the first takes everything.
  create(text);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: (name) => /^test(suite|case)$/.test(name),
  });
  const parsed = parser.parse(text) as { testsuites: { testsuite: readonly Suite[] } };
  return parsed.testsuites.testsuite;
}

test('JUnit: an interrupted run is an error of its own, whatever it was limited to', () => {
  const interrupted = { ...trace, complete: false, selection: { ...trace.selection, tags: 'not @long' } };
  const [own, ...others] = parseJunit(renderJunit(interrupted));
  assert.deepEqual([own?.errors, own?.tests], ['1', '1']);
  assert.ok(own?.testcase[0]?.error !== undefined);
  assert.deepEqual(others, parseJunit(renderJunit(trace)));
  const count = (text: string) => /errors="(\d+)"/.exec(text)?.[1];
  assert.equal(Number(count(renderJunit(interrupted))), Number(count(renderJunit(trace))) + 1);
});

test('JUnit: a document is a suite, a requirement a case, and no character breaks it', () => {
  const text = renderJunit(trace);
  const [suite] = parseJunit(text);
  assert.deepEqual(
    [suite?.name, suite?.tests, suite?.failures, suite?.errors, suite?.skipped],
    ['toy', '2', '1', '0', '0'],
  );
  const [bad, good] = suite?.testcase ?? [];
  assert.equal(bad?.name, 'SRS_TOY_01_001');
  assert.equal(bad.failure?.type, 'failed');
  assert.match(bad.failure['#text'], /toy_open shall <b>return<\/b> `0` \| & "1"\./);
  assert.match(bad.failure['#text'], /<script>alert\(1\)<\/script> \]\]>/);
  assert.equal(good?.failure, undefined);
  assert.doesNotMatch(text, /(?![\n\r\t])\p{Cc}|\p{Cs}|\ufffe/u);
});

test('JUnit: not applicable is skipped, not run is an error, in a shard skipped', () => {
  const [one, two] = [requirement(1), requirement(2)];
  const withdrawal = { verdict: 'notApplicable', reason: 'asynchronousClose is false' } as const;
  const away = runOf(outcome(scenario(1, [one.label], 'x'), ['SKIPPED'], { withdrawal }));
  const document = judged([one, two], [item(one.label), item(two.label)], [away]);
  const kinds = ['failure', 'error', 'skipped'] as const;
  const casesOf = (some: Trace) =>
    parseJunit(renderJunit(some))[0]?.testcase.map((one) => kinds.find((kind) => one[kind] !== undefined));
  assert.deepEqual(casesOf(traceOf(document)), ['skipped', 'error']);
  const selection = { ...EVERYTHING, shard: { index: 1, total: 2 } };
  assert.deepEqual(casesOf(traceOf(document, { selection })), ['skipped', 'skipped']);
});

test('what a machine lacks: one line for each underlying IO and reason, and skipped in JUnit', () => {
  const [one, two] = [requirement(1), requirement(2)];
  const lacking = (line: number, labels: readonly string[], reason: string) =>
    runOf(
      outcome(scenario(line, labels, 'x'), ['FAILED'], {
        withdrawal: { verdict: 'unavailable', reason, isThrown: true },
      }),
    );
  const some = traceOf(
    judged(
      [one, two],
      [item(one.label), item(two.label)],
      [
        lacking(1, [one.label], 'no library'),
        // It stands under two requirements, and is one scenario.
        lacking(2, [one.label, two.label], 'no library'),
        lacking(3, [two.label], 'no epoll'),
        runOf(outcome(scenario(4, [two.label], 'x'))),
      ],
    ),
  );
  const lines = renderTerminal(some, false).split('\n');
  assert.deepEqual(
    lines.filter((line) => line.startsWith('skipped')),
    ['skipped: 2 scenarios over mock: no library', 'skipped: 1 scenario over mock: no epoll'],
  );
  assert.ok(lines.includes('toy: 2 requirements, 1 passed, 1 unavailable'));
  assert.match(renderMarkdown(some), /\nSkipped: 2 scenarios over mock: no library\n/);
  const cases = parseJunit(renderJunit(some))[0]?.testcase ?? [];
  assert.deepEqual(
    cases.map((one) => one.skipped !== undefined),
    [true, false],
  );
  assert.equal(some.summary.conforming, true);
});

test('Markdown: text of the document stays text', () => {
  const markdown = renderMarkdown(trace);
  assert.match(
    markdown,
    /\| ✘ \| SRS\\_TOY\\_01\\_001 \| 1 \| toy\\_open shall \\<b\\>return\\<\/b\\> \\`0\\` \\\| \\& "1"\. \| failed \| 1 \|/,
  );
  assert.match(markdown, /<b>SRS_TOY_01_001<\/b>: failed\. toy_open shall &lt;b&gt;return&lt;\/b&gt; `0`/);
  assert.match(markdown, /expected: 0/);
});

test('terminal: each failure with sentence, place, step, expected, observed and timeline, then the counts', () => {
  const text = renderTerminal(trace, false);
  for (const part of [
    '✘ failed SRS_TOY_01_001 toy.md:1',
    'toy_open shall <b>return</b>',
    'scenario: over a mock underlying IO, 5 (toy_one over mock) features/toy/toy_open.feature:5',
    'step:     Then toy_open shall return 0',
    'expected: 0',
    'observed: <script>',
    '0 → user to adapter',
    'toy: 2 requirements, 1 passed, 1 failed',
    'not conforming (2 scenarios, 0.0 s)',
  ]) {
    assert.ok(text.includes(part), part);
  }
  assert.notEqual(renderTerminal(trace, true), text);
});

test('terminal and JUnit: a difference is told once, and without its stack', () => {
  const told: Trace = {
    ...trace,
    specifications: trace.specifications.map((specification) => ({
      ...specification,
      requirements: specification.requirements.map((requirement) => ({
        ...requirement,
        scenarios: requirement.scenarios.map((scenario) => ({
          ...scenario,
          error: scenario.error && {
            ...scenario.error,
            message: 'ExpectationError: it returns 0\n  expected: 0\n  observed: 1\n    at somewhere',
          },
        })),
      })),
    })),
  };
  for (const text of [renderTerminal(told, false), renderJunit(told)]) {
    assert.match(text, /ExpectationError: it returns 0\n/);
    assert.equal(text.match(/expected: /g)?.length, 1);
    assert.doesNotMatch(text, /somewhere/);
  }
});

test('terminal: control characters of an adapter do not reach it', () => {
  assert.doesNotMatch(renderTerminal(trace, false), /(?!\n)\p{Cc}/u);
});

test('explanation: the requirement, its duties, its scenarios and the timeline that tells', () => {
  const [bad] = trace.specifications[0]?.requirements ?? [];
  assert.ok(bad !== undefined);
  const text = explainRequirement(bad, false);
  assert.match(text, /^SRS_TOY_01_001 toy\.md:1\n/);
  assert.match(text, /✘ toy_open shall return 0/);
  assert.match(text, /Timeline of features\/toy\/toy_open\.feature:5:\n0 →/);
});

test('trace.json is the trace', () => {
  assert.deepEqual(JSON.parse([...renderTraceJson(trace)].join('')), JSON.parse(JSON.stringify(trace)));
});

test('of a long timeline the end is shown, with a word on the rest', () => {
  const timeline = Array.from({ length: 30 }, (_value, sequence) => ({
    sequence,
    kind: 'log' as const,
    from: 'adapter' as const,
    to: 'harness' as const,
    name: 'AZ_LOG_ERROR',
    detail: `line ${sequence}`,
  }));
  const end = timelineEnd(timeline, 12);
  assert.equal(end.length, 13);
  assert.equal(end[0], '… 18 earlier');
  assert.match(end[12] ?? '', /^29 · adapter to harness +AZ_LOG_ERROR\(line 29\)$/);
  assert.equal(timelineLines(timeline).length, 30);
});
