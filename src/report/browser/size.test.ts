import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { largeTrace } from '../testing/traces.js';
import { useChromium, WITH_BROWSER } from './testing/chromium.js';

const COUNT = 10_000;
/** Elements that the page may have with ten thousand requirements: a screenful and some margin, whatever the number. */
const MOST_ELEMENTS = 2000;

const open = useChromium();
const trace = largeTrace(COUNT);

const elements = async (page: Page): Promise<number> =>
  Number(await page.evaluate('document.querySelectorAll("*").length'));

/** Elements that the page makes while something is done. */
async function made(page: Page, action: () => Promise<void>): Promise<number> {
  await page.evaluate(
    `window.made = 0; new MutationObserver((records) => { for (const { addedNodes } of records) for (const node of addedNodes) window.made += 1 + (node.querySelectorAll?.('*').length ?? 0); }).observe(document.body, { childList: true, subtree: true })`,
  );
  await action();
  return Number(await page.evaluate('new Promise((resolve) => setTimeout(() => resolve(window.made)))'));
}

test(
  'ten thousand requirements: a paint, a search and a jump to the end each make a screenful of elements',
  WITH_BROWSER,
  async () => {
    const { page, complaints } = await open(trace, '#/matrix');
    assert.ok((await elements(page)) < MOST_ELEMENTS, String(await elements(page)));
    assert.equal(await page.locator('table.matrix').getAttribute('aria-rowcount'), String(COUNT + 1));
    const search = page.locator('input[name=q]');
    assert.ok((await made(page, () => search.fill('number 77'))) < MOST_ELEMENTS);
    assert.equal(await page.locator('.count').textContent(), `280 of ${COUNT}`);
    await search.fill('');
    await search.press('Escape');
    assert.ok((await made(page, () => page.keyboard.press('End'))) < 2 * MOST_ELEMENTS);
    assert.equal(await page.locator('a.label:focus').textContent(), 'SRS_TOY_01_09999');
    assert.equal(await page.locator('tr:has(a:focus)').getAttribute('aria-rowindex'), String(COUNT + 1));
    assert.ok((await elements(page)) < MOST_ELEMENTS);
    assert.deepEqual(complaints, []);
  },
);

test('rows follow the scroll bar', WITH_BROWSER, async () => {
  const { page } = await open(trace, '#/matrix');
  const height = Number(await page.evaluate('document.querySelector("main").scrollHeight'));
  await page.evaluate(`document.querySelector('main').scrollTop = ${Math.round(height / 2)}`);
  await page.locator('tr[data-index="5000"]').waitFor();
  assert.ok(await page.locator('tr[data-index="5000"] a').isVisible());
  assert.ok((await elements(page)) < MOST_ELEMENTS);
});

test('a detail and the summary do not grow with the run', WITH_BROWSER, async () => {
  const { page } = await open(trace, '#SRS_TOY_01_05007');
  assert.equal(await page.locator('article h1').textContent(), 'SRS_TOY_01_05007');
  assert.ok((await elements(page)) < MOST_ELEMENTS);
  const summary = await open(trace);
  assert.match(
    (await summary.page.locator('.headline').textContent()) ?? '',
    /10000 requirements \(100 failed, 9900 passed\)/,
  );
  assert.ok((await elements(summary.page)) < MOST_ELEMENTS);
});
