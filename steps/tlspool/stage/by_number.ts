/** The exchange that a feature gives a number, counted from 1 in the order in which they began. */
export function byNumber<Exchange>(exchanges: readonly Exchange[], number: number | string): Exchange {
  const found = exchanges[Number(number) - 1];
  if (found === undefined) throw new Error(`there is no exchange ${number}`);
  return found;
}
