import { fileURLToPath } from 'node:url';
import type { IospecWorld } from '../stage/world.js';

export type { DataTable } from '@cucumber/cucumber';

export type Keyword = 'Given' | 'When' | 'Then';

/** What a step does: `this` is the scenario's world, and its parameters are the groups of the expression. */
export type StepFunction<W extends IospecWorld = IospecWorld, Words extends readonly unknown[] = never[]> = (
  this: W,
  ...words: Words
) => unknown;

/**
 * What a phrase runs over: one scenario for each value. With `words` and `instead` the sentence's words are found and written
 * with a slot `<column>`; with `joint` alone, the phrase itself takes the sentence's words with each value behind them.
 */
export type RunsOver =
  | {
      readonly words: RegExp;
      readonly instead: string;
      readonly column: string;
      readonly values: readonly string[];
    }
  | { readonly joint: string; readonly column: string; readonly values: readonly string[] };

/** Further properties of a phrase. */
export interface PhraseOptions {
  /** Time that the step may take, in milliseconds. */
  readonly timeout?: number;
  readonly runsOver?: readonly RunsOver[];
}

/** A phrase that a step definition binds. */
export interface Phrase extends PhraseOptions {
  readonly keyword: Keyword;
  /** A regular expression, or a Cucumber expression. */
  readonly expression: RegExp | string;
  readonly code: StepFunction;
  /** Absolute path of the file that binds it; the line counts from 1. */
  readonly file: string;
  readonly line: number;
}

const phrases: Phrase[] = [];

/** Everything that the modules loaded so far have bound, in the order in which they did. */
export function boundPhrases(): readonly Phrase[] {
  return phrases;
}

/** Binds a phrase. */
export type Bind = <W extends IospecWorld, Words extends readonly unknown[]>(
  expression: RegExp | string,
  ...rest: [code: StepFunction<W, Words>] | [options: PhraseOptions, code: StepFunction<W, Words>]
) => void;

function binder(keyword: Keyword): Bind {
  const bind: Bind = (expression, ...rest) => {
    const [options, code] = rest.length === 1 ? [{}, rest[0]] : rest;
    if (typeof code !== 'function') throw new TypeError(`${keyword} ${String(expression)} has no function`);
    if (!(options.runsOver ?? []).every(isRunsOver))
      throw new TypeError(
        `${keyword} ${String(expression)}: what it runs over has a \`column\` and its \`values\`, and a \`joint\` or \`words\` with what stands \`instead\``,
      );
    // Cucumber calls it with whatever the expression's groups hold; only its author knows their types.
    const step = code as unknown as StepFunction;
    phrases.push({ ...options, keyword, expression, code: step, ...bindingPlace(bind) });
  };
  return bind;
}

/** Whether something is what its type says: a step file in JavaScript has no compiler to say so. */
function isRunsOver(given: unknown): boolean {
  if (typeof given !== 'object' || given === null) return false;
  const { column, values, joint, words, instead } = given as Readonly<Record<string, unknown>>;
  const isRewritten = words instanceof RegExp && typeof instead === 'string';
  return typeof column === 'string' && Array.isArray(values) && (isRewritten || typeof joint === 'string');
}

/** Binds a phrase that describes the system before anything is called. */
export const Given = binder('Given');
/** Binds a phrase that brings about what the sentence is about. */
export const When = binder('When');
/** Binds an obligation: it asks what happened, and asserts. */
export const Then = binder('Then');

interface Place {
  readonly file: string;
  readonly line: number;
}

/**
 * Where a phrase is bound: in the module that is being loaded, also when it calls another one's function to bind. The place is that
 * in the module as it was loaded, whatever source map it has.
 */
function bindingPlace(callee: Bind): Place {
  const holder: { stack?: unknown } = {};
  const prepare = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');
  Error.prepareStackTrace = (_error, sites) => sites;
  Error.captureStackTrace(holder, callee);
  const sites = holder.stack as readonly NodeJS.CallSite[];
  Object.defineProperty(
    Error,
    'prepareStackTrace',
    prepare ?? { value: undefined, writable: true, configurable: true },
  );
  // Who waits for the module is no part of it.
  const site = sites.findLast(
    (one) => !one.isAsync() && /^(?:file:|\/|[A-Za-z]:\\)/.test(one.getFileName() ?? ''),
  );
  const path = site?.getFileName() ?? '';
  const file = path.startsWith('file:') ? fileURLToPath(path.replace(/[?#].*$/, '')) : path;
  return { file, line: site?.getLineNumber() ?? 0 };
}
