import type { PhraseDefinition } from '../specification/model.js';
import { readSentence } from './sentence.js';
import type { ScenarioDocument } from './scenario_document.js';

/** The words of a defined phrase without quotation marks. */
export function phraseWords({ phrase }: PhraseDefinition): string {
  return phrase.replace(/^["“]|["”]$/g, '');
}

/** The duties that a phrase stands for, one each; empty where its meaning is a list of steps. */
export function meaningOf(definition: PhraseDefinition): readonly string[] {
  if (definition.meaning.length !== 1) return [];
  // What a definition leaves open ("but no other action is being specified") is nobody's duty.
  const words = (definition.meaning[0] ?? '')
    .replace(/^that /, '')
    .replace(/, but no other [^,]* is being specified\.?$/, '');
  return readSentence(words, null).flatMap(({ duties }) => duties);
}

/** The phrase as something that happens: "enter S" is "the adapter enters S", "destroy the m" is "the m is destroyed". */
export function happening(definition: PhraseDefinition, kind: string): string {
  const words = phraseWords(definition);
  const [verb = '', ...rest] = words.split(' ');
  if (/^(?:the|an?|any|each)$/.test(rest[0] ?? '')) return `${rest.join(' ')} is ${participle(verb)}`;
  if (/^[a-z]+$/.test(verb) && rest.length > 0) return `the ${kind} ${thirdPerson(verb)} ${rest.join(' ')}`;
  return `the "${words}" takes place`;
}

export function thirdPerson(verb: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

function participle(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
}

/** A duty and, where it uses a defined phrase, the duties that the phrase stands for. */
export function withMeaning(duty: string, document: ScenarioDocument): readonly string[] {
  const used = document.phrases.filter((definition) => uses(duty, phraseWords(definition)));
  return [duty, ...used.flatMap(meaningOf)];
}

/** A list of steps that the duty names ("the high-level retry sequence"), or null. */
export function listOf(duty: string, document: ScenarioDocument): PhraseDefinition | null {
  return (
    document.phrases.find(
      (definition) => definition.meaning.length > 1 && uses(duty, phraseWords(definition)),
    ) ?? null
  );
}

/** True where the phrase itself stands in the duty, neither denied nor one of several choices. */
function uses(duty: string, phrase: string): boolean {
  const index = duty.toLowerCase().indexOf(phrase.toLowerCase());
  if (index === -1 || /\w/.test(duty.charAt(index + phrase.length)) || /\w/.test(duty.charAt(index - 1)))
    return false;
  return !/\b(?:not|or|fails? to|either)\b/.test(duty.slice(0, index));
}
