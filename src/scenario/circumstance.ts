import { thirdPerson } from './phrases.js';
import type { Condition } from './sentence.js';
import { axis, plain, slot, variants, type Template } from './template.js';
import { vary, type Vocabulary } from './vary.js';

/** What a condition asks for, by the place it takes in a scenario. */
export type Circumstance =
  | { readonly kind: 'success' | 'failure' }
  /** Holds before anything is called. */
  | { readonly kind: 'given' | 'state'; readonly template: Template }
  /** Goes with the call: "f is called and …". */
  | { readonly kind: 'call'; readonly joint: string; readonly template: Template }
  /** Happens of itself, or by another call. */
  | { readonly kind: 'event'; readonly template: Template }
  /** The call itself and no more. */
  | { readonly kind: 'bareCall' };

export interface CircumstanceContext extends Vocabulary {
  readonly functionName: string | null;
  /** The event that the requirement's section is about, or null. */
  readonly event: string | null;
  /** The document's external states, and whether their names are used as in "the adapter is in S". */
  readonly states: readonly string[];
  readonly statesAreEntered: boolean;
}

/** A condition as alternatives ("A or if B" are two), each with its circumstances. */
export function circumstancesOf(
  condition: Condition,
  context: CircumstanceContext,
): readonly (readonly Circumstance[])[] {
  const connective = condition.connective.toLowerCase();
  if (connective === 'on') return [[{ kind: condition.words === 'success' ? 'success' : 'failure' }]];
  return condition.words.split(/,? or (?:if|when) /).map((words) => one(connective, words.trim(), context));
}

function one(connective: string, words: string, context: CircumstanceContext): readonly Circumstance[] {
  const design = /^(\w+) designs\b(?: (with) (.+))?$/.exec(words);
  if (design !== null && connective === 'for') {
    const given: Circumstance = { kind: 'given', template: plain(`the design is ${design[1]}`) };
    if (design[3] === undefined) return [given];
    return [given, { kind: 'call', joint: 'with', template: vary(design[3], context) }];
  }
  const kind = /^(?:which|that) (\w+) (.*)$/.exec(words);
  if (kind !== null && connective.endsWith('s')) {
    const noun = connective.slice(0, -1);
    const text = `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun} which ${thirdPerson(kind[1] ?? '')} ${kind[2]}`;
    return [{ kind: 'given', template: plain(text) }];
  }
  const state = stateOf(words, context);
  if (state !== null) return [{ kind: 'state', template: state }];
  if (/^the underlying (?:\w+ )+?(?:does not support|supports|does not have|has)\b/.test(words)) {
    return [{ kind: 'given', template: plain(words) }];
  }
  const varied = vary(words, context);
  if (variants(varied).every(context.rules.isSituation)) return [{ kind: 'state', template: varied }];
  const called = /^(\w+) is called$/.exec(words);
  if (called !== null && called[1] === context.functionName) return [{ kind: 'bareCall' }];
  const joint = /^(?:.*\bif|when|whenever|where|)$/.test(connective) ? 'and' : connective;
  if (/^an injected fault\b/.test(words) || (joint === 'and' && isEvent(words, context.functionName))) {
    return [{ kind: 'event', template: vary(named(words, context.event), context) }];
  }
  return [{ kind: 'call', joint, template: varied }];
}

/** "this event is received" names the event that its section is about. */
function named(words: string, event: string | null): string {
  return event === null ? words : words.replace(/^(?:this|the) event (?=is |was )/, `${event} `);
}

/** True for what the function itself does, a process, an event, another function's call. */
function isEvent(words: string, functionName: string | null): boolean {
  if (functionName !== null && words.startsWith(`${functionName} `)) return true;
  return (
    /^the \w+ing process\b|^the \w+ process\b|^\w+ is called\b/.test(words) ||
    /^(?:this event|the event|[A-Z][A-Z0-9_]+) (?:is|was) (?:triggered|received|raised|signal+ed)\b/.test(
      words,
    )
  );
}

/** "the adapter is in any state other than S" as "the adapter is in <state>" over the others. */
function stateOf(words: string, context: CircumstanceContext): Template | null {
  const { states, statesAreEntered, rules } = context;
  const name = states.map((state) => `\\b${state}\\b`).join('|');
  if (name === '') return null;
  const match = new RegExp(
    `^(?:(the \\w+)(?: state)?|(\\S+)) is( not)?(?: already)?( in)?(?: either)?( any state other than| any state except| any state but)? ((?:${name})(?:,? or (?:${name})|, (?:${name}))*)$`,
  ).exec(words);
  if (match === null) return null;
  const said = states.filter((state) => new RegExp(`\\b${state}\\b`).test(match[6] ?? ''));
  const { named: those, too } = rules.meantToo;
  const isMeant = those.length > 0 && those.every((state) => said.includes(state));
  const named = states.filter((state) => said.includes(state) || (isMeant && too.includes(state)));
  const excluded = match[3] !== undefined || match[5] !== undefined;
  const values = excluded ? states.filter((state) => !named.includes(state)) : named;
  const head = `${match[1] ?? match[2]} is ${statesAreEntered ? 'in ' : ''}`;
  const [only] = values;
  if (values.length === 1 && only !== undefined) return plain(head + only);
  return { text: head + slot('state'), axes: [axis('state', values, `in ${slot('state')}`)] };
}
