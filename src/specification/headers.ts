import { declarationsIn } from './c/declarations.js';
import type { Specification } from './model.js';
import { positionsOf } from './position.js';

/**
 * Adds what a document takes from a header without a declaration: the types of the callbacks that its functions are given, and
 * the results that these bring. What the document declares itself stays as it says.
 * @param headers Texts of C headers.
 */
export function withHeaders(specification: Specification, headers: readonly string[]): Specification {
  return headers.reduce(withHeader, specification);
}

function withHeader(specification: Specification, text: string): Specification {
  const header = declarationsIn(text, [{ start: 0, end: text.length }], positionsOf('header', text));
  const declared = new Set(specification.prototypes.map(({ name }) => name));
  const typesOf = (all: Specification['prototypes']): ReadonlySet<string> =>
    new Set(all.flatMap(({ parameters }) => parameters.map(({ type }) => type)));
  const used = typesOf(specification.prototypes);
  const prototypes = header.prototypes.filter(({ name }) => used.has(name) && !declared.has(name));
  if (prototypes.length === 0) return specification;
  const brought = typesOf(prototypes);
  const known = new Set(specification.enumerations.map(({ name }) => name));
  const enumerations = header.enumerations.filter(({ name }) => brought.has(name) && !known.has(name));
  return {
    ...specification,
    prototypes: [...specification.prototypes, ...prototypes],
    enumerations: [...specification.enumerations, ...enumerations],
  };
}
