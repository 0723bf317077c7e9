import type { Transition } from '../specification/model.js';
import { sideOf } from './sides.js';
import { collectAxes, type Outline } from './outline.js';
import { withMeaning } from './phrases.js';
import { groundOf } from './ground.js';
import type { ScenarioDocument } from './scenario_document.js';

interface CellCase {
  /** "with internal async close", or null where the cell speaks of every adapter. */
  readonly adapters: string | null;
  readonly effect: string;
}

/** "adapters with x: … adapters without x: …" as its two cases; a cell of one case as it is. */
function casesOf(text: string): readonly CellCase[] {
  const marks = [...text.matchAll(/\b\w+s (with(?:out)? [^:,]+): /g)];
  if (marks.length === 0) return [{ adapters: null, effect: text }];
  return marks.map((mark, index) => ({
    adapters: mark[1] ?? '',
    effect: text.slice(mark.index + mark[0].length, marks[index + 1]?.index).trim(),
  }));
}

/** "log error, force immediate close, destroy (destroyed)" as one obligation each. */
function effectsOf(effect: string, functionName: string, kind: string): readonly string[] {
  const words = effect.replace(/\s+,/g, ',').replace(/^\([^)]*\)\s*/, '');
  return words.split(/,\s*/).flatMap((part) => {
    const [, head = '', aside] = /^(.*?)\s*(?:\(([^)]*)\))?$/.exec(part.trim()) ?? [];
    const moved = /^((?:then )?(?:immediately )?(?:enter|remain in) .*)$/.exec(head);
    if (moved !== null) return [`the ${kind} shall ${head}`];
    if (aside === 'destroyed') {
      const destroyed = `the ${kind} shall be destroyed`;
      return head === 'destroy' ? [destroyed] : [`${functionName} shall be ${head}`, destroyed];
    }
    const inner = aside === undefined || aside.endsWith('error') ? [] : [aside.replace(/^does\b/, 'do')];
    return [head === 'ok' ? 'be ok' : head, ...inner].map((verb) => `${functionName} shall ${verb}`);
  });
}

/** "f is called", or what an event that is no call reads like. */
export function eventStep({ function: event }: Transition, document: ScenarioDocument): string {
  const { tableEvents } = document.rules;
  const known = tableEvents.find(({ words }) => words.test(event));
  return known === undefined ? `${event} is called` : event.replace(known.words, known.instead);
}

/** What a cell of a state table asks for. */
export function transitionObligations(transition: Transition, document: ScenarioDocument): readonly string[] {
  const { rules } = document;
  const texts = casesOf(transition.text).flatMap(({ effect }) =>
    effectsOf(effect, transition.function, rules.kind).flatMap((duty) => withMeaning(duty, document)),
  );
  return [...new Set(texts)];
}

/** The scenarios of a cell: the call in its state, for each kind of adapter that the cell tells apart. */
export function transitionScenarios(transition: Transition, document: ScenarioDocument): readonly Outline[] {
  const { rules } = document;
  const article = /^[aeiou]/.test(rules.kind) ? 'an' : 'a';
  return casesOf(transition.text).map(({ adapters, effect }) => {
    const collector = collectAxes();
    const first = collector.take(groundOf(rules));
    const condition = adapters === null ? [] : [`${article} ${rules.kind} ${adapters}`];
    const thens = effectsOf(effect, transition.function, rules.kind).flatMap((duty) =>
      withMeaning(duty, document),
    );
    return {
      title: condition[0] ?? '',
      givens: [
        first,
        ...sideOf(`the ${rules.kind}`, rules),
        ...condition,
        `the ${rules.kind} is in ${transition.state}`,
      ].map((text) => ({ text })),
      whens: [{ text: eventStep(transition, document) }],
      thens: thens.map((text) => ({ text })),
      axes: collector.axes,
    };
  });
}
