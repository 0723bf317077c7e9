import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { largeTrace, toyTrace } from '../testing/traces.js';
import { until, useChromium, WITH_BROWSER } from './testing/chromium.js';

const open = useChromium();
const trace = toyTrace();

const focused = (page: Page): Promise<string | null> => page.locator(':focus').textContent();
const heading = (page: Page): Promise<string | null> => page.locator('article h1').textContent();

test(
  'j and k walk the matrix, Enter opens, j goes on, Escape comes back to the same row',
  WITH_BROWSER,
  async () => {
    const { page } = await open(trace, '#/matrix');
    for (const key of ['j', 'ArrowDown', 'j', 'k']) await page.keyboard.press(key);
    assert.equal(await focused(page), 'SRS_TOY_01_002');
    await page.keyboard.press('Enter');
    assert.equal(await heading(page), 'SRS_TOY_01_002');
    await page.keyboard.press('j');
    assert.equal(await heading(page), 'SRS_TOY_01_002#2');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await heading(page), 'SRS_TOY_01_002');
    await page.keyboard.press('Escape');
    assert.equal(await focused(page), 'SRS_TOY_01_002');
    await page.keyboard.press('End');
    assert.equal(await focused(page), 'TOY_OPEN/toy_close');
  },
);

test(
  '/ searches from anywhere, letters are letters there, Enter goes to what was found',
  WITH_BROWSER,
  async () => {
    const { page } = await open(trace, '#SRS_TOY_01_003');
    await page.keyboard.press('/');
    await page.keyboard.type('jk');
    assert.equal(await page.locator('input[name=q]').inputValue(), 'jk');
    assert.equal(await page.locator('.empty').textContent(), 'No requirement matches.');
    await page.locator('input[name=q]').fill('');
    await page.keyboard.type('on_open');
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'SRS_TOY_01_002#2');
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('main:focus').count(), 1);
  },
);

test('? opens the help, Escape closes it, and keys mean nothing below it', WITH_BROWSER, async () => {
  const { page } = await open(trace, '#/matrix');
  await page.keyboard.press('?');
  assert.equal(await page.locator('dialog[open] h2').textContent(), 'Keyboard');
  await page.keyboard.press('1');
  assert.equal(new URL(page.url()).hash, '#/matrix');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('dialog[open]').count(), 0);
  await page.keyboard.press('4');
  assert.equal(new URL(page.url()).hash, '#/states');
});

test('combinations stay the browser’s', WITH_BROWSER, async () => {
  const { page } = await open(trace, '#/matrix');
  await page.keyboard.press('Control+j');
  assert.equal(await page.locator('a.label:focus').count(), 0);
});

test(
  'everything can be reached with the Tab key, and what scrolls can be scrolled',
  WITH_BROWSER,
  async () => {
    const { page } = await open(trace, '#SRS_TOY_01_001');
    const reached: string[] = [];
    for (let count = 0; count < 30; count += 1) {
      await page.keyboard.press('Tab');
      reached.push(
        String(
          await page.evaluate(
            'document.activeElement.tagName + " " + (document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent).slice(0, 20)',
          ),
        ),
      );
    }
    for (const wanted of ['A Matrix', 'INPUT Search id or words', 'A Next', 'DIV Sequence diagram']) {
      assert.ok(reached.includes(wanted), `${wanted} in ${reached.join(', ')}`);
    }
  },
);

const many = largeTrace(300);

for (const hash of ['#/summary', '#/matrix', '#/document', '#SRS_TOY_01_00007']) {
  test(`Page Down scrolls what was opened, to its end: ${hash}`, WITH_BROWSER, async () => {
    const { page } = await open(many, hash, { viewport: { width: 800, height: 400 } });
    const below = async (top: number): Promise<number> => {
      await page.keyboard.press('PageDown');
      await until(page, `document.querySelector("main").scrollTop > ${top}`);
      return Number(await page.evaluate('document.querySelector("main").scrollTop'));
    };
    await below(await below(0));
    await page.keyboard.press('End');
    await until(
      page,
      '(({ scrollTop, clientHeight, scrollHeight }) => scrollTop + clientHeight >= scrollHeight - 2)(document.querySelector("main"))',
    );
  });
}

test('a row that is scrolled away takes the keys that scroll with it nowhere', WITH_BROWSER, async () => {
  const { page } = await open(many, '#/matrix');
  await page.keyboard.press('j');
  await page.evaluate('document.querySelector("main").scrollTop = 9000');
  await page.locator('tr[data-index="0"]').waitFor({ state: 'detached' });
  await page.keyboard.press('PageDown');
  await until(page, 'document.querySelector("main").scrollTop > 9000');
});

test('a picker keeps the focus when it has chosen, and Escape leaves it', WITH_BROWSER, async () => {
  const { page } = await open(trace, '#/matrix');
  const picker = page.locator('select[name=verdict]');
  await picker.focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForURL(/verdict=problems/);
  assert.equal(await page.locator('select:focus').getAttribute('name'), 'verdict');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  assert.equal(await focused(page), 'SRS_TOY_01_001');
});

test('arrows scroll the diagram that has the focus, and lead nowhere else', WITH_BROWSER, async () => {
  const { page } = await open(trace, '#SRS_TOY_01_001', { viewport: { width: 400, height: 800 } });
  const diagram = page.getByRole('region', { name: 'Sequence diagram' }).first();
  await diagram.focus();
  await page.keyboard.press('ArrowRight');
  await until(page, 'document.activeElement.scrollLeft > 0');
  assert.equal(await heading(page), 'SRS_TOY_01_001');
});
