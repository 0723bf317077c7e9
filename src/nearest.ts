/** The known word nearest to one that is not known, to be put behind what is wrong with it. */
export function suggestion(word: string, known: Iterable<string>): string {
  const best = nearest(word, [...known]);
  return best === null ? '' : `; the nearest is \`${best}\``;
}

/** The word of a list that is most like a given one; null for an empty list. */
export function nearest(word: string, known: readonly string[]): string | null {
  const likeness = (one: string): number =>
    commonLength(word.toLowerCase(), one.toLowerCase()) / (word.length + one.length);
  return known.reduce<string | null>(
    (best, one) => (best === null || likeness(one) > likeness(best) ? one : best),
    null,
  );
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
