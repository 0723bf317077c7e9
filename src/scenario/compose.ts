import { basename } from 'node:path';
import { slug } from 'github-slugger';
import type { Requirement, Specification } from '../specification/model.js';
import { eventStep, transitionObligations, transitionScenarios } from './cells.js';
import { ruleDescription } from './description.js';
import { oneLine, writeFeature, type Rule } from './gherkin.js';
import type { Clauses, ComposedFeature, ComposedItem } from './model.js';
import type { Outline, Step } from './outline.js';
import { readRequirement } from './reading.js';
import type { ScenarioDocument } from './scenario_document.js';
import { obligationsOf, scenariosOf } from './scenarios.js';
import { SEQUENCE_OBLIGATION, sequenceScenarios } from './sequences.js';

/**
 * Takes a requirement apart into conditions and obligations. Each obligation is, word for word, the text of a Then step of
 * the requirement's scenarios.
 */
export function analyse(requirement: Requirement, document: ScenarioDocument): Clauses {
  const conditions = readRequirement(requirement, document).flatMap((statement) => [
    ...statement.conditions.map(({ connective, words }) => `${connective} ${words}`.trim()),
    ...statement.sequence,
  ]);
  return clauses(conditions, obligationsOf(requirement, document));
}

/** Clauses in the very words that the feature has, each once. */
function clauses(conditions: readonly string[], obligations: readonly string[]): Clauses {
  return {
    conditions: [...new Set(conditions.map(oneLine))],
    obligations: [...new Set(obligations.map(oneLine))],
  };
}

interface Entry {
  readonly item: ComposedItem;
  readonly rule: Rule;
}

/** A section of a document, whose entries are composed when they are asked for. */
interface Part {
  readonly title: string;
  readonly labels: readonly string[];
  readonly entries: () => readonly Entry[];
}

/** An item and its rule, each Then knowing which of the item's obligations it shows. */
function entryOf(
  item: ComposedItem,
  description: string,
  outlines: readonly Outline[],
  heading: string | null = null,
): Entry {
  const places = new Map(item.clauses.obligations.map((text, place) => [text, place]));
  const showing = outlines.map((outline) => ({
    ...outline,
    thens: outline.thens.map((step): Step => {
      const obligation = places.get(oneLine(step.text));
      return obligation === undefined ? step : { ...step, obligation };
    }),
  }));
  return { item, rule: { label: item.label, description, heading, outlines: showing } };
}

/**
 * Labels of everything in a document that gets scenarios: its requirements, the cells of its state tables, its call sequences.
 */
export function labelsOf({ requirements, transitions, sequences }: Specification): readonly string[] {
  return [...requirements, ...transitions, ...sequences].map(({ label }) => label);
}

/**
 * Composes the features of a document: a rule for each requirement occurrence, for each cell of its state tables and for
 * each of its call sequences. The same specification gives the same text.
 * @param isWanted Features without a wanted label are left out; the others are whole, so that their lines stay.
 */
export function compose(
  document: ScenarioDocument,
  isWanted: (label: string) => boolean = () => true,
): readonly ComposedFeature[] {
  const parts = [...requirementParts(document), ...transitionPart(document), ...sequencePart(document)];
  const taken = new Set<string>();
  return parts.flatMap((part): readonly ComposedFeature[] => {
    const base = slug(part.title) === '' ? 'requirements' : slug(part.title);
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base}-${count}`;
    taken.add(name);
    if (!part.labels.some(isWanted)) return [];
    const entries = part.entries();
    const { text, scenarios } = writeFeature({
      comments: [`Composed from ${basename(document.file)}, sha256 ${document.sha256}.`],
      tag: document.name,
      name: `${document.name}: ${part.title}`,
      rules: entries.map(({ rule }) => rule),
    });
    const items = entries.map(({ item }) => item);
    return [{ path: `${document.name}/${name}.feature`, text, items, scenarios }];
  });
}

/** Requirements by the function or section that they stand in, in document order. */
function requirementParts(document: ScenarioDocument): readonly Part[] {
  const groups = new Map<string, Requirement[]>();
  for (const requirement of document.requirements) {
    const title = sectionOf(requirement, document);
    const group = groups.get(title);
    if (group === undefined) groups.set(title, [requirement]);
    else group.push(requirement);
  }
  return [...groups].map(([title, requirements]) => ({
    title,
    labels: requirements.map(({ label }) => label),
    entries: () => requirementEntries(title, requirements, document),
  }));
}

function requirementEntries(
  title: string,
  requirements: readonly Requirement[],
  document: ScenarioDocument,
): readonly Entry[] {
  let before: string | undefined = title;
  return requirements.map((requirement) => {
    const heading = requirement.section.at(-1);
    const changed = heading !== undefined && heading !== before && heading !== title;
    before = heading;
    return entryOf(
      {
        kind: 'requirement',
        label: requirement.label,
        clauses: analyse(requirement, document),
        place: requirement,
      },
      ruleDescription(requirement),
      scenariosOf(requirement, document),
      changed ? heading : null,
    );
  });
}

function sectionOf({ function: name, section }: Requirement, { title }: ScenarioDocument): string {
  if (name !== null) return name;
  const inner = section[0] === title ? section.slice(1) : section;
  return inner[1] ?? inner[0] ?? title;
}

function transitionPart(document: ScenarioDocument): readonly Part[] {
  if (document.transitions.length === 0) return [];
  const entries = (): readonly Entry[] =>
    document.transitions.map((transition) => {
      const obligations = transitionObligations(transition, document);
      const conditions = [`From state ${transition.state}`, eventStep(transition, document)];
      return entryOf(
        {
          kind: 'transition',
          label: transition.label,
          clauses: clauses(conditions, obligations),
          place: transition,
        },
        transition.text,
        transitionScenarios(transition, document),
      );
    });
  const labels = document.transitions.map(({ label }) => label);
  return [{ title: 'State Transitions', labels, entries }];
}

function sequencePart(document: ScenarioDocument): readonly Part[] {
  if (document.sequences.length === 0) return [];
  const entries = (): readonly Entry[] =>
    document.sequences.map((sequence) => {
      const conditions = sequence.groups.map(({ lead }) => lead);
      return entryOf(
        {
          kind: 'sequence',
          label: sequence.label,
          clauses: clauses(conditions, [SEQUENCE_OBLIGATION]),
          place: sequence,
        },
        sequence.name,
        sequenceScenarios(sequence, document),
      );
    });
  const labels = document.sequences.map(({ label }) => label);
  return [{ title: 'API Call Sequence Examples', labels, entries }];
}
