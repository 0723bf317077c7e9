import assert from 'node:assert/strict';
import { test } from 'node:test';
import remarkGfm from 'remark-gfm';
import { remark } from 'remark';
import { toString } from 'mdast-util-to-string';
import type { Table } from 'mdast';
import { visit } from 'unist-util-visit';
import { renderMarkdown } from './markdown.js';
import { hostileTrace, largeTrace, scenarioTrace, toyTrace, traceOfDocument } from './testing/traces.js';

function tablesIn(markdown: string): readonly (readonly (readonly string[])[])[] {
  const tables: string[][][] = [];
  visit(remark().use(remarkGfm).parse(markdown), 'table', (table: Table) => {
    tables.push(table.children.map((row) => row.children.map((cell) => toString(cell))));
  });
  return tables;
}

const count = (text: string, part: string): number => text.split(part).length - 1;

test('the counts come first, then the problems, then every requirement, folded', () => {
  const markdown = renderMarkdown(toyTrace());
  const [counts, rows] = tablesIn(markdown);
  assert.deepEqual(counts, [
    ['document', 'requirements', '✔ passed', '○ not applicable', '… not run', '✘ failed'],
    ['toy', '8', '5', '1', '1', '1'],
  ]);
  assert.equal(rows?.length, 9);
  assert.deepEqual(rows[1]?.slice(0, 2), ['✘', 'SRS_TOY_01_001']);
  const places = [
    '# ✘ Not conforming',
    '| document |',
    '<b>SRS_TOY_01_001</b>',
    '<b>SRS_TOY_01_003</b>',
    '8 requirements of toy',
  ];
  const order = places.map((part) => markdown.indexOf(part));
  assert.ok(
    order.every((at) => at >= 0),
    order.join(' '),
  );
  assert.deepEqual(
    order,
    [...order].sort((a, b) => a - b),
  );
  assert.equal(count(markdown, '<details>'), count(markdown, '</details>'));
  assert.match(markdown, /expected: anything but 0\nobserved: 0\n/);
  assert.doesNotMatch(markdown, /Cut/);
});

test('an interrupted run says so in its heading', () => {
  assert.match(renderMarkdown(toyTrace({ complete: false })), /^# ⚠ Incomplete\n\nThe run was interrupted/);
});

test('it fits into a comment, whole parts only, and says what is missing', () => {
  const markdown = renderMarkdown(largeTrace(2000));
  assert.ok(markdown.length <= 65_536, String(markdown.length));
  assert.ok(markdown.length > 60_000);
  assert.equal(count(markdown, '<details>'), count(markdown, '</details>'));
  const shown = tablesIn(markdown)[1]?.length ?? 1;
  const problems = count(markdown, '<details><summary>✘');
  assert.equal(problems, 20);
  assert.match(
    markdown,
    new RegExp(`the details of 0 of 20 problems and ${2000 - (shown - 1)} of 2000 requirements`),
  );
});

test('with more problems than fit, they come before the table', () => {
  const failing = scenarioTrace({ verdict: 'failed', reason: 'x'.repeat(5000) });
  const sentences = Array.from(
    { length: 40 },
    (_value, index) => `**SRS_TOY_01_0${index + 10}: [** It shall. **]**\n`,
  );
  const markdown = renderMarkdown(
    traceOfDocument(
      sentences.join('\n'),
      () => [failing],
      () => 'failed',
    ),
  );
  assert.ok(markdown.length <= 65_536);
  const shown = count(markdown, '<details><summary>✘');
  assert.ok(shown > 10 && shown < 40);
  assert.match(markdown, new RegExp(`the details of ${40 - shown} of 40 problems`));
});

test('nothing of a document or an adapter is markup, and nobody is called', () => {
  const trace = hostileTrace();
  const markdown = renderMarkdown({
    ...trace,
    specifications: trace.specifications.map((one) => ({ ...one, name: '@somebody ```' })),
  });
  const raw: string[] = [];
  visit(remark().use(remarkGfm).parse(markdown), 'html', ({ value }) => {
    raw.push(value);
  });
  for (const html of raw) {
    assert.doesNotMatch(html, /<(?!\/?(?:details|summary|b)>)/, html.slice(0, 200));
  }
  assert.doesNotMatch(markdown, /@somebody/);
});
