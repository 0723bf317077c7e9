import type { Requirement } from '../specification/model.js';
import { perDocument } from './memo.js';
import { happening, listOf, meaningOf } from './phrases.js';
import { type Condition, lowerFirst, readSentence, sentences, type Statement } from './sentence.js';
import { requirementOf, siblingBefore, type ScenarioDocument } from './scenario_document.js';

/** A statement of a requirement with all it leans on: its parent's conditions, and the requirement before it. */
export interface ReadStatement {
  readonly conditions: readonly Condition[];
  /** Steps of a defined sequence that come before the duties. */
  readonly sequence: readonly string[];
  readonly duties: readonly string[];
  readonly subject: string | null;
}

/** Reads a requirement. A statement without duties introduces the requirement's children. */
export const readRequirement = perDocument(read);

function read(requirement: Requirement, document: ScenarioDocument): readonly ReadStatement[] {
  const definition = document.phrases.find((phrase) => phrase.requirement === requirement.label);
  if (definition !== undefined) {
    const duties = meaningOf(definition);
    const words = happening(definition, document.rules.kind);
    if (duties.length > 0)
      return [{ conditions: [{ connective: 'When', words }], sequence: [], duties, subject: null }];
  }
  const parent = requirementOf(requirement.parent, document);
  const inherited = parent === null ? null : (readRequirement(parent, document)[0] ?? null);
  const base = inherited?.conditions ?? [];

  if (parent !== null && inherited !== null && /\bif\s*:?\s*$/i.test(sentenceText(parent))) {
    const words = lowerFirst(sentenceText(requirement).replace(/[\s.:]+$/, ''));
    return [{ ...inherited, conditions: [...base, { connective: 'if', words }] }];
  }
  const own = merge(
    sentences(sentenceText(requirement)).flatMap((text) => readSentence(text, requirement.function)),
  );
  const statements = own.map((statement, index) => {
    const leant = lean(statement, own[index - 1] ?? null, requirement, document);
    const conditions = [...base, ...leant.conditions].filter(({ words }) => words !== '');
    return withList({ conditions, sequence: [], duties: leant.duties, subject: leant.subject }, document);
  });
  return statements.length > 0 ? statements : [{ conditions: base, sequence: [], duties: [], subject: null }];
}

/** The requirement's words without the listing inside it. */
export function sentenceText({ text, listing }: Requirement): string {
  const collapsed = listing.replace(/\s+/g, ' ').trim();
  return (collapsed === '' ? text : text.replace(collapsed, '')).replace(/\s+/g, ' ').trim();
}

/** A further sentence without a condition of its own says more about the statement before it. */
function merge(statements: readonly Statement[]): readonly Statement[] {
  const merged: Statement[] = [];
  for (const statement of statements) {
    const last = merged.at(-1);
    if (last !== undefined && statement.conditions.length === 0 && statement.lean !== 'otherwise') {
      merged[merged.length - 1] = { ...last, duties: [...last.duties, ...statement.duties] };
    } else {
      merged.push(statement);
    }
  }
  return merged;
}

function lean(
  statement: Statement,
  before: Statement | null,
  requirement: Requirement,
  document: ScenarioDocument,
): Pick<Statement, 'conditions' | 'duties' | 'subject'> {
  if (statement.lean === null) return statement;
  if (statement.lean === 'otherwise' && before !== null) {
    return {
      ...statement,
      conditions: [...before.conditions.slice(0, -1), ...before.conditions.slice(-1).map(negate)],
    };
  }
  const leant = requirementBefore(requirement, document);
  const read = leant === null ? undefined : ownStatements(leant).at(-1);
  if (read === undefined) return statement;
  if (statement.lean !== 'otherwise') {
    const conditions = requirement.parent === null ? read.conditions : [];
    return { ...statement, conditions: [...conditions, ...statement.conditions] };
  }
  const duties = statement.duties.map((duty) => duty.replace(/^it\b/, read.subject ?? 'it'));
  return {
    ...statement,
    duties,
    conditions: [...read.conditions.slice(-1).map(negate), ...statement.conditions],
  };
}

function ownStatements(requirement: Requirement): readonly Statement[] {
  return sentences(sentenceText(requirement)).flatMap((text) => readSentence(text, requirement.function));
}

/** The requirement of the same function and the same depth before this one; "otherwise" wants one with a condition. */
function requirementBefore(requirement: Requirement, document: ScenarioDocument): Requirement | null {
  const isOtherwise = /^otherwise\b/i.test(sentenceText(requirement));
  const fits = (sibling: Requirement): boolean =>
    !isOtherwise || ownStatements(sibling).some(({ conditions }) => conditions.length > 0);
  return siblingBefore(requirement, fits, document);
}

/** The opposite of a condition: what "otherwise" stands for. */
export function negate({ words }: Condition): Condition {
  const connective = 'Otherwise, if';
  if (words.includes(' is not ')) return { connective, words: words.replace(/ is not /, ' is ') };
  if (words.includes(' is ')) return { connective, words: words.replace(/ is /, ' is not ') };
  return { connective, words: `it is not so that ${words}` };
}

/** "The sequence shall succeed after X" where the sequence is a defined list: its steps, and its last one as a duty. */
function withList(statement: ReadStatement, document: ScenarioDocument): ReadStatement {
  const [duty] = statement.duties;
  const definition = duty === undefined ? null : listOf(duty, document);
  if (duty === undefined || definition === null) return statement;
  const steps = definition.meaning.map((step) => lowerFirst(step.replace(/[\s.]+$/, '')));
  const after = /^(.*?) after (an? .+)$/.exec(duty);
  const conditions = after === null ? [] : [{ connective: 'after', words: after[2] ?? '' }];
  return {
    ...statement,
    conditions: [...statement.conditions, ...conditions],
    // The sentence itself names the fault, so the list's "a failure has been injected" is said already.
    sequence: steps.slice(after !== null && /\binjected\b/.test(steps[0] ?? '') ? 1 : 0, -1),
    duties: [after?.[1] ?? duty, ...statement.duties.slice(1), steps.at(-1) ?? ''],
  };
}
