import { basename } from 'node:path';
import { slug } from 'github-slugger';
import type { Requirement, Specification } from '../specification/model.js';
import { eventStep, transitionObligations, transitionScenarios } from './cells.js';
import { ruleDescription } from './description.js';
import { featureText, oneLine, type Rule } from './gherkin.js';
import type { Clauses, ComposedFeature, ComposedItem } from './model.js';
import { readRequirement } from './reading.js';
import { obligationsOf, scenariosOf } from './scenarios.js';
import { SEQUENCE_OBLIGATION, sequenceScenarios } from './sequences.js';

/**
 * Takes a requirement apart into conditions and obligations. Each obligation is, word for word, the text of a Then step of
 * the requirement's scenarios.
 */
export function analyse(requirement: Requirement, specification: Specification): Clauses {
  const conditions = readRequirement(requirement, specification).flatMap((statement) => [
    ...statement.conditions.map(({ connective, words }) => `${connective} ${words}`.trim()),
    ...statement.sequence,
  ]);
  return clauses(conditions, obligationsOf(requirement, specification));
}

/** Clauses in the very words that the feature has, each once. */
function clauses(conditions: readonly string[], obligations: readonly string[]): Clauses {
  return {
    conditions: [...new Set(conditions.map(oneLine))],
    obligations: [...new Set(obligations.map(oneLine))],
  };
}

interface Part {
  readonly title: string;
  readonly entries: readonly { readonly item: ComposedItem; readonly rule: Rule }[];
}

/**
 * Composes the features of a document: a rule for each requirement occurrence, for each cell of its state tables and for
 * each of its call sequences. The same specification gives the same text.
 */
export function compose(specification: Specification): readonly ComposedFeature[] {
  const parts = [
    ...requirementParts(specification),
    ...transitionPart(specification),
    ...sequencePart(specification),
  ];
  const taken = new Set<string>();
  return parts.map(({ title, entries }) => {
    const base = slug(title) === '' ? 'requirements' : slug(title);
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base}-${count}`;
    taken.add(name);
    const text = featureText({
      comments: [`Composed from ${basename(specification.file)}, sha256 ${specification.sha256}.`],
      tag: specification.name,
      name: `${specification.name}: ${title}`,
      rules: entries.map(({ rule }) => rule),
    });
    return { path: `${specification.name}/${name}.feature`, text, items: entries.map(({ item }) => item) };
  });
}

/** Requirements by the function or section that they stand in, in document order. */
function requirementParts(specification: Specification): readonly Part[] {
  const groups = new Map<string, Requirement[]>();
  for (const requirement of specification.requirements) {
    const title = sectionOf(requirement, specification);
    groups.set(title, [...(groups.get(title) ?? []), requirement]);
  }
  return [...groups].map(([title, requirements]) => {
    let before: string | undefined = title;
    const entries = requirements.map((requirement) => {
      const heading = requirement.section.at(-1);
      const changed = heading !== undefined && heading !== before && heading !== title;
      before = heading;
      return {
        item: {
          kind: 'requirement' as const,
          label: requirement.label,
          clauses: analyse(requirement, specification),
        },
        rule: {
          label: requirement.label,
          description: ruleDescription(requirement),
          heading: changed ? heading : null,
          outlines: scenariosOf(requirement, specification),
        },
      };
    });
    return { title, entries };
  });
}

function sectionOf({ function: name, section }: Requirement, { title }: Specification): string {
  if (name !== null) return name;
  const inner = section[0] === title ? section.slice(1) : section;
  return inner[1] ?? inner[0] ?? title;
}

function transitionPart(specification: Specification): readonly Part[] {
  if (specification.transitions.length === 0) return [];
  const entries = specification.transitions.map((transition) => {
    const obligations = transitionObligations(transition, specification);
    const conditions = [`From state ${transition.state}`, eventStep(transition, specification)];
    return {
      item: {
        kind: 'transition' as const,
        label: transition.label,
        clauses: clauses(conditions, obligations),
      },
      rule: {
        label: transition.label,
        description: transition.text,
        heading: null,
        outlines: transitionScenarios(transition, specification),
      },
    };
  });
  return [{ title: 'State Transitions', entries }];
}

function sequencePart(specification: Specification): readonly Part[] {
  if (specification.sequences.length === 0) return [];
  const entries = specification.sequences.map((sequence) => {
    const conditions = sequence.groups.map(({ lead }) => lead);
    return {
      item: {
        kind: 'sequence' as const,
        label: sequence.label,
        clauses: clauses(conditions, [SEQUENCE_OBLIGATION]),
      },
      rule: {
        label: sequence.label,
        description: sequence.name,
        heading: null,
        outlines: sequenceScenarios(sequence, specification),
      },
    };
  });
  return [{ title: 'API Call Sequence Examples', entries }];
}
