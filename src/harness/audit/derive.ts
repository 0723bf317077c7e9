import type { Clauses } from '../../scenario/model.js';
import type { CPrototype, Specification } from '../../specification/model.js';
import { functionsOf } from '../api.js';
import type { CallbackDefect, Mutation } from './mutation.js';

/** A duty with the broken adapters that its scenarios should find. */
export interface Suspicion {
  readonly obligation: string;
  readonly mutations: readonly Mutation[];
}

/**
 * Derives the broken adapters that break the duties of one sentence.
 * @param subject The function that the sentence's section or cell is about, or null.
 */
export function suspicionsOf(
  { conditions, obligations }: Clauses,
  subject: string | null,
  specification: Specification,
): readonly Suspicion[] {
  const callable = new Set(functionsOf(specification));
  const functions = specification.prototypes.filter(
    ({ kind, name }) => kind === 'function' && callable.has(name),
  );
  const named = (text: string): readonly CPrototype[] => functions.filter(({ name }) => mentions(text, name));
  const about = conditions.join(' ');
  return obligations.map((obligation) => {
    const own = [named(obligation), named(about), functions.filter(({ name }) => name === subject)];
    const suspects = own.find(({ length }) => length > 0) ?? [];
    return {
      obligation,
      mutations: [
        ...suspects.flatMap((prototype) => ofFunction(prototype, obligation, about)),
        ...callbacksIn(functions, specification)
          .filter((callback) => mentions(obligation, callback.name))
          .flatMap((callback) => ofCallback(callback, specification)),
      ],
    };
  });
}

function ofFunction(prototype: CPrototype, obligation: string, about: string): readonly Mutation[] {
  const { name, returnType, parameters } = prototype;
  const hasResult = !/^\s*void\s*$/.test(returnType);
  const isNegative = /\b(?:not|nothing|ignore|only|no)\b/.test(obligation);
  const guarded = parameters.filter((one) => /\bNULL\b/.test(about) && mentions(about, one.name));
  return [
    { kind: 'idle', function: name },
    ...(/\blog\b/.test(obligation) ? [{ kind: 'silent', function: name } as const] : []),
    ...(hasResult && /\breturn|\bfail|\bsucceed/.test(obligation)
      ? [{ kind: 'inverted', function: name } as const]
      : []),
    ...(isNegative ? [{ kind: 'intrusive', function: name } as const] : []),
    ...(parameters.some(({ type }) => /\bsize_t\b/.test(type))
      ? [{ kind: 'short', function: name } as const]
      : []),
    ...guarded.map((one) => ({ kind: 'unguarded', function: name, parameter: one.name }) as const),
  ];
}

interface Callback {
  readonly name: string;
  readonly type: CPrototype;
}

/** The callbacks that the document's functions take, by the names of their parameters. */
function callbacksIn(functions: readonly CPrototype[], { prototypes }: Specification): readonly Callback[] {
  const found = new Map<string, CPrototype>();
  for (const { name, type } of functions.flatMap(({ parameters }) => parameters)) {
    const declared = prototypes.find((one) => one.kind === 'functionType' && one.name === type.trim());
    if (declared !== undefined) found.set(name, declared);
  }
  return [...found].map(([name, type]) => ({ name, type }));
}

function ofCallback({ name, type }: Callback, { enumerations }: Specification): readonly Mutation[] {
  const hasResult = type.parameters.some((one) =>
    enumerations.some((known) => known.name === one.type.trim()),
  );
  const kinds: readonly CallbackDefect[] = ['dropped', 'doubled', 'late', 'reordered', 'estranged'];
  return [...kinds, ...(hasResult ? (['falsified'] as const) : [])].map((kind) => ({ kind, callback: name }));
}

/** Whether a text has a word; a document may break or decorate a name, but not spell it otherwise. */
function mentions(text: string, word: string): boolean {
  return new RegExp(`(?<!\\w)${word}(?!\\w)`).test(text);
}
