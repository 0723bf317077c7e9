import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpecification } from '../../specification/index.js';
import { traceText } from '../../trace/document.js';
import type { Verdict } from '../../trace/model.js';
import { documentHtml } from './write.js';

function html(markdown: string, verdicts: Readonly<Record<string, Verdict>> = {}): string {
  const text = `${markdown}\n\n**SRS_LAST_01_999: [** last **]**\n`;
  const specification = parseSpecification({ file: 'a.md', text });
  const rendered = documentHtml(
    'a.md',
    traceText(specification),
    new Map(Object.entries(verdicts)),
    (slug) => `#to-${slug}`,
  );
  return rendered.replace(/<p><span class="mark notRun" data-label="SRS_LAST_01_999">[^]*$/, '').trim();
}

const LINK =
  '<a class="mark-link" href="#SRS_A_01_001" title="failed"><span class="symbol">✘</span> SRS_A_01_001</a>';
const failed = { SRS_A_01_001: 'failed' } as const;

test('a requirement is marked in the colour of its verdict, its notation replaced by a link', () => {
  const shown = `<span class="mark failed" data-label="SRS_A_01_001">${LINK} It shall <code>return</code> 0. </span>`;
  for (const source of [
    '**SRS_A_01_001: [** It shall `return` 0. **]**',
    '**SRS_A_01_001: [**It shall `return` 0. **]**',
    'X**SRS_A_01_001: \\[** It shall `return` 0. **\\]**',
  ]) {
    assert.equal(html(source, failed).replace(/ +/g, ' '), `<p>${shown}</p>`, source);
  }
});

test('text around a requirement stays outside its mark; emphasis and links inside work', () => {
  const rendered = html(
    'Before **SRS_A_01_001: [** it *shall* [go](https://a.b/?c&d "t") **]** behind',
    failed,
  );
  assert.match(rendered, /^<p>Before <span class="mark failed"/);
  assert.match(
    rendered,
    /it <em>shall<\/em> <a href="https:\/\/a.b\/\?c&amp;d" rel="noopener noreferrer" title="t">go<\/a>/,
  );
  assert.match(rendered, /<\/span> behind<\/p>$/);
});

test('a requirement over a listing marks the listing too', () => {
  const rendered = html('**SRS_A_01_001: [** All of\n```c\nint a<b>;\n```\n**]**', failed);
  assert.match(
    rendered,
    /<div class="mark failed" data-label="SRS_A_01_001"><pre><code>int a&lt;b&gt;;<\/code><\/pre><\/div>/,
  );
});

test('nested lists, quotes, tables and headings keep their structure', () => {
  const rendered = html(
    '# A "b"\n\n1. one\n   - two\n     **SRS_A_01_001: [** x **]**\n\n> said\n> twice\n\n| a | b |\n|---|--:|\n| `c` | d |',
    failed,
  );
  assert.match(rendered, /<h2 data-slug="a-b">A &quot;b&quot;<\/h2>/);
  assert.match(
    rendered,
    /<ol><li>one<ul><li>two\s+<span class="mark failed"[^]*<\/span><\/li><\/ul>\s*<\/li><\/ol>/,
  );
  assert.match(rendered, /<blockquote><p>said\s+twice<\/p>\s*<\/blockquote>/);
  assert.match(
    rendered,
    /<tr><th>a<\/th><th class="right">b<\/th><\/tr><tr><td><code>c<\/code><\/td><td class="right">d<\/td><\/tr>/,
  );
});

test('HTML tables are rebuilt, their cells of states marked', () => {
  const rendered = html(
    '<table>\n  <tr>From state <b>S_A</b></tr>\n  <tr><td>f</td><td>ok,<br/>enter S_A</td></tr>\n</table>\n\n<table><tr><td>g</td><td>x</td></tr></table>',
    { 'S_A/f': 'passed' },
  );
  assert.match(
    rendered,
    /<tr><th colspan="2">From state S_A<\/th><\/tr><tr><td>f<\/td><td><span class="mark passed" data-label="S_A\/f"><a class="mark-link" href="#S_A\/f"/,
  );
  assert.match(rendered, /ok,<br>enter S_A<\/span><\/td>/);
  assert.equal(rendered.match(/<table>/g)?.length, 2);
});

test('all other HTML is text; what dresses text up is dropped, comments say nothing', () => {
  assert.equal(html('<script>alert(1)</script>'), '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>');
  assert.equal(
    html('a <b>c</b> <img src=x onerror=y> <!-- no --> d'),
    '<p>a c &lt;img src=x onerror=y&gt;  d</p>',
  );
  assert.equal(html('<iframe srcdoc="<b>">\n'), '<p>&lt;iframe srcdoc=&quot;&quot;&gt;</p>');
});

test('links lead to the web or to a heading, nowhere else; images are named', () => {
  assert.equal(
    html('[a](javascript:x) [b](file:///etc) [c](c.md)'),
    '<p><span class="file-link">a</span> <span class="file-link">b</span> <span class="file-link">c</span></p>',
  );
  assert.equal(
    html('[a](#the-end) ![an image](x.png)'),
    '<p><a href="#to-the-end">a</a> <span class="image">an image</span></p>',
  );
  assert.equal(
    html('[a][1]\n\n[1]: https://b.c'),
    '<p><a href="https://b.c" rel="noopener noreferrer">a</a></p>',
  );
});

test('sentences without any construct come out as the parser would give them', () => {
  for (const sentence of [
    '`a` and `b_c`, d_e: "f".',
    '`` a` ``',
    'a ` b',
    '` a `',
    '`a<b>&`',
    'x  \ny',
    'www.a.b',
    'http://a.b',
  ]) {
    const plain = html(sentence);
    const parsed = html(`${sentence} <!-- -->`);
    assert.equal(parsed.replace(/ +<\/p>$/, '</p>'), plain, sentence);
  }
});

test('a fence that was closed wrongly shows its requirements', () => {
  const rendered = html('```c\nint a;\n```c\n**SRS_A_01_001: [** x **]**\n```', failed);
  assert.match(
    rendered,
    /^<pre><code>[^]*<span class="mark failed" data-label="SRS_A_01_001">[^]*<\/code><\/pre>/,
  );
});

test('many delimiters cost no time', () => {
  const rendered = html('*a _b `c [d '.repeat(20_000));
  assert.ok(rendered.includes('*a _b `c [d'));
});

test('an end marker that stands alone behind a listing leaves no mark of nothing', () => {
  const rendered = html('**SRS_A_01_001: [** It shall\n```c\nint x;\n```\n**]**', failed);
  assert.equal(rendered.match(/class="mark /g)?.length, 2);
  assert.doesNotMatch(rendered, /<span[^>]*>\s*<\/span>/);
});
