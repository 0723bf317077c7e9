import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';

/** A feature file of a run. */
export interface PlannedFeature {
  /** Path below the run's features folder; Cucumber's `uri`. */
  readonly uri: string;
  readonly text: string;
}

export interface PlannedStep {
  /** `Given`, `When`, `Then`, `And`, … */
  readonly keyword: string;
  readonly text: string;
  /** The text as the feature has it, with `<placeholders>`. */
  readonly template: string;
}

/** One scenario (one example of an outline) that a run has to finish. */
export interface PlannedScenario {
  /** `uri:line`, unique in a run of one document. */
  readonly key: string;
  readonly uri: string;
  /** Line of the scenario, or of its row of examples. */
  readonly line: number;
  readonly name: string;
  /** Tags of the feature, rule, scenario and examples, without `@`. */
  readonly tags: readonly string[];
  readonly steps: readonly PlannedStep[];
  /** The underlying IO that its first step names, or null. */
  readonly underlying: string | null;
}

/** A feature file that is no Gherkin. */
export class FeatureError extends Error {
  constructor(uri: string, reason: string) {
    super(`${uri}: ${reason.replace(/\s+/g, ' ').trim()}`);
    this.name = 'FeatureError';
  }
}

/**
 * Lists the scenarios of feature files in their order.
 * @throws FeatureError when a file can't be parsed or two scenarios claim one place.
 */
export function planScenarios(features: readonly PlannedFeature[]): readonly PlannedScenario[] {
  const newId = IdGenerator.incrementing();
  const scenarios = features.flatMap((feature) => scenariosOf(feature, newId));
  const keys = new Set<string>();
  for (const { uri, key } of scenarios) {
    if (keys.has(key)) throw new FeatureError(uri, `two scenarios at ${key}`);
    keys.add(key);
  }
  return scenarios;
}

/**
 * The part of a plan that one of `total` shards runs: every `total`-th scenario.
 * @param index Counts from 1.
 */
export function shardOf<T>(scenarios: readonly T[], index: number, total: number): readonly T[] {
  return scenarios.filter((_scenario, position) => position % total === index - 1);
}

/** Feature file and lines of scenarios, as Cucumber takes them: `uri:12:15`. */
export function locationsOf(scenarios: readonly PlannedScenario[]): readonly string[] {
  const lines = new Map<string, number[]>();
  for (const { uri, line } of scenarios) lines.set(uri, [...(lines.get(uri) ?? []), line]);
  return [...lines].map(([uri, numbers]) => [uri, ...numbers].join(':'));
}

const UNDERLYING = /\bover an? (\S+) underlying IO\b/;

function scenariosOf({ uri, text }: PlannedFeature, newId: IdGenerator.NewId): readonly PlannedScenario[] {
  const document = parse(uri, text, newId);
  const steps = stepsById(document);
  return compile(document, uri, newId).map((pickle) => {
    const line = pickle.location?.line ?? 0;
    return {
      key: `${uri}:${line}`,
      uri,
      line,
      name: pickle.name,
      tags: pickle.tags.map(({ name }) => name.slice(1)),
      steps: pickle.steps.map((step) => {
        const source = steps.get(step.astNodeIds[0] ?? '');
        return {
          keyword: source?.keyword.trim() ?? '*',
          text: step.text,
          template: source?.text ?? step.text,
        };
      }),
      underlying: UNDERLYING.exec(pickle.steps[0]?.text ?? '')?.[1] ?? null,
    };
  });
}

function parse(uri: string, text: string, newId: IdGenerator.NewId) {
  try {
    return new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(text);
  } catch (error) {
    throw new FeatureError(uri, error instanceof Error ? error.message : String(error));
  }
}

type StepSource = Pick<PlannedStep, 'keyword' | 'text'>;

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
