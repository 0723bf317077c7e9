import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { toyTrace } from '../testing/traces.js';
import { useChromium, WITH_BROWSER } from './testing/chromium.js';

const open = useChromium();
const trace = toyTrace();

const labels = (page: Page): Promise<readonly string[]> => page.locator('.matrix a.label').allTextContents();
const hashOf = (page: Page): string => new URL(page.url()).hash;

test(
  'summary: verdict, counts, problems, adapters; nothing loaded, nothing complained of',
  WITH_BROWSER,
  async () => {
    const { page, complaints, requests } = await open(trace);
    assert.equal(await page.locator('h1').textContent(), 'Not conforming');
    assert.match(
      (await page.locator('.headline').textContent()) ?? '',
      /8 requirements \(1 failed, 1 not run, 1 not applicable, 5 passed\)/,
    );
    assert.deepEqual(await page.locator('.problems a.label').allTextContents(), [
      'SRS_TOY_01_001',
      'SRS_TOY_01_003',
    ]);
    assert.deepEqual(await page.locator('.counts thead th').allTextContents(), [
      'Document',
      'All',
      '✘ failed',
      '… not run',
      '○ not applicable',
      '✔ passed',
    ]);
    assert.deepEqual(await page.locator('.card h3').allTextContents(), ['toy_one 1.0.0', 'toy_two 1.0.0']);
    await page.locator('.counts td.failed a').click();
    assert.deepEqual(await labels(page), ['SRS_TOY_01_001']);
    assert.deepEqual([...complaints, ...requests], []);
  },
);

test('an incomplete run says so, before everything else', WITH_BROWSER, async () => {
  const shard = { underlying: ['mock'], requirements: null, tags: null, shard: { index: 2, total: 4 } };
  const { page } = await open(toyTrace({ complete: false, selection: shard }));
  assert.equal(await page.locator('h1').textContent(), 'Incomplete');
  assert.match(
    (await page.locator('.headline').textContent()) ?? '',
    /interrupted.*underlying IO: mock.*shard 2 of 4/s,
  );
  assert.equal(await page.locator('.brand .state').textContent(), 'Incomplete');
});

test('search and filters choose rows, and stand in the address', WITH_BROWSER, async () => {
  const { page } = await open(trace, '#/matrix');
  assert.equal((await labels(page)).length, 8);
  await page.locator('input[name=q]').fill('return failure');
  assert.deepEqual(await labels(page), ['SRS_TOY_01_001']);
  assert.equal(hashOf(page), '#/matrix?q=return+failure');
  await page.locator('input[name=q]').fill('toy_01_002');
  assert.deepEqual(await labels(page), ['SRS_TOY_01_002', 'SRS_TOY_01_002#2']);
  await page.locator('button.clear').click();
  await page.locator('select[name=verdict]').selectOption('problems');
  assert.deepEqual(await labels(page), ['SRS_TOY_01_001', 'SRS_TOY_01_003']);
  await page.locator('select[name=adapter]').selectOption('toy_one');
  assert.deepEqual(await labels(page), []);
  assert.equal(hashOf(page), '#/matrix?verdict=problems&adapter=toy_one');
  await page.reload();
  assert.equal(await page.locator('select[name=adapter]').inputValue(), 'toy_one');
  await page.goBack();
  await page.locator('.count', { hasText: '2 of 8' }).waitFor();
  assert.deepEqual(await labels(page), ['SRS_TOY_01_001', 'SRS_TOY_01_003']);
});

test('the underlying IO and function filters leave their columns and rows', WITH_BROWSER, async () => {
  const { page } = await open(trace, '#/matrix?underlying=loopback&function=toy_open');
  assert.deepEqual(await page.locator('.matrix thead th').allTextContents(), [
    'Requirement',
    'Verdict',
    'toy_one over loopback',
  ]);
  assert.deepEqual(await labels(page), [
    'SRS_TOY_01_001',
    'SRS_TOY_01_002',
    'SRS_TOY_01_002#2',
    'TOY_CLOSED/toy_open',
    'TOY_OPEN/toy_open',
  ]);
});

