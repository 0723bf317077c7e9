import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseSpecification } from '../specification/index.js';
import { analyse, compose, plainRules, scenarioDocument, type ScenarioDocument } from './index.js';
import { assertSound } from './testing/sound.js';

function document(text: string, underlyings: readonly string[] = []): ScenarioDocument {
  return scenarioDocument(parseSpecification({ file: 'x_requirements.md', text }), {
    ...plainRules('x'),
    underlyings,
  });
}

const TWO = `# x

### x_open

**SRS_X_01_001: [** If the \`x\` is NULL, \`x_open\` shall do the following: **]**

- **SRS_X_01_002: [** If a write fails, \`x_open\` shall log an error and return 1. **]**

### x_close

**SRS_X_01_003: [** \`x_close\` shall return 0. **]**
`;

test('a feature names its document and hash, and carries the tag of its system', () => {
  const { sha256 } = document(TWO);
  const [feature] = compose(document(TWO));
  assert.equal(feature?.path, 'x/x_open.feature');
  assert.deepEqual(feature.text.split('\n').slice(0, 4), [
    `# Composed from x_requirements.md, sha256 ${sha256}.`,
    '# Do not edit: iospec generate writes this file.',
    '@x',
    'Feature: x: x_open',
  ]);
});

test('the path of the document does not show in its features', () => {
  const texts = (file: string): readonly string[] =>
    compose(scenarioDocument({ ...document(TWO), file })).map(({ text }) => text);
  assert.deepEqual(texts('/elsewhere/x_requirements.md'), texts('x_requirements.md'));
});

test('analyse names inherited conditions first and obligations without Examples', () => {
  const known = document(TWO, ['mock', 'loopback']);
  const requirement = known.requirements[1];
  assert.ok(requirement);
  assert.deepEqual(analyse(requirement, known), {
    conditions: ['If the x is NULL', 'If a write fails'],
    obligations: ['x_open shall log an error', 'x_open shall return 1'],
  });
});

test('an item knows the part of the document that it was composed of', () => {
  const known = document(TWO);
  assert.deepEqual(
    compose(known).flatMap(({ items }) => items.map(({ place }) => place)),
    known.requirements,
  );
});

test('the same document gives the same features, whatever was composed in between', () => {
  const before = compose(document(TWO));
  assert.notDeepEqual(compose(document(TWO.replace('return 1', 'return 2'))), before);
  assert.deepEqual(compose(document(TWO)), before);
});

test('names of a document that every object has are names as any other', () => {
  const text =
    '# x\n\n### constructor\n\n**SRS_X_01_001: [** If `toString` is NULL, `constructor` shall call `valueOf` or fail. **]**\n\n**SRS_X_01_002: [** On failure `constructor` shall return 1. **]**\n';
  const features = compose(document(text, ['mock']));
  features.forEach(assertSound);
  assert.deepEqual(
    features.map(({ path }) => path),
    ['x/constructor.feature'],
  );
});

describe('sentences nobody has seen', () => {
  const word = fc.oneof(
    fc.constantFrom(
      ...[
        'If',
        'if',
        'When',
        'then',
        ',',
        'and',
        'or',
        'shall',
        'may',
        'it',
        'the x_open',
        'x_close',
        'x_open is called',
      ],
      ...[
        'return',
        'NULL',
        '0',
        'On success',
        'On failure',
        'Otherwise,',
        'Then',
        'any error occurs',
        'where',
        'only if',
      ],
      ...[
        '<underlying>',
        '<state>',
        '<',
        '>',
        '|',
        '\\',
        '\\n',
        '#',
        '@tag',
        '"""',
        '```',
        'Example:',
        'Rule:',
        '* x',
        '.',
      ],
      ...[
        'any of the buffers',
        'A_B, C_D or E_F',
        'is less than 0 or greater than 0xff',
        'do the following',
        ':',
      ],
    ),
    fc.string({ maxLength: 8 }),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  const sentence = fc.array(word, { maxLength: 25 }).map((words) => words.join(' '));
  const sentences = fc.array(sentence, { minLength: 1, maxLength: 4 });
  const kinds = fc.constantFrom<readonly string[]>([], ['mock'], ['mock', 'loopback']);

  test('each gives a rule that Gherkin reads back word for word', () => {
    const base = document('### x_open\n\n**SRS_X_01_001: [** x_open shall return 0. **]**\n');
    const [model] = base.requirements;
    assert.ok(model);
    fc.assert(
      fc.property(sentences, fc.boolean(), kinds, (texts, nested, underlyings) => {
        const requirements = texts.map((text, index) => ({
          ...model,
          id: `SRS_X_01_00${index}`,
          label: `SRS_X_01_00${index}`,
          text: text.replace(/\s+/g, ' ').trim(),
          markdown: text,
          parent: nested && index > 0 ? 'SRS_X_01_000' : null,
        }));
        const features = compose(
          scenarioDocument({ ...base, requirements }, { ...plainRules('x'), underlyings }),
        );
        for (const feature of features) assertSound(feature);
        assert.equal(features.flatMap(({ items }) => items).length, texts.length);
      }),
      { numRuns: 400 },
    );
  });

  test('a sentence of twenty thousand words is read in reasonable time', () => {
    const clause = 'x_open shall log an error and return 0, and if the x is NULL or y_z, then the x ';
    const text = `### x_open\n\n**SRS_X_01_001: [** ${clause.repeat(1000)} **]**\n`;
    const started = performance.now();
    const features = compose(document(text));
    assert.ok(performance.now() - started < 10_000);
    assert.equal(features.length, 1);
  });
});
