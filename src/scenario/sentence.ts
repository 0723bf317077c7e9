import { splitDuties } from './duties.js';

/** A condition with the word that joins it to its sentence: `If` + `the size is 0`, `On` + `success`. */
export interface Condition {
  readonly connective: string;
  readonly words: string;
}

/** How a sentence leans on the requirement before it. */
export type Lean = 'otherwise' | 'then' | 'additionally';

/** One statement of a sentence: what must hold, and what shall be seen then. */
export interface Statement {
  readonly lean: Lean | null;
  readonly conditions: readonly Condition[];
  /** One duty each, subject and modal verb included; empty where the sentence only introduces others. */
  readonly duties: readonly string[];
  /** What the first duty is about; a following "it" stands for this. */
  readonly subject: string | null;
}

const LEAN = /^(otherwise|then|additionally|in addition|furthermore|moreover)\b,?\s+/i;
const OUTCOME = /^(on) (success|failure|error)\b,?\s+/i;
const CONNECTIVE =
  /^(if|whenever|when|while|as long as|as soon as|for(?! each | every | all )|after|before|until|once|unless|upon|during|in case of|in case|where)\s+/i;
const MODAL = /\b(shall|must|should|will)\b/i;
const PERMISSION = /\b(may|can|might)\b/i;
const IDENTIFIER = /^[A-Za-z]\w*_\w+$/;

