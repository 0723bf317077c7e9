import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { packageRoot } from '../src/package.js';
import { rulesOf, type PhraseBook } from '../src/phrases/phrase_book.js';
import { plannedOf } from '../src/run/plan.js';
import { planWritten } from '../src/run/written_features.js';
import { compose, drift, type ComposedFeature, type ScenarioDocument } from '../src/scenario/index.js';
import { assertSound } from '../src/scenario/testing/sound.js';
import { planDocument } from '../src/verify/planned_document.js';
import { BUNDLED, bundledDocument, bundledPhrases } from './bundled_systems.js';

/** How many there are of each; a document that is not named has as many as are found in it. */
const COUNTS: ReadonlyMap<string, readonly [requirements: number, transitions: number, sequences: number]> =
  new Map([
    ['tlsio', [69, 20, 4]],
    ['wsio', [126, 0, 0]],
    ['async_socket_linux', [84, 0, 0]],
    ['async_socket_win32', [81, 0, 0]],
  ]);

test('six documents come with iospec', () => {
  assert.deepEqual(BUNDLED, [
    'async_socket_linux',
    'async_socket_win32',
    'iospec',
    'tlsio',
    'tlspool',
    'wsio',
  ]);
});

for (const name of BUNDLED) {
  describe(name, () => {
    let book: PhraseBook;
    let document: ScenarioDocument;
    let features: readonly ComposedFeature[];

    before(async () => {
      book = await bundledPhrases(name);
      document = bundledDocument(name, rulesOf(book));
      features = compose(document);
    });

    test('each requirement, cell and sequence is a rule whose Then steps are its obligations', () => {
      for (const feature of features) assertSound(feature);
      const items = features.flatMap((feature) => feature.items);
      const count = (kind: string): number => items.filter((item) => item.kind === kind).length;
      const { requirements, transitions, sequences } = document;
      assert.deepEqual(
        [count('requirement'), count('transition'), count('sequence')],
        COUNTS.get(name) ?? [requirements.length, transitions.length, sequences.length],
      );
      assert.deepEqual(
        new Set(items.map(({ label }) => label)),
        new Set([...requirements, ...transitions, ...sequences].map(({ label }) => label)),
      );
    });

    test('the scenarios that the composer knows are those that Gherkin finds in what it wrote', () => {
      const items = features.flatMap((feature) => feature.items);
      const texts = features.map(({ path, text }) => ({ uri: path, text }));
      const planned = plannedOf(features, (path) => path);
      assert.ok(planned.length >= items.length);
      assert.deepEqual(planned, planWritten(texts, items));
    });

    test('the same document gives the same features, wherever it lies', () => {
      const again = compose(bundledDocument(name, rulesOf(book)));
      assert.deepEqual(again, features);
      const elsewhere = compose({
        ...bundledDocument(name, rulesOf(book)),
        file: `/else/${name}_requirements.md`,
      });
      assert.deepEqual(
        elsewhere.map(({ text }) => text),
        features.map(({ text }) => text),
      );
    });

    test('its features are those of its document', async () => {
      assert.deepEqual(await drift(features, join(packageRoot, 'features')), []);
    });

    test('every phrase has one step, also in what is written by hand', async () => {
      const { scenarios, defects } = await planDocument(document, book.system, name);
      assert.deepEqual([...defects.values()], []);
      const kinds = new Set(document.rules.underlyings);
      for (const { key, underlying, labels } of scenarios) {
        assert.ok(underlying !== null && kinds.has(underlying), key);
        assert.ok(labels.length > 0, key);
      }
    });
  });
}
