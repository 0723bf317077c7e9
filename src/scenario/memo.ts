import type { Specification } from '../specification/model.js';

/** Remembers what a pure function of a key and a specification gave, for as long as that specification lives. */
export function perSpecification<Key, Value>(
  compute: (key: Key, specification: Specification) => Value,
): (key: Key, specification: Specification) => Value {
  const known = new WeakMap<Specification, Map<Key, { readonly value: Value }>>();
  return (key, specification) => {
    const values = known.get(specification) ?? new Map<Key, { readonly value: Value }>();
    known.set(specification, values);
    const found = values.get(key) ?? { value: compute(key, specification) };
    values.set(key, found);
    return found.value;
  };
}
