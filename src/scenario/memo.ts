import type { ScenarioDocument } from './scenario_document.js';

/** Remembers what a pure function of a key and a document gave, for as long as that document lives. */
export function perDocument<Key, Value>(
  compute: (key: Key, document: ScenarioDocument) => Value,
): (key: Key, document: ScenarioDocument) => Value {
  return (key, document) => {
    // What this very function remembers is kept under it, so that the values are of its own type.
    const values = (document.memory.get(compute) ?? new Map()) as Map<Key, { readonly value: Value }>;
    document.memory.set(compute, values);
    const found = values.get(key) ?? { value: compute(key, document) };
    values.set(key, found);
    return found.value;
  };
}