/** Sentences of a requirement. A full stop in `i.e. `, `e.g. ` or before a small letter does not end one. */
export function sentences(text: string): readonly string[] {
  return text
    .split(/(?<!\b(?:i\.e|e\.g|etc|vs|cf))(?<=[.!?])\s+(?=["“'(]?[A-Z_])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Takes one sentence apart. `functionName` is whose duty it is where the sentence forgets to say so. */
export function readSentence(sentence: string, functionName: string | null): readonly Statement[] {
  let rest = sentence.trim().replace(/[\s.:;]+$/, '');
  const leanMatch = LEAN.exec(rest);
  const lean = leanMatch === null ? null : leanOf(leanMatch[1] ?? '');
  rest = rest.slice(leanMatch?.[0].length ?? 0);

  const conditions: Condition[] = [];
  const outcome = OUTCOME.exec(`${rest} `);
  if (outcome !== null) {
    conditions.push({ connective: outcome[1] ?? '', words: outcome[2] ?? '' });
    rest = rest.slice(outcome[0].length);
  }
  let main = rest;
  if (CONNECTIVE.test(rest)) {
    const [condition, clause] = splitLead(rest);
    conditions.push(...conditionsOf(condition));
    main = clause;
  }
  if (main === '') return [{ lean, conditions, duties: [], subject: null }];

  const otherwise = /^(.*?),? otherwise (.+)$/i.exec(main);
  if (otherwise !== null && MODAL.test(otherwise[1] ?? '')) {
    return [
      readClause(otherwise[1] ?? '', lean, conditions, functionName),
      readClause(otherwise[2] ?? '', 'otherwise', conditions, functionName),
    ];
  }
  return [readClause(main, lean, conditions, functionName)];
}

function leanOf(word: string): Lean {
  const lower = word.toLowerCase();
  return lower === 'otherwise' || lower === 'then' ? lower : 'additionally';
}

/** Splits "If C, then S shall P" into its condition and its main clause; the latter is empty where there is none. */
function splitLead(text: string): readonly [string, string] {
  const modal = MODAL.exec(text);
  if (modal === null) {
    const then = /^(.*?),? then(?: (.*))?$/i.exec(text);
    if (then !== null) return [then[1] ?? '', then[2] ?? ''];
    const comma = /^(.*), ((?!and\b|or\b|but\b)\S+(?: \S+){2,})$/i.exec(text);
    return comma === null ? [text.replace(/,? then$/i, ''), ''] : [comma[1] ?? '', comma[2] ?? ''];
  }
  const before = text.slice(0, modal.index).trimEnd();
  const predicate = text.slice(modal.index);
  const boundary = /^(.*)(?:, then | then |, )(.*?)$/i.exec(before);
  if (boundary !== null && !/^(?:and|or|but|nor|passing)\b/i.test(boundary[2] ?? '')) {
    const fact = /^(.*\b(?:is|are)\b.*) and (\S+)$/.exec(boundary[2] ?? '');
    if (fact !== null) return [`${boundary[1]}, if ${fact[1]}`, `${fact[2]} ${predicate}`];
    return [boundary[1] ?? '', `${boundary[2]} ${predicate}`];
  }
  const subject =
    /^(.*?) ((?:it|we|an error|the (?:[\w'-]+ ){0,2}(?:callback|function|error|adapter|module)|[A-Za-z]\w*_\w+))$/.exec(
      before,
    ) ?? /^(.*\S) ((?:the|an?) (?:[\w'-]+ ?){1,3})$/.exec(before);
  if (subject !== null && !/^(?:and|or)$/i.test(subject[1]?.split(' ').at(-1) ?? '')) {
    return [subject[1] ?? '', `${subject[2]} ${predicate}`];
  }
  return [before, predicate];
}

/** Splits "For direct designs, if the x is NULL when f is called" into its conditions. */
function conditionsOf(text: string): readonly Condition[] {
  return text
    .split(/, (?=(?:if|when|while)\s)|(?<!\bor|\band),? (?=when \w+ is called$)/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const connective = CONNECTIVE.exec(part);
      return {
        connective: connective?.[1] ?? '',
        words: part.slice(connective?.[0].length ?? 0).replace(/,$/, ''),
      };
    });
}

function readClause(
  clause: string,
  lean: Lean | null,
  before: readonly Condition[],
  functionName: string | null,
): Statement {
  const conditions = [...before];
  let main = clause.replace(/^then /i, '').replace(/,$/, '');
  const aside = /^(.*\bshall\b.*?), if (.*?),? then (.*)$/i.exec(main);
  if (aside !== null) {
    const [about = ''] = (aside[1] ?? '').split(/ shall\b/);
    const what = /\bis passed by the caller$/.test(aside[2] ?? '') ? ` for ${lowerFirst(about)}` : '';
    conditions.push({ connective: 'if', words: `${aside[2]}${what}` });
    main = `${aside[1]} and ${aside[3]}`;
  }
  const modal = MODAL.exec(main);
  if (modal === null) {
    const duties = PERMISSION.test(main) && !/\bcannot\b/.test(main) ? [] : [lowerFirst(main)];
    return { lean, conditions, duties, subject: null };
  }
  let subject = main.slice(0, modal.index).trim();
  let predicate = main.slice(modal.index + modal[0].length).trim();
  const embedded = /^([A-Za-z]\w*_\w+) (when|after|while|before|once) (.+)$/.exec(subject);
  if (embedded !== null) {
    conditions.push({ connective: embedded[2] ?? '', words: embedded[3] ?? '' });
    subject = embedded[1] ?? '';
  }
  const designs = /^(\w+) (?:which|that) (\w+ .+)$/i.exec(subject);
  if (designs !== null && before.length === 0 && (designs[1] ?? '').endsWith('s')) {
    conditions.push({ connective: designs[1] ?? '', words: `which ${designs[2]}` });
    subject = `the ${(designs[1] ?? '').slice(0, -1).toLowerCase()}`;
  }
  const trailing = trailingCondition(predicate);
  if (trailing !== null) {
    conditions.push(trailing.condition);
    predicate = trailing.predicate;
  }
  const duties: string[] = [];
  const fact = /^(\S+)( .+) and$/.exec(subject);
  if (fact !== null && /\b(?:is|are|does|has)\b/.test(fact[2] ?? '')) {
    duties.push(`${lowerFirst(fact[1] ?? '')}${fact[2]}`);
    subject = fact[1] ?? '';
  }
  if (subject === '') subject = functionName ?? 'it';
  if (subject.toLowerCase() === 'it') subject = antecedent(conditions) ?? 'it';
  subject = subjectOf(subject);
  duties.push(...splitDuties(subject, modal[0].toLowerCase(), withLean(lean, predicate)));
  return { lean, conditions, duties, subject };
}

function withLean(lean: Lean | null, predicate: string): string {
  if (lean !== 'then') return predicate;
  return /\bthen\b/.test(predicate) ? predicate : `then ${predicate.replace(/^and /, '')}`;
}

/** "shall P if C" as its condition and its predicate; "only … if", "to see if" and "when doing" stay in the predicate. */
function trailingCondition(predicate: string): { condition: Condition; predicate: string } | null {
  if (/^(?:not |then )?only\b|\bonly (?:if|when)\b/i.test(predicate)) return null;
  const pattern = /,? (if|when|unless|whenever)(?: (?!\w+ing\b)(.+))?$/gi;
  for (let match = pattern.exec(predicate); match !== null; match = pattern.exec(predicate)) {
    const head = predicate.slice(0, match.index);
    const open = head.split('(').length - head.split(')').length;
    if (open === 0 && !/\b(?:see|check|checks|verify|determine|indicate|even|as|and|or|know)$/i.test(head)) {
      return { condition: { connective: match[1] ?? '', words: match[2] ?? '' }, predicate: head };
    }
    pattern.lastIndex = match.index + 1;
  }
  return null;
}

/** What "it" stands for: the function or adapter that the conditions mention last. */
function antecedent(conditions: readonly Condition[]): string | null {
  for (const { words } of conditions.toReversed()) {
    const mentioned = words
      .match(/\bthe adapter\b|\b[a-z]\w*_[a-z]\w*\b/g)
      ?.filter((word) => !word.startsWith('on_'));
    const last = mentioned?.at(-1);
    if (last !== undefined) return last;
  }
  return null;
}

/** A subject as it stands in a step: `The store_create` is `store_create`, `This callback` is `this callback`. */
function subjectOf(subject: string): string {
  const bare = subject.replace(/^the /i, '');
  return IDENTIFIER.test(bare) ? bare : lowerFirst(subject);
}

/** Small first letter, where the first word is a plain word and no name. */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]*(?=[\s,']|$)/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
