import { CAPABILITY_VALUES } from '../adapters/module.js';
import { bundledDocuments } from '../system/bundled_documents.js';
import type { AdapterDescription } from '../run/protocol.js';
import { UsageError } from '../errors.js';

/**
 * Sees to it that an adapter of a bundled document declares no capability that nothing asks for: a misspelt one would count as
 * not declared, in silence. Steps for other documents may ask for any.
 * @throws UsageError that names the nearest one.
 */
export function requireKnownCapabilities({ name, specification, capabilities }: AdapterDescription): void {
  if (!bundledDocuments().some((document) => document.name === specification)) return;
  const unknown = Object.keys(capabilities).find((one) => !Object.hasOwn(CAPABILITY_VALUES, one));
  if (unknown === undefined) return;
  throw new UsageError(
    `adapter ${name} declares the capability ${unknown}, which nothing asks for; the nearest is ${nearest(unknown)}`,
  );
}

function nearest(word: string): string {
  const likeness = (known: string): number =>
    commonLength(word.toLowerCase(), known.toLowerCase()) / (word.length + known.length);
  return Object.keys(CAPABILITY_VALUES).reduce((best, one) => (likeness(one) > likeness(best) ? one : best));
}

/** Length of the longest sequence of characters that both words have in the same order, gaps allowed. */
function commonLength(one: string, other: string): number {
  let row = Array.from(other, () => 0);
  for (const character of one) {
    let [before, left] = [0, 0];
    row = row.map((above, position) => {
      left = character === other[position] ? before + 1 : Math.max(above, left);
      before = above;
      return left;
    });
  }
  return row.at(-1) ?? 0;
}
