import type { Requirement, Specification } from '../specification/model.js';
import { plainRules, type CompositionRules } from './rules.js';

/** A document with the rules that its scenarios are composed by. */
export interface ScenarioDocument extends Specification {
  readonly rules: CompositionRules;
  readonly lookup: Lookup;
  /** What was computed of it already, by what computed it; lives as long as the document. */
  readonly memory: Map<unknown, Map<unknown, { readonly value: unknown }>>;
}

/** The requirements of a document as they are looked for, so that no search runs over all of them. */
interface Lookup {
  readonly positions: ReadonlyMap<string, number>;
  readonly children: ReadonlyMap<string, readonly Requirement[]>;
  readonly ofFunction: ReadonlyMap<string | null, readonly Requirement[]>;
  /** Those of one function and one parent, in document order. */
  readonly siblings: ReadonlyMap<string, readonly Requirement[]>;
  /** Place of each requirement among its siblings. */
  readonly places: ReadonlyMap<string, number>;
}

/** Prepares a document for being composed. */
export function scenarioDocument(
  specification: Specification,
  rules: CompositionRules = plainRules(specification.name),
): ScenarioDocument {
  return { ...specification, rules, lookup: lookupOf(specification.requirements), memory: new Map() };
}

function lookupOf(requirements: readonly Requirement[]): Lookup {
  const positions = new Map<string, number>();
  const children = new Map<string, Requirement[]>();
  const ofFunction = new Map<string | null, Requirement[]>();
  const siblings = new Map<string, Requirement[]>();
  const places = new Map<string, number>();
  requirements.forEach((requirement, position) => {
    const { label, parent, function: name } = requirement;
    if (!positions.has(label)) positions.set(label, position);
    if (parent !== null) append(children, parent, requirement);
    append(ofFunction, name, requirement);
    const family = append(siblings, familyOf(requirement), requirement);
    if (!places.has(label)) places.set(label, family - 1);
  });
  return { positions, children, ofFunction, siblings, places };
}

function familyOf({ parent, function: name }: Requirement): string {
  return JSON.stringify([parent, name]);
}

function append<Key>(lists: Map<Key, Requirement[]>, key: Key, requirement: Requirement): number {
  const list = lists.get(key);
  if (list !== undefined) return list.push(requirement);
  lists.set(key, [requirement]);
  return 1;
}

/** The requirement of a label; null where the document has none. */
export function requirementOf(label: string | null, document: ScenarioDocument): Requirement | null {
  const position = label === null ? undefined : document.lookup.positions.get(label);
  return position === undefined ? null : (document.requirements[position] ?? null);
}

/** The requirements that a requirement introduces. */
export function childrenOf({ label }: Requirement, { lookup }: ScenarioDocument): readonly Requirement[] {
  return lookup.children.get(label) ?? [];
}

/** The requirements of a function; null: those that are about none. */
export function requirementsOf(name: string | null, { lookup }: ScenarioDocument): readonly Requirement[] {
  return lookup.ofFunction.get(name) ?? [];
}

/** The requirement of the same function and parent before this one that fits; null where there is none. */
export function siblingBefore(
  requirement: Requirement,
  fits: (sibling: Requirement) => boolean,
  { lookup }: ScenarioDocument,
): Requirement | null {
  const siblings = lookup.siblings.get(familyOf(requirement)) ?? [];
  for (let place = (lookup.places.get(requirement.label) ?? 0) - 1; place >= 0; place -= 1) {
    const sibling = siblings[place];
    if (sibling !== undefined && fits(sibling)) return sibling;
  }
  return null;
}
