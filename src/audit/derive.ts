import type { Clauses } from '../scenario/model.js';
import type { CPrototype, Specification } from '../specification/model.js';
import { functionsOf } from '../subject/api.js';
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
    // A sentence that names none, a call sequence for instance, may be broken by any.
    const suspects = own.find(({ length }) => length > 0) ?? functions;
    return {
      obligation,
      mutations: [
        ...suspects.flatMap((prototype) => ofFunction(prototype, obligation, about)),
        ...callbacksIn(functions, specification)
          .filter(({ name, context }) => mentions(obligation, name) || mentions(obligation, context))
          .flatMap((callback) => ofCallback(callback, specification)),
      ],
    };
  });
}

function ofFunction(prototype: CPrototype, obligation: string, about: string): readonly Mutation[] {
  const { name, returnType, parameters } = prototype;
  const hasResult = !/^\s*void\s*$/.test(returnType);
  const guarded = parameters.filter((one) => /\bNULL\b/.test(about) && mentions(about, one.name));
  return [
    { kind: 'idle', function: name },
    ...(/\blog\b/.test(obligation) ? [{ kind: 'silent', function: name } as const] : []),
    ...(hasResult && /\breturn|\bfail|\bsucceed|\bok\b/.test(obligation)
      ? [{ kind: 'inverted', function: name } as const]
      : []),
    ...(isNegative(obligation) || /\bok\b/.test(obligation)
      ? [{ kind: 'intrusive', function: name } as const]
      : []),
    ...(parameters.some(({ type }) => /\bsize_t\b/.test(type))
      ? [{ kind: 'short', function: name } as const]
      : []),
    ...guarded.map((one) => ({ kind: 'unguarded', function: name, parameter: one.name }) as const),
  ];
}

/** Whether a duty is that something does not happen. */
export function isNegative(obligation: string): boolean {
  return /\b(?:not|nothing|ignore|only|no)\b/.test(obligation);
}

interface Callback {
  readonly name: string;
  /** The parameter behind it, which it is called with. */
  readonly context: string;
  readonly type: CPrototype;
}

/** The callbacks that the document's functions take, by the names of their parameters. */
function callbacksIn(functions: readonly CPrototype[], { prototypes }: Specification): readonly Callback[] {
  const found = new Map<string, Callback>();
  for (const { parameters } of functions) {
    parameters.forEach(({ name, type }, at) => {
      const declared = prototypes.find((one) => one.kind === 'functionType' && one.name === type.trim());
      const context = parameters[at + 1]?.name ?? '';
      if (declared !== undefined) found.set(name, { name, context, type: declared });
    });
  }
  return [...found.values()];
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
  return word !== '' && new RegExp(`(?<!\\w)${word}(?!\\w)`).test(text);
}
