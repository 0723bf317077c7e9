import { UserError } from '../errors.js';
import type { ComposedFeature, ComposedItem } from '../scenario/model.js';
import { tagOf } from '../scenario/gherkin.js';

/** A feature file of a run. */
export interface PlannedFeature {
  /** Path below the run's features folder; Cucumber's `uri`. */
  readonly uri: string;
  readonly text: string;
}

/** An obligation of a requirement, by its place among those of the requirement's sentence. */
export interface ShownObligation {
  readonly label: string;
  readonly obligation: number;
}

export interface PlannedStep {
  /** `Given`, `When`, `Then`, `And`, … */
  readonly keyword: string;
  readonly text: string;
  /** The obligations that it shows. */
  readonly shows: readonly ShownObligation[];
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
  /** Labels of the requirements that it proves. */
  readonly labels: readonly string[];
  readonly steps: readonly PlannedStep[];
  /** Kind of the underlying IO that it runs over; null: it stands on nothing. */
  readonly underlying: string | null;
}

/** A feature file that is no Gherkin. */
export class FeatureError extends UserError {
  constructor(uri: string, reason: string) {
    super(`${uri}: ${reason.replace(/\s+/g, ' ').trim()}`);
  }
}

/**
 * The scenarios of composed features, as the composer knows them.
 * @param uriOf The features' paths in the run.
 */
export function plannedOf(
  features: readonly ComposedFeature[],
  uriOf: (path: string) => string,
): readonly PlannedScenario[] {
  return features.flatMap(({ path, scenarios }) =>
    scenarios.map(({ line, name, label, tags, underlying, steps }): PlannedScenario => {
      const uri = uriOf(path);
      return {
        key: `${uri}:${line}`,
        uri,
        line,
        name,
        tags,
        labels: [label],
        underlying,
        steps: steps.map(({ keyword, text, obligation }) => ({
          keyword,
          text,
          shows: obligation === null ? [] : [{ label, obligation }],
        })),
      };
    }),
  );
}

/** The items of a document by the tags that scenarios written by hand name them with. */
export function itemsByTag(items: readonly ComposedItem[]): ReadonlyMap<string, ComposedItem> {
  return new Map(items.map((item) => [tagOf(item.label), item]));
}

/**
 * The part of a plan that one of `total` shards runs: every `total`-th scenario.
 * @param index Counts from 1.
 */
export function shardOf<T>(scenarios: readonly T[], index: number, total: number): readonly T[] {
  return scenarios.filter((_scenario, position) => position % total === index - 1);
}

/** Lines of a feature file's scenarios that are to be run. */
export interface PlannedLines {
  readonly uri: string;
  readonly lines: readonly number[];
}

/** Feature files and lines of scenarios, in their order. */
export function linesOf(scenarios: readonly PlannedScenario[]): readonly PlannedLines[] {
  const lines = new Map<string, number[]>();
  for (const { uri, line } of scenarios) {
    const known = lines.get(uri);
    if (known === undefined) lines.set(uri, [line]);
    else known.push(line);
  }
  return [...lines].map(([uri, numbers]) => ({ uri, lines: numbers }));
}
