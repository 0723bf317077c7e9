import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FAILED, largeTrace, scenarioTrace, toyTrace } from '../testing/traces.js';
import { useChromium, WITH_BROWSER } from './testing/chromium.js';

const open = useChromium();
const trace = toyTrace();

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
    /SRS_NOWHERE_% is not among the 8 requirements/,
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

test(
  'detail: what failed comes first among the scenarios, and the verdict names what it is bound to',
  WITH_BROWSER,
  async () => {
    const bound = toyTrace();
    const [specification] = bound.specifications;
    assert.ok(specification !== undefined);
    const hashes = { sentence: 'a'.repeat(64), scenarios: 'b'.repeat(64) };
    const requirements = specification.requirements.map((one) => ({
      ...one,
      hashes,
      scenarios: one.scenarios.map((scenario, index) =>
        index === 0 ? { ...scenario, verdict: 'notRun' as const } : scenario,
      ),
    }));
    const adapters = bound.adapters.map((one, index) =>
      index === 0 ? { ...one, source: { files: ['toy_one.js'], sha256: 'c'.repeat(64) } } : one,
    );
    const { page } = await open(
      { ...bound, adapters, specifications: [{ ...specification, requirements }] },
      '#SRS_TOY_01_001',
    );
    await page.getByRole('heading', { name: '3 scenarios: 1 failed, 1 not run, 1 passed' }).waitFor();
    assert.deepEqual(await page.locator('details.scenario > summary .badge').allTextContents(), [
      '✘ failed',
      '… not run',
      '✔ passed',
    ]);
    assert.deepEqual(await page.locator('.binding dd').allTextContents(), [
      'aaaaaaaaaaaa',
      'bbbbbbbbbbbb',
      'cccccccccccc',
      'unknown',
    ]);
  },
);

test(
  'Back from a requirement leads to the passage or the place that it was opened from',
  WITH_BROWSER,
  async () => {
    const many = largeTrace(300);
    const { page } = await open(many, '#/document');
    await page.locator('.mark[data-label="SRS_TOY_01_00150"]').click();
    assert.equal(await page.locator('article h1').textContent(), 'SRS_TOY_01_00150');
    await page.goBack();
    await page.locator('.here[data-label="SRS_TOY_01_00150"]').waitFor();
    assert.ok(
      await page.evaluate(
        '(({ top, bottom }) => top > 0 && bottom < innerHeight)(document.querySelector(".here").getBoundingClientRect())',
      ),
    );
    const { page: summary } = await open(largeTrace(3000), '', { viewport: { width: 800, height: 400 } });
    await summary.locator('.problems a.label').nth(20).click();
    await summary.goBack();
    await summary.locator('.problems').waitFor();
    assert.ok(Number(await summary.evaluate('document.querySelector("main").scrollTop')) > 400);
  },
);
