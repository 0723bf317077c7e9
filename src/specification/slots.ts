import type { Document } from './document.js';
import type { CPrototype, SlotDefinition } from './model.js';
import { sectionsOf } from './sections.js';

/** "Implementation of `concrete_io_open`", at the begin of a line. */
const IMPLEMENTATION = /^[ \t]*(?:the )?implementation of[ \t]+(`?)(\w+)\1(?!\w)/gim;

/** The slots of the VTable, each with the function whose section says that it implements the slot. */
export function slotsOf(
  { text, headings, positions }: Document,
  prototypes: readonly CPrototype[],
): readonly SlotDefinition[] {
  const functions = new Set(prototypes.filter(({ kind }) => kind === 'function').map(({ name }) => name));
  const section = sectionsOf(headings, prototypes);
  return [...text.matchAll(IMPLEMENTATION)].flatMap((match): readonly SlotDefinition[] => {
    const { function: name } = section(match.index);
    const slot = match[2] ?? '';
    if (name === null || !functions.has(name)) return [];
    return [{ slot, function: name, slice: positions.slice(match.index, match.index + match[0].length) }];
  });
}
