import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type Pickle, PickleStepType } from '@cucumber/messages';
import fc from 'fast-check';
import { parseSpecification, readSpecification } from '../specification/index.js';
import { analyse, compose, type ComposedFeature } from './index.js';

const DOCUMENTS = [
  { name: 'tlsio', requirements: 69, transitions: 20, sequences: 4 },
  { name: 'wsio', requirements: 126, transitions: 0, sequences: 0 },
  { name: 'async_socket_linux', requirements: 84, transitions: 0, sequences: 0 },
  { name: 'async_socket_win32', requirements: 81, transitions: 0, sequences: 0 },
];

interface ParsedRule {
  readonly name: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** Its scenarios with their Examples filled in. */
  readonly pickles: readonly Pickle[];
}

function parsed({ text, path }: ComposedFeature): readonly ParsedRule[] {
  const newId = IdGenerator.incrementing();
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
  const document = parser.parse(text);
  const pickles = compile(document, path, newId);
  return (document.feature?.children ?? []).flatMap(({ rule }) =>
    rule === undefined
      ? []
      : [
          {
            name: rule.name,
            description: rule.description.trim(),
            tags: rule.tags.map((tag) => tag.name),
            pickles: pickles.filter((pickle) =>
              rule.children.some(
                ({ scenario }) => scenario !== undefined && pickle.astNodeIds.includes(scenario.id),
              ),
            ),
          },
        ],
  );
}

function thens(pickle: Pickle): readonly string[] {
  return pickle.steps.filter(({ type }) => type === PickleStepType.OUTCOME).map(({ text }) => text);
}

function assertSound(feature: ComposedFeature): void {
  const rules = parsed(feature);
  assert.deepEqual(
    rules.map(({ name }) => name),
    feature.items.map(({ label }) => label),
  );
  for (const [index, { label, clauses }] of feature.items.entries()) {
    const rule = rules[index];
    assert.deepEqual(rule?.tags, [`@${label}`]);
    assert.ok(rule.pickles.length > 0, `${label} has no scenario`);
    for (const pickle of rule.pickles) assert.ok(thens(pickle).length > 0, `${label} checks nothing`);
    assert.deepEqual(new Set(rule.pickles.flatMap(thens)), new Set(clauses.obligations), label);
    const names = rule.pickles.map(({ name }) => name);
    assert.equal(
      new Set(names).size,
      names.length,
      `scenarios of ${label} share a name: ${names.join('; ')}`,
    );
  }
}

for (const { name, requirements, transitions, sequences } of DOCUMENTS) {
  describe(name, () => {
    test('each requirement, cell and sequence is a rule whose Then steps are its obligations', async () => {
      const specification = await readSpecification(`spec/${name}_requirements.md`);
      const features = compose(specification);
      for (const feature of features) assertSound(feature);
      const items = features.flatMap((feature) => feature.items);
      const count = (kind: string): number => items.filter((item) => item.kind === kind).length;
      assert.deepEqual(
        [count('requirement'), count('transition'), count('sequence')],
        [requirements, transitions, sequences],
      );
      assert.deepEqual(
        new Set(items.filter(({ kind }) => kind === 'requirement').map(({ label }) => label)),
        new Set(specification.requirements.map(({ label }) => label)),
      );
    });

    test('the same document gives the same features', async () => {
      const file = `spec/${name}_requirements.md`;
      assert.deepEqual(compose(await readSpecification(file)), compose(await readSpecification(file)));
    });
  });
}

test('a feature names its document and hash, and carries the tag of its system', async () => {
  const specification = await readSpecification('spec/tlsio_requirements.md');
  const feature = compose(specification).find(({ path }) => path === 'tlsio/tlsio_create.feature');
  assert.deepEqual(feature?.text.split('\n').slice(0, 4), [
    `# Composed from tlsio_requirements.md, sha256 ${specification.sha256}.`,
    '# Do not edit: iospec generate writes this file.',
    '@tlsio',
    'Feature: tlsio: tlsio_create',
  ]);
});

test('the path of the document does not show in its features', async () => {
  const specification = await readSpecification('spec/wsio_requirements.md');
  assert.deepEqual(
    compose({ ...specification, file: '/elsewhere/wsio_requirements.md' }),
    compose(specification),
  );
});

test('analyse names inherited conditions first and obligations without Examples', async () => {
  const specification = await readSpecification('spec/async_socket_linux_requirements.md');
  const requirement = specification.requirements.find(({ id }) => id === 'SRS_ASYNC_SOCKET_LINUX_11_059');
  assert.ok(requirement);
  assert.deepEqual(analyse(requirement, specification), {
    conditions: [
      'If the send fails to send the data',
      'If the errno value is ECONNRESET, ENOTCONN, or EPIPE',
    ],
    obligations: [
      'async_socket_send_async shall fail',
      'async_socket_send_async shall return ASYNC_SOCKET_SEND_SYNC_ABANDONED',
    ],
  });
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

  test('each gives a rule that Gherkin reads back word for word', () => {
    const base = parseSpecification({
      file: 'x_requirements.md',
      text: '### x_open\n\n**SRS_X_01_001: [** x_open shall return 0. **]**\n',
    });
    const [model] = base.requirements;
    assert.ok(model);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }), fc.boolean(), (texts, nested) => {
        const requirements = texts.map((text, index) => ({
          ...model,
          id: `SRS_X_01_00${index}`,
          label: `SRS_X_01_00${index}`,
          text: text.replace(/\s+/g, ' ').trim(),
          markdown: text,
          parent: nested && index > 0 ? 'SRS_X_01_000' : null,
        }));
        const features = compose({ ...base, requirements });
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
    const features = compose(parseSpecification({ file: 'x_requirements.md', text }));
    assert.ok(performance.now() - started < 10_000);
    assert.equal(features.length, 1);
  });
});
