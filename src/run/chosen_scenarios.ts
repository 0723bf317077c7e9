import type { PlannedLines } from './plan.js';

/** A feature's scenarios by their lines, as the plug-in below lets them through. */
let chosen: ReadonlyMap<string, ReadonlySet<number>> = new Map();

/** Says which scenarios of the features Cucumber is to run. */
export function chooseScenarios(scenarios: readonly PlannedLines[]): void {
  chosen = new Map(scenarios.map(({ uri, lines }) => [uri, new Set(lines)]));
}

interface Filterable {
  readonly pickle: { readonly uri: string; readonly location?: { readonly line: number } };
}

/**
 * A Cucumber plug-in that lets the chosen scenarios through. Cucumber's own filter by lines looks through the whole file for each
 * scenario, which takes the square of their number.
 */
export default {
  type: 'plugin' as const,
  coordinator({
    transform,
  }: {
    readonly transform: (
      event: 'pickles:filter',
      handler: (pickles: readonly Filterable[]) => readonly Filterable[],
    ) => void;
  }): void {
    transform('pickles:filter', (pickles) =>
      pickles.filter(({ pickle }) =>
        chosen.get(pickle.uri.replaceAll('\\', '/'))?.has(pickle.location?.line ?? 0),
      ),
    );
  },
};
