import { shownPath } from '../package.js';
import { SystemError } from '../system/definition.js';
import { importModule } from '../system/load_system.js';
import { boundPhrases, type Phrase, type RunsOver } from '../system/phrase_registry.js';
import { underlyingsOf, type System } from '../system/system.js';
import { plainRules, type Alternatives, type CompositionRules } from '../scenario/rules.js';
import { isShared, phraseModules } from './modules.js';

/** The phrases that a document's sentences can be bound to. */
export interface PhraseBook {
  readonly system: System;
  /** Absolute paths of the modules that bind them. */
  readonly modules: readonly string[];
  readonly phrases: readonly Phrase[];
  /** The phrases that take a step's words: one is right, none is unbound, several are ambiguous. */
  readonly takers: (words: string) => readonly Phrase[];
}

/**
 * Loads the modules that bind a system's phrases.
 * @throws SystemError with file, line and reason where one can't be loaded.
 */
export async function loadPhrases(system: System): Promise<PhraseBook> {
  const modules = phraseModules(system);
  for (const module of modules) await importModule(module);
  const own = new Set(modules);
  const phrases = boundPhrases().filter(({ file }) => own.has(file));
  const matchers = await Promise.all(
    phrases.map(async (phrase) => ({ phrase, matches: await matcherOf(phrase) })),
  );
  const known = new Map<string, readonly Phrase[]>();
  const takers = (words: string): readonly Phrase[] => {
    const found =
      known.get(words) ?? matchers.filter(({ matches }) => matches(words)).map(({ phrase }) => phrase);
    known.set(words, found);
    return found;
  };
  return { system, modules, phrases, takers };
}

async function matcherOf({ expression, file, line }: Phrase): Promise<(words: string) => boolean> {
  if (typeof expression !== 'string') {
    const pattern = new RegExp(expression.source, expression.flags.replace(/[gy]/g, ''));
    return (words) => pattern.test(words);
  }
  const { CucumberExpression, ParameterTypeRegistry } = await import('@cucumber/cucumber-expressions');
  try {
    const parsed = new CucumberExpression(expression, new ParameterTypeRegistry());
    return (words) => parsed.match(words) !== null;
  } catch (error) {
    // Cucumber draws the expression with a mark below it; what is wrong stands in the lines behind.
    const lines = (error instanceof Error ? error.message : String(error)).split('\n');
    const reason = lines.map((one) => one.trim()).findLast((one) => /[a-z]{3}/i.test(one)) ?? '';
    throw new SystemError(`${shownPath(file)}:${line}: "${expression}": ${reason}`, { cause: error });
  }
}

/** The rules that a document's scenarios are composed by: what its system declares, and what its phrases say. */
export function rulesOf({ system, phrases, takers }: PhraseBook): CompositionRules {
  const { definition } = system;
  const plain = plainRules(system.name);
  const { furtherErrors = {}, sections = {}, sequences = {} } = definition;
  return {
    noun: definition.noun ?? plain.noun,
    kind: definition.kind ?? plain.kind,
    states: definition.states ?? plain.states,
    meantToo: definition.meantToo ?? plain.meantToo,
    infallible: definition.infallible ?? plain.infallible,
    furtherErrors: new Map(Object.entries(furtherErrors)),
    sections: new Map(Object.entries(sections)),
    sequences: new Map(Object.entries(sequences)),
    sides: definition.sides ?? plain.sides,
    tableEvents: definition.tableEvents ?? plain.tableEvents,
    underlyings: underlyingsOf(system),
    isSituation: (words) => takers(words).some(({ keyword, file }) => keyword === 'Given' && !isShared(file)),
    alternatives: phrases.flatMap((phrase) =>
      (phrase.runsOver ?? []).map((one) => alternativesOf(one, phrase, takers)),
    ),
  };
}

function alternativesOf(one: RunsOver, phrase: Phrase, takers: PhraseBook['takers']): Alternatives {
  const { column, values } = one;
  if ('words' in one) return { kind: 'rewritten', column, values, words: one.words, instead: one.instead };
  const takes = (words: string, functionName: string | null): boolean =>
    [words, `${functionName ?? 'it'} is called and ${words}`].some((text) => takers(text).includes(phrase));
  return { kind: 'appended', column, values, joint: one.joint, takes };
}
