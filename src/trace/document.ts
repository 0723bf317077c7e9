import type { Specification } from '../specification/model.js';
import type { DocumentTrace, TransitionTrace } from './model.js';

/** What reports need of a document to show requirements where they stand, and its states as a diagram. */
export function traceText(specification: Specification): DocumentTrace {
  const { title, text, states, transitions } = specification;
  const names = [...new Set([...states.map(({ name }) => name), ...transitions.map(({ state }) => state)])];
  return {
    title,
    text,
    passages: passagesOf(specification),
    states: states.map(({ name, text: meaning, slice }) => ({ name, text: meaning, line: slice.line })),
    transitions: transitions.map(({ label, state, function: call, text: cell }) => ({
      label,
      state,
      function: call,
      targets: targetsOf(cell, state, names),
    })),
  };
}

/** A cell that holds requirements is left to them. */
function passagesOf({ requirements, transitions }: Specification): DocumentTrace['passages'] {
  const holdsRequirement = ({ slice }: Specification['transitions'][number]): boolean =>
    requirements.some((one) => one.slice.start < slice.end && slice.start < one.slice.end);
  const cells = transitions.filter((transition) => !holdsRequirement(transition));
  return [...requirements, ...cells]
    .map(({ label, slice: { start, end } }) => ({ label, start, end }))
    .sort((one, other) => one.start - other.start);
}

/** The states that a cell names ("enter X or remain in Y"); one that names none and does not destroy stays where it is. */
function targetsOf(cell: string, state: string, names: readonly string[]): TransitionTrace['targets'] {
  const named = names
    .map((name) => ({ name, at: positionOf(name, cell) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)
    .map(({ name }) => name);
  if (named.length > 0) return named;
  return [/\bdestroy(?:ed|s)?\b/i.test(cell) ? null : state];
}

/** Where a name stands in a text as a word of its own; -1 where it does not. */
function positionOf(name: string, text: string): number {
  const isWord = (character: string | undefined): boolean => character !== undefined && /\w/.test(character);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isWord(text[at - 1]) && !isWord(text[at + name.length])) return at;
  }
  return -1;
}
