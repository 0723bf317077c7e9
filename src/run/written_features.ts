import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import type { ComposedItem } from '../scenario/model.js';
import { underlyingIn } from '../scenario/ground.js';
import {
  FeatureError,
  itemsByTag,
  type PlannedFeature,
  type PlannedScenario,
  type ShownObligation,
} from './plan.js';

/**
 * The scenarios of feature files that people write. What they prove is said in Gherkin's own terms: a tag names a requirement,
 * and a step in an obligation's words shows that obligation.
 * @throws FeatureError when a file can't be parsed or two scenarios claim one place.
 */
export function planWritten(
  features: readonly PlannedFeature[],
  items: readonly ComposedItem[],
): readonly PlannedScenario[] {
  const newId = IdGenerator.incrementing();
  const byTag = itemsByTag(items);
  const scenarios = features.flatMap((feature) => scenariosOf(feature, byTag, newId));
  const keys = new Set<string>();
  for (const { uri, key } of scenarios) {
    if (keys.has(key)) throw new FeatureError(uri, `two scenarios at ${key}`);
    keys.add(key);
  }
  return scenarios;
}

function scenariosOf(
  { uri, text }: PlannedFeature,
  byTag: ReadonlyMap<string, ComposedItem>,
  newId: IdGenerator.NewId,
): readonly PlannedScenario[] {
  const document = parse(uri, text, newId);
  const steps = stepsById(document);
  return compile(document, uri, newId).map((pickle) => {
    const line = pickle.location?.line ?? 0;
    const tags = pickle.tags.map(({ name }) => name.slice(1));
    const proven = [...new Set(tags)].flatMap((tag) => byTag.get(tag) ?? []);
    return {
      key: `${uri}:${line}`,
      uri,
      line,
      name: pickle.name,
      tags,
      labels: proven.map(({ label }) => label),
      steps: pickle.steps.map((step) => {
        const source = steps.get(step.astNodeIds[0] ?? '');
        return {
          keyword: source?.keyword.trim() ?? '*',
          text: step.text,
          shows: proven.flatMap((item) => shownBy([step.text, source?.text ?? ''], item)),
        };
      }),
      underlying: underlyingIn(pickle.steps[0]?.text ?? ''),
    };
  });
}

/** @param words A step's text, and the same as its outline has it. */
function shownBy(words: readonly string[], { label, clauses }: ComposedItem): readonly ShownObligation[] {
  return clauses.obligations.flatMap((text, obligation) =>
    words.includes(text) ? [{ label, obligation }] : [],
  );
}

function parse(uri: string, text: string, newId: IdGenerator.NewId) {
  try {
    return new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(text);
  } catch (error) {
    throw new FeatureError(uri, error instanceof Error ? error.message : String(error));
  }
}

interface StepSource {
  readonly keyword: string;
  readonly text: string;
}

function stepsById(document: ReturnType<typeof parse>): ReadonlyMap<string, StepSource> {
  const steps = new Map<string, StepSource>();
  const note = (list: readonly (StepSource & { readonly id: string })[] | undefined): void => {
    for (const step of list ?? []) steps.set(step.id, step);
  };
  for (const { rule, background, scenario } of document.feature?.children ?? []) {
    note(background?.steps);
    note(scenario?.steps);
    for (const child of rule?.children ?? []) note(child.background?.steps ?? child.scenario?.steps);
  }
  return steps;
}
