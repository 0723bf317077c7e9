import type { Requirement } from '../specification/model.js';
import { circumstancesOf, type Circumstance, type CircumstanceContext } from './circumstance.js';
import { callsOf, eventOf } from './calls.js';
import { contextOf, sectionState } from './context.js';
import { collectAxes, type Outline, type Step } from './outline.js';
import { withMeaning } from './phrases.js';
import { negate, readRequirement, sentenceText, type ReadStatement } from './reading.js';
import { sideOf } from './sides.js';
import { groundOf } from './ground.js';
import { childrenOf, type ScenarioDocument } from './scenario_document.js';
import { plain, type Template } from './template.js';

/** A requirement's duties as the steps behind Then and And have them, the meaning of defined phrases included. */
export function obligationsOf(requirement: Requirement, document: ScenarioDocument): readonly string[] {
  const own = readRequirement(requirement, document).flatMap((statement) =>
    thensOf(statement, requirement, document).map(({ text }) => text),
  );
  if (own.length > 0) return [...new Set(own)];
  const inner = childrenOf(requirement, document).flatMap((child) => obligationsOf(child, document));
  return inner.length > 0 ? [...new Set(inner)] : [wholeSentence(requirement)];
}

/** The scenarios of a requirement. One that only introduces its children takes theirs. */
export function scenariosOf(requirement: Requirement, document: ScenarioDocument): readonly Outline[] {
  const statements = readRequirement(requirement, document);
  const outlines = statements
    .filter(({ duties }) => duties.length > 0)
    .flatMap((statement) => outlinesOf(statement, requirement, document));
  if (outlines.length > 0) return toldApart(outlines);
  const children = childrenOf(requirement, document);
  const inner = children.flatMap((child) =>
    scenariosOf(child, document).map((outline) => ({
      ...outline,
      title: [child.label, outline.title].filter((part) => part !== '').join(', '),
    })),
  );
  if (inner.length > 0) return toldApart(inner);
  const [first] = statements;
  const bare: ReadStatement = {
    conditions: first?.conditions ?? [],
    sequence: [],
    duties: [wholeSentence(requirement)],
    subject: null,
  };
  return toldApart(outlinesOf(bare, requirement, document));
}

/** Scenarios of one rule need names of their own: their last When, and a number where that is not enough. */
function toldApart(outlines: readonly Outline[]): readonly Outline[] {
  const nameOf = ({ title, axes }: Outline): string => [title, ...axes.map((one) => one.title)].join();
  const twins = (all: readonly Outline[], one: Outline): boolean =>
    all.filter((other) => nameOf(other) === nameOf(one)).length > 1;
  const described = outlines.map((outline) =>
    twins(outlines, outline)
      ? {
          ...outline,
          title: [outline.title, outline.whens.at(-1)?.text ?? ''].filter((part) => part !== '').join(', '),
        }
      : outline,
  );
  return described.map((outline, index) =>
    twins(described, outline) ? { ...outline, title: `${outline.title} (${index + 1})` } : outline,
  );
}

/** What a requirement says that has no verb for a duty: its words as they stand. */
function wholeSentence(requirement: Requirement): string {
  const text = sentenceText(requirement).replace(/[\s.:]+$/, '');
  return text === '' ? `${requirement.label} shall say something` : text;
}

function thensOf(
  statement: ReadStatement,
  requirement: Requirement,
  document: ScenarioDocument,
): readonly Step[] {
  const texts = statement.duties.flatMap((duty) => withMeaning(duty, document));
  return texts.map((text, index) =>
    index === 0 && requirement.listing !== ''
      ? { text, argument: { kind: 'listing', text: requirement.listing } }
      : { text },
  );
}

function outlinesOf(
  statement: ReadStatement,
  requirement: Requirement,
  document: ScenarioDocument,
): readonly Outline[] {
  const context = { ...contextOf(requirement.function, document), event: eventOf(requirement) };
  const choices = [
    ...statement.conditions.map((condition) => circumstancesOf(condition, context)),
    ...onlyWhen(statement, context),
  ];
  const combinations = choices.reduce<readonly (readonly Circumstance[])[]>(
    (all, alternatives) => all.flatMap((chosen) => alternatives.map((next) => [...chosen, ...next])),
    [[...impliedBy(statement)]],
  );
  const several = choices.find((alternatives) => alternatives.length > 1);
  return combinations.map((circumstances, index) => {
    const outline = assemble(circumstances, statement, requirement, document);
    const own = several?.[index % several.length]?.[0];
    const title =
      several === undefined || own === undefined || !('template' in own) ? '' : titleOf(own.template);
    return { ...outline, title };
  });
}

/** Alternatives with examples are told apart by their examples. */
function titleOf({ text, axes }: Template): string {
  return axes.length === 0 ? text : '';
}

/** "shall only be processed if C" is tried where C holds and where it does not, if C can be arranged beforehand. */
function onlyWhen(
  { duties }: ReadStatement,
  context: CircumstanceContext,
): readonly (readonly (readonly Circumstance[])[])[] {
  return duties.flatMap((duty) => {
    const words = /\bshall only .* (?:if|when) (.+)$/.exec(duty)?.[1];
    if (words === undefined) return [];
    const condition = { connective: 'if', words };
    const both = [condition, negate(condition)].flatMap((one) => circumstancesOf(one, context));
    return both.every((circumstances) => circumstances.every(({ kind }) => kind === 'state')) ? [both] : [];
  });
}

/** "x shall be allowed to be NULL" is tried with just that. */
function impliedBy({ duties }: ReadStatement): readonly Circumstance[] {
  return duties.flatMap((duty): readonly Circumstance[] => {
    const match = /^(.*) shall be (?:allowed to be (\S+)|optional \(it can be (\S+)\))$/.exec(duty);
    if (match === null) return [];
    return [{ kind: 'call', joint: 'and', template: plain(`${match[1]} is ${match[2] ?? match[3]}`) }];
  });
}

function assemble(
  circumstances: readonly Circumstance[],
  statement: ReadStatement,
  requirement: Requirement,
  document: ScenarioDocument,
): Outline {
  const collector = collectAxes();
  const { rules } = document;
  const first = collector.take(groundOf(rules));
  const templates = (kind: Circumstance['kind']): readonly string[] =>
    circumstances.flatMap((one) =>
      one.kind === kind && 'template' in one ? [collector.take(one.template)] : [],
    );

  const demanded = [
    ...sideOf(statement.subject, rules),
    ...requirement.section.flatMap((heading) => rules.sections.get(heading) ?? []),
  ];
  const states = templates('state');
  const events = templates('event');
  const state = states.length > 0 || events.length > 0 ? null : sectionState(requirement, document);
  const givens = [first, ...demanded, ...templates('given'), ...states, ...(state === null ? [] : [state])];
  const whens = [...events, ...callsOf(circumstances, events.length > 0, collector, requirement, document)];
  return {
    title: '',
    givens: givens.map((text) => ({ text })),
    whens: [...whens, ...statement.sequence].map((text) => ({ text })),
    thens: thensOf(statement, requirement, document),
    axes: collector.axes,
  };
}
