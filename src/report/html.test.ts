import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { renderHtml } from './html.js';
import { HOSTILE_WORDS, hostileTrace, toyTrace } from './testing/traces.js';
import { DATA_ID, type PageData } from './page_model.js';

function dataIn(html: string): PageData {
  const [, json = ''] = new RegExp(`id="${DATA_ID}">([^<]*)</script>`).exec(html) ?? [];
  return JSON.parse(json) as PageData;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('one page: its own style and script, named by hash in a policy that lets nothing else run or load', () => {
  const html = renderHtml(toyTrace());
  const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  const [, style = ''] = /<style>([^]*?)<\/style>/.exec(html) ?? [];
  const [, script = ''] = /<script>([^]*?)<\/script>/.exec(html) ?? [];
  assert.ok(policy.startsWith("default-src 'none';"));
  assert.ok(policy.includes(`style-src ${hashOf(style)};`));
  assert.ok(policy.includes(`script-src ${hashOf(script)};`));
  assert.doesNotMatch(html, /<link\b|<(?:script|img|iframe)\b[^>]*\bsrc=|@import\b|\burl\(/i);
});

test('the data of the page is the trace’s', () => {
  const { requirements, columns, scenarios, documents } = dataIn(renderHtml(toyTrace()));
  assert.equal(requirements.length, 8);
  assert.deepEqual(requirements[0]?.cells, ['passed', 'passed', 'failed']);
  assert.equal(columns.length, 3);
  assert.deepEqual(
    requirements[0].scenarios.map((index) => scenarios[index]?.verdict),
    ['passed', 'passed', 'failed'],
  );
  assert.deepEqual(
    documents.map(({ key }) => key),
    ['toy'],
  );
});

test('of two documents of one name each has a key of its own', () => {
  const trace = toyTrace();
  const [one] = trace.specifications;
  assert.ok(one !== undefined);
  const html = renderHtml({ ...trace, specifications: [one, { ...one, file: 'copy.md' }] });
  assert.deepEqual(
    dataIn(html).documents.map(({ key }) => key),
    ['toy (spec/toy.md)', 'toy (copy.md)'],
  );
});

test('hostile words end neither the data nor a template', () => {
  const html = renderHtml(hostileTrace());
  assert.equal(html.match(/<script/gi)?.length, 2);
  assert.equal(html.match(/<\/script/gi)?.length, 2);
  assert.equal(html.match(/<\/template/gi)?.length, 1);
  assert.doesNotMatch(html, /<img|<svg|<!--/i);
  const [requirement] = dataIn(html).requirements;
  for (const words of HOSTILE_WORDS) assert.ok(requirement?.text.includes(words), words);
});

test('a trace of before there were documents in it makes a page as well', () => {
  const trace = toyTrace();
  const old = trace.specifications.map(({ name, file, sha256, requirements }) => ({
    name,
    file,
    sha256,
    requirements,
  }));
  const html = renderHtml({ ...trace, specifications: old });
  assert.doesNotMatch(html, /<template/);
  assert.equal(dataIn(html).documents[0]?.isRendered, false);
});
