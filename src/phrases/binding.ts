import { shownPath } from '../package.js';
import type { Phrase } from '../system/phrase_registry.js';
import type { PhraseBook } from './phrase_book.js';
import { snippetFor } from './snippet.js';

/** Why a scenario can't be executed. */
export interface BindingDefect {
  /** `unbound`: a phrase has no step; `ambiguous`: it has several. */
  readonly kind: 'unbound' | 'ambiguous';
  readonly reason: string;
  /** What to write for the phrases that have no step. */
  readonly snippets: readonly string[];
  /** For each planned step whether exactly one step definition takes it. */
  readonly steps: readonly boolean[];
}

/** A scenario as far as binding it goes. */
interface Bindable {
  readonly key: string;
  readonly steps: readonly { readonly keyword: string; readonly text: string }[];
}

/**
 * Finds the scenarios that have a step which no phrase or more than one takes.
 * @returns Defects by scenario key; a scenario without one can be executed.
 */
export function bind(scenarios: readonly Bindable[], book: PhraseBook): ReadonlyMap<string, BindingDefect> {
  const defects = new Map<string, BindingDefect>();
  for (const scenario of scenarios) {
    const defect = defectOf(scenario, book);
    if (defect !== null) defects.set(scenario.key, defect);
  }
  return defects;
}

function defectOf({ steps }: Bindable, book: PhraseBook): BindingDefect | null {
  const takers = steps.map(({ text }) => book.takers(text));
  const bound = takers.map(({ length }) => length === 1);
  const ambiguous = takers.findIndex(({ length }) => length > 1);
  if (ambiguous >= 0) {
    const places = takers[ambiguous]?.map(placeOf).join(' and ') ?? '';
    const reason = `several step definitions match "${steps[ambiguous]?.text}": ${places}`;
    return { kind: 'ambiguous', reason, snippets: [], steps: bound };
  }
  if (bound.every((one) => one)) return null;
  // "And" goes on with the keyword before it.
  let keyword = 'Given';
  const snippets: string[] = [];
  const reasons: string[] = [];
  steps.forEach((step, position) => {
    if (/^(?:Given|When|Then)$/.test(step.keyword)) keyword = step.keyword;
    if (bound[position] === true) return;
    const snippet = snippetFor(keyword, step.text, book.system);
    snippets.push(snippet);
    reasons.push(`no step definition matches "${step.text}"; write:\n${snippet}`);
  });
  return { kind: 'unbound', reason: reasons.join('\n'), snippets, steps: bound };
}

function placeOf({ expression, file, line }: Phrase): string {
  const text = typeof expression === 'string' ? expression : expression.source;
  return `${text} (${shownPath(file)}:${line})`;
}
