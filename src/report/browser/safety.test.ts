import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOSTILE_WORDS, hostileTrace } from '../testing/traces.js';
import { useChromium, WITH_BROWSER } from './testing/chromium.js';

const open = useChromium();
const trace = hostileTrace();

const VIEWS = [
  '#/summary',
  '#/matrix',
  '#/document',
  '#SRS_TOY_01_001',
  '#<img src=x onerror="window.hacked=8">',
  '#/document?at=</script>',
];

for (const hash of VIEWS) {
  test(`hostile words stay words: ${hash}`, WITH_BROWSER, async () => {
    const { page, complaints, requests } = await open(trace, hash);
    await page.locator('details > summary').evaluateAll((summaries) => {
      for (const summary of summaries) (summary as { click: () => void }).click();
    });
    assert.equal(await page.evaluate('window.hacked'), undefined);
    assert.equal(await page.locator('img, main script, main svg[onload], main style').count(), 0);
    assert.equal(await page.locator('a[href^="javascript"]').count(), 0);
    assert.deepEqual([...complaints, ...requests], []);
  });
}

test('the words are there, each of them', WITH_BROWSER, async () => {
  const { page } = await open(trace, '#SRS_TOY_01_001');
  const text = (await page.locator('article').textContent()) ?? '';
  for (const words of HOSTILE_WORDS) assert.ok(text.includes(words), words);
  await page.goto(`${page.url().split('#')[0] ?? ''}#/document`);
  const rendered = (await page.locator('.srs').textContent()) ?? '';
  for (const words of HOSTILE_WORDS.slice(0, 3)) assert.ok(rendered.includes(words), words);
});

test(
  'a word of ten thousand letters widens nothing, and a turned direction ends with its text',
  WITH_BROWSER,
  async () => {
    for (const hash of ['#/summary', '#SRS_TOY_01_001', '#/document']) {
      const { page } = await open(trace, hash, { viewport: { width: 400, height: 800 } });
      const excess = await page.evaluate(
        '(() => { const main = document.querySelector("main"); return main.scrollWidth - main.clientWidth; })()',
      );
      assert.equal(excess, 0, hash);
    }
    const { page } = await open(trace, '#SRS_TOY_01_001');
    assert.equal(
      await page.evaluate('getComputedStyle(document.querySelector(".sentence bdi")).unicodeBidi'),
      'isolate',
    );
  },
);

test('the page’s own policy would stop what escaping had missed', WITH_BROWSER, async () => {
  const { page } = await open(trace);
  await page.evaluate(
    `document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.hacked = 9' }))`,
  );
  await page.evaluate(
    `document.body.insertAdjacentHTML('beforeend', '<b onclick="window.hacked = 10">x</b>'); document.body.lastElementChild.click()`,
  );
  assert.equal(await page.evaluate('window.hacked'), undefined);
});
