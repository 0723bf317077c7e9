import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { largeTrace, toyTrace } from '../testing/traces.js';
import { useChromium, WITH_BROWSER } from './testing/chromium.js';

const open = useChromium();
const trace = toyTrace();

const ground = (page: Page): Promise<unknown> =>
  page.evaluate('getComputedStyle(document.body).backgroundColor');
const DARK = 'rgb(21, 24, 28)';
const LIGHT = 'rgb(251, 251, 250)';

test(
  'dark where the system is dark; the button and t turn it, and a reload keeps it',
  WITH_BROWSER,
  async () => {
    const { page } = await open(trace, '', { colorScheme: 'dark' });
    assert.equal(await ground(page), DARK);
    await page.locator('button.theme').click();
    assert.equal(await ground(page), LIGHT);
    await page.reload();
    assert.equal(await ground(page), LIGHT);
    await page.keyboard.press('t');
    assert.equal(await ground(page), DARK);
    assert.equal(await ground((await open(trace)).page), LIGHT);
  },
);

test('print: no chrome, light, and every row', WITH_BROWSER, async () => {
  const { page } = await open(largeTrace(300), '#/matrix', { colorScheme: 'dark' });
  assert.ok((await page.locator('tr[data-index]').count()) < 60);
  await page.emulateMedia({ media: 'print' });
  await page.locator('tr[data-index="299"]').waitFor();
  assert.equal(await page.locator('tr[data-index]').count(), 300);
  assert.equal(await page.getByRole('navigation', { name: 'Views' }).isVisible(), false);
  assert.equal(await page.locator('input[name=q]').isVisible(), false);
  assert.equal(await page.evaluate('getComputedStyle(document.body).colorScheme'), 'light');
  assert.ok(await page.getByText('Not conforming').isVisible());
  assert.ok(await page.getByRole('heading', { name: 'Matrix: 300 of 300 requirements' }).isVisible());
  assert.equal(await page.evaluate('getComputedStyle(document.querySelector("main")).overflow'), 'visible');
  await page.emulateMedia({ media: 'screen' });
  await page.locator('tr[data-index="299"]').waitFor({ state: 'detached' });
  assert.ok((await page.locator('tr[data-index]').count()) < 60);
});

test('print: the summary lists every problem, a requirement keeps its diagram', WITH_BROWSER, async () => {
  const { page } = await open(largeTrace(5000));
  assert.equal(await page.locator('.problems li').count(), 40);
  await page.emulateMedia({ media: 'print' });
  await page.locator('.problems li').nth(49).waitFor();
  assert.equal(await page.locator('.problems li').count(), 50);
  const detail = await open(trace, '#SRS_TOY_01_001');
  await detail.page.emulateMedia({ media: 'print' });
  assert.ok(await detail.page.locator('svg.diagram').first().isVisible());
});

for (const width of [400, 1280]) {
  test(`nothing sticks out of the window at ${width} pixels`, WITH_BROWSER, async () => {
    for (const hash of ['#/summary', '#/document', '#/states', '#SRS_TOY_01_001']) {
      const { page } = await open(trace, hash, { viewport: { width, height: 800 } });
      const excess = await page.evaluate(
        '(() => { const main = document.querySelector("main"); return Math.max(main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - innerWidth); })()',
      );
      assert.ok(Number(excess) <= 0, `${hash}: ${String(excess)}`);
    }
  });
}

test('narrow: the filters fold away until they are asked for', WITH_BROWSER, async () => {
  const { page } = await open(trace, '#/matrix', { viewport: { width: 400, height: 800 } });
  assert.equal(await page.locator('select[name=verdict]').isVisible(), false);
  await page.locator('.filters-toggle').click();
  await page.locator('select[name=verdict]').selectOption('failed');
  assert.deepEqual(await page.locator('.matrix a.label').allTextContents(), ['SRS_TOY_01_001']);
  assert.equal(await page.locator('.filters-toggle').textContent(), 'Filters (1)');
});

test('print: a narrow sheet leaves nothing out', WITH_BROWSER, async () => {
  const { page } = await open(trace, '#/matrix', { viewport: { width: 700, height: 900 } });
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.getByText('toy_open · line 32').isVisible());
  await page.setViewportSize({ width: 420, height: 900 });
  const column = await page.locator('tbody th.requirement').first().boundingBox();
  assert.ok((column?.width ?? 0) > 200, `${column?.width}`);
});

test('print: every sheet tells its run, and what was folded away', WITH_BROWSER, async () => {
  const { page } = await open(trace, '#SRS_TOY_01_001');
  const remarks = [
    page.getByText('Run of 1970-01-01 00:00 UTC'),
    page.getByText('events left out here').first(),
  ];
  for (const remark of remarks) assert.equal(await remark.isVisible(), false);
  await page.emulateMedia({ media: 'print' });
  for (const remark of remarks) assert.ok(await remark.isVisible());
});
