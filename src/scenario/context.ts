import type { Requirement } from '../specification/model.js';
import { circumstancesOf, type Circumstance, type CircumstanceContext } from './circumstance.js';
import { perDocument } from './memo.js';
import { readRequirement, sentenceText } from './reading.js';
import { variants } from './template.js';
import { requirementsOf, type ScenarioDocument } from './scenario_document.js';

/** What the composer knows when it reads one requirement's conditions. */
export const contextOf = perDocument(context);

function context(functionName: string | null, document: ScenarioDocument): CircumstanceContext {
  const { rules } = document;
  const defined = document.states.map(({ name }) => name);
  return {
    rules,
    functionName,
    event: null,
    states: defined.length > 0 ? defined : rules.states,
    statesAreEntered: defined.length > 0,
    names: namesOf(document),
    errors: errorsOf(functionName, document),
  };
}

function namesOf({ prototypes, structs, enumerations }: ScenarioDocument): ReadonlySet<string> {
  return new Set([
    ...prototypes.flatMap(({ parameters }) => parameters.map(({ name }) => name)),
    ...structs.flatMap(({ members }) => members.map(({ name }) => name)),
    ...enumerations.flatMap(({ values }) => values),
  ]);
}

/** What can go wrong inside a function: memory, and each call that its requirements make it do ("by calling f"). */
function errorsOf(functionName: string | null, document: ScenarioDocument): readonly string[] {
  const { infallible, furtherErrors } = document.rules;
  const calls = requirementsOf(functionName, document)
    .flatMap((requirement) => [...sentenceText(requirement).matchAll(/\bcalling (\w*[A-Z_]\w*)/g)])
    .map((match) => match[1] ?? '')
    .filter((name) => !infallible.includes(name))
    .map((name) => `${name} fails`);
  const further = functionName === null ? [] : (furtherErrors.get(functionName) ?? []);
  return ['memory cannot be allocated', ...new Set([...calls, ...further])];
}

const FAILS =
  /\b(?:shall|must) (?:then )?(?:fail\b|return (?:a )?(?:_FAILURE_|MU_FAILURE|NULL\b|non-?zero|\w+_ERROR\b|\w+_ABANDONED\b))/;

/** How a function can fail: the conditions of its requirements that end in failure, in their own words. */
export const failuresOf = perDocument(failures);

function failures(functionName: string, document: ScenarioDocument): readonly string[] {
  const known = contextOf(functionName, document);
  const words = requirementsOf(functionName, document)
    .flatMap((requirement) => readRequirement(requirement, document))
    .filter(({ duties }) => duties.some((duty) => FAILS.test(duty)))
    .flatMap(({ conditions }) =>
      conditions
        .map((condition) =>
          circumstancesOf(condition, known).flatMap((circumstances) => wordsOf(circumstances)),
        )
        .reduce<readonly string[]>(
          (all, words) =>
            words.length === 0 ? all : all.flatMap((a) => words.map((b) => (a === '' ? b : `${a} and ${b}`))),
          [''],
        ),
    );
  return [...new Set(words)].filter((text) => text !== '');
}

function wordsOf(circumstances: readonly Circumstance[]): readonly string[] {
  const texts = circumstances.flatMap((circumstance) =>
    'template' in circumstance ? [variants(circumstance.template)] : [],
  );
  return texts.reduce<readonly string[]>(
    (all, words) => (all.length === 0 ? words : all.flatMap((a) => words.map((b) => `${a} and ${b}`))),
    [],
  );
}

/** The state that a section's behaviours belong to: "If the adapter is in S then f shall perform only the <section>". */
export function sectionState(requirement: Requirement, document: ScenarioDocument): string | null {
  const heading = requirement.section.at(-1);
  if (heading === undefined) return null;
  return stateOfSection(JSON.stringify([heading, requirement.function]), document);
}

const stateOfSection = perDocument((key: string, document: ScenarioDocument): string | null => {
  const [heading, functionName] = JSON.parse(key) as readonly [string, string | null];
  const known = contextOf(functionName, document);
  for (const other of requirementsOf(functionName, document)) {
    if (other.section.at(-1) === heading || !other.text.includes(heading)) continue;
    const [read] = readRequirement(other, document);
    const [condition] = read?.conditions ?? [];
    if (condition === undefined) continue;
    if (!read?.duties.some((duty) => duty.split(' shall perform only ')[1]?.includes(heading))) continue;
    const [circumstance] = circumstancesOf(condition, known)[0] ?? [];
    if (circumstance?.kind === 'state' && circumstance.template.axes.length === 0)
      return circumstance.template.text;
  }
  return null;
});
