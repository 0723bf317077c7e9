import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { FAILED, scenarioTrace, toyTrace } from '../testing/traces.js';
import { useChromium, WITH_BROWSER } from './chromium.js';

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

for (const [address, label] of [
  ['#SRS_TOY_01_002%232', 'SRS_TOY_01_002#2'],
  ['#SRS_TOY_01_002#2', 'SRS_TOY_01_002#2'],
  ['#srs_toy_01_001', 'SRS_TOY_01_001'],
  ['#TOY_OPEN/toy_close', 'TOY_OPEN/toy_close'],
] as const) {
  test(`a deep link leads to its requirement: ${address}`, WITH_BROWSER, async () => {
    const { page, complaints } = await open(trace, address);
    assert.equal(await page.locator('article h1').textContent(), label);
    assert.deepEqual(complaints, []);
  });
}

test('a deep link to nothing says so', WITH_BROWSER, async () => {
  const { page } = await open(trace, '#SRS_NOWHERE_%');
  assert.match(
    (await page.locator('main').textContent()) ?? '',
    /SRS_NOWHERE_% is none of the 8 requirements/,
  );
});

test(
  'detail: the failing scenario is open, with expected, observed and its diagram; long ones unfold',
  WITH_BROWSER,
  async () => {
    const { page } = await open(trace, '#SRS_TOY_01_001');
    assert.equal(await page.locator('details.scenario[open]').count(), 1);
    const error = (await page.locator('details[open] .error').textContent()) ?? '';
    assert.match(error, /Expectedanything but 0Observed0/);
    assert.deepEqual(await page.locator('details[open] .lane text').allTextContents(), [
      'user',
      'adapter',
      'user',
      'adapter',
    ]);
    assert.equal(await page.locator('details[open] .message').count(), 30);
    await page.locator('button.unfold').click();
    assert.equal(await page.locator('details[open] .message').count(), FAILED.timeline.length);
    await page.locator('details[open] .as-text summary').click();
    await page.locator('details[open] .as-text ol').waitFor();
    assert.equal(await page.locator('details[open] .as-text li').count(), FAILED.timeline.length);
  },
);

test('a flaky scenario shows each way in which it ended', WITH_BROWSER, async () => {
  const flaky = toyTrace();
  const [specification] = flaky.specifications;
  assert.ok(specification !== undefined);
  const repetitions = [FAILED, scenarioTrace()].map((one, index) => ({ ...one, times: index + 1 }));
  const requirements = specification.requirements.map((one) => ({
    ...one,
    scenarios: [scenarioTrace({ verdict: 'flaky', repetitions })],
  }));
  const { page } = await open(
    { ...flaky, specifications: [{ ...specification, requirements }] },
    '#SRS_TOY_01_002',
  );
  assert.deepEqual(await page.locator('.way').allTextContents(), ['✘ failed 1 time', '✔ passed 2 times']);
  assert.equal(await page.locator('details[open] .sequence').count(), 2);
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
