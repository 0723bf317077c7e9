import type { AdapterDescription } from '../subject/description.js';
import type { RunDocument } from '../run/run.js';

/** An adapter, and keys of scenarios that it is to be run in. */
export interface Part {
  readonly adapter: AdapterDescription;
  readonly scenarios: Iterable<string>;
}

/** The document with these adapters alone, each of them in the scenarios of its parts and in no others. */
export function inParts(document: RunDocument, parts: readonly Part[]): RunDocument {
  const adapters = new Map<string, AdapterDescription>();
  const chosen = new Map<string, Set<string>>();
  for (const { adapter, scenarios } of parts) {
    adapters.set(adapter.name, adapter);
    chosen.set(adapter.name, new Set([...(chosen.get(adapter.name) ?? []), ...scenarios]));
  }
  const keys = new Set([...chosen.values()].flatMap((some) => [...some]));
  return {
    ...document,
    scenarios: document.scenarios.filter(({ key }) => keys.has(key)),
    adapters: [...adapters.values()],
    chosen,
  };
}