test('verdicts are words and symbols, not colour alone', WITH_BROWSER, async () => {
  const { page } = await open(trace, '#/matrix?q=SRS_TOY_01_001');
  assert.deepEqual(
    await page
      .locator('.matrix tbody td')
      .allTextContents()
      .then((texts) => texts.filter((text) => text !== '')),
    ['✘ failed', '✔ passed', '✔ passed', '✘ failed'],
  );
});

test('the document shows every requirement in place, and a click leads to it', WITH_BROWSER, async () => {
  const { page } = await open(trace, '#/document?at=SRS_TOY_01_003');
  assert.equal(await page.locator('.srs .mark').count(), 8);
  assert.equal(await page.locator('.srs .mark.failed').getAttribute('data-label'), 'SRS_TOY_01_001');
  assert.equal(await page.locator('.srs .here').getAttribute('data-label'), 'SRS_TOY_01_003');
  assert.equal(await page.locator('.srs table').count(), 2);
  await page.locator('.mark[data-label="SRS_TOY_01_002#2"]').click();
  assert.equal(await page.locator('article h1').textContent(), 'SRS_TOY_01_002#2');
  await page.locator('.place a').click();
  assert.equal(await page.locator('.srs .here').getAttribute('data-label'), 'SRS_TOY_01_002#2');
});

test(
  'the state diagram has states, calls with verdicts and lines; a call leads to its requirement',
  WITH_BROWSER,
  async () => {
    const { page } = await open(trace, '#/states');
    assert.deepEqual(await page.locator('.state .name').allTextContents(), ['TOY_CLOSED', 'TOY_OPEN']);
    assert.equal(await page.locator('.state .call').count(), 4);
    assert.equal(await page.locator('.edge').count(), 3);
    assert.equal(await page.locator('.edge.idle').count(), 1);
    await page.locator('.call.notApplicable').click();
    assert.equal(await page.locator('article h1').textContent(), 'TOY_OPEN/toy_close');
  },
);

for (const hash of ['#/summary', '#/matrix', '#/document', '#/states', '#SRS_TOY_01_001', '#SRS_NOWHERE']) {
  test(`every view has one heading above all others: ${hash}`, WITH_BROWSER, async () => {
    const { page } = await open(trace, hash);
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
    assert.equal(await page.getByRole('main').getByRole('heading', { level: 1 }).count(), 1);
  });
}

test('summary: each adapter has its verdicts, and they lead to its rows', WITH_BROWSER, async () => {
  const { page } = await open(trace);
  assert.deepEqual(await page.locator('.shown-by').allTextContents(), [
    '✔ passed 6○ not applicable 1',
    '✔ passed 5✘ failed 1',
  ]);
  await page.locator('.shown-by .failed + a').click();
  assert.equal(hashOf(page), '#/matrix?verdict=failed&adapter=toy_two');
  assert.deepEqual(await labels(page), ['SRS_TOY_01_001']);
});

test('summary: an interrupted run tells how much of it was run', WITH_BROWSER, async () => {
  const part = toyTrace({ complete: false });
  const [specification] = part.specifications;
  assert.ok(specification !== undefined);
  const requirements = specification.requirements.map((one) => ({
    ...one,
    scenarios: one.scenarios.map((scenario) =>
      scenario.adapter === 'toy_two' ? { ...scenario, verdict: 'notRun' as const } : scenario,
    ),
  }));
  const { page } = await open({ ...part, specifications: [{ ...specification, requirements }] });
  assert.match((await page.locator('.facts').textContent()) ?? '', /Scenarios2 of 4 ran/);
});

test(
  'the lines of the call that has the focus stand out, and its name says where it leads',
  WITH_BROWSER,
  async () => {
    const { page } = await open(trace, '#/states');
    await page.getByRole('link', { name: 'TOY_CLOSED/toy_open: passed, leads to TOY_OPEN' }).focus();
    assert.equal(await page.locator('.edge.lit').count(), 1);
    assert.equal(await page.locator('.edge.lit').getAttribute('data-label'), 'TOY_CLOSED/toy_open');
  },
);
