// What holds of every feature that the composer writes, as Gherkin's own parser and compiler read it.
import assert from 'node:assert/strict';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type Pickle, PickleStepType } from '@cucumber/messages';
import { tagOf } from '../gherkin.js';
import type { ComposedFeature } from '../model.js';

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

/** Each item is a rule with its tag, and the Then steps of its scenarios are its obligations, none left out. */
export function assertSound(feature: ComposedFeature): void {
  const rules = parsed(feature);
  assert.deepEqual(
    rules.map(({ name }) => name),
    feature.items.map(({ label }) => label),
  );
  for (const [index, { label, clauses }] of feature.items.entries()) {
    const rule = rules[index];
    assert.deepEqual(rule?.tags, [`@${tagOf(label)}`]);
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
  assertShown(feature);
  assertAsRead(
    feature,
    rules.flatMap(({ pickles }) => pickles),
  );
}

const KEYWORDS: Readonly<Record<string, PickleStepType>> = {
  Given: PickleStepType.CONTEXT,
  When: PickleStepType.ACTION,
  Then: PickleStepType.OUTCOME,
};

/** The scenarios that the composer knows are those that Gherkin finds in its text, in the same order. */
function assertAsRead({ scenarios }: ComposedFeature, pickles: readonly Pickle[]): void {
  const known = scenarios.map(({ line, name, tags, steps }) => {
    let type: PickleStepType | undefined;
    return {
      line,
      name,
      tags: tags.map((tag) => `@${tag}`),
      steps: steps.map(({ keyword, text }) => ({ type: (type = KEYWORDS[keyword] ?? type), text })),
    };
  });
  const read = pickles.map(({ location, name, tags, steps }) => ({
    line: location?.line,
    name,
    tags: tags.map((tag) => tag.name),
    steps: steps.map(({ type, text }) => ({ type, text })),
  }));
  assert.deepEqual(known, read);
}

/** Each Then shows the obligation of its item that has its words, and nothing else shows one. */
function assertShown({ items, scenarios }: ComposedFeature): void {
  const obligations = new Map(items.map(({ label, clauses }) => [label, clauses.obligations]));
  for (const { label, steps } of scenarios) {
    const firstThen = steps.findIndex(({ keyword }) => keyword === 'Then');
    steps.forEach(({ text, obligation }, at) => {
      const shown = obligation === null ? null : obligations.get(label)?.[obligation];
      assert.equal(shown, at < firstThen ? null : text, `${label}: ${text}`);
    });
  }
}
