/** Rows of a long list that are worth having in the page. */
export interface RowWindow {
  readonly first: number;
  /** Behind the last. */
  readonly end: number;
}

/** Rows beyond the visible ones that are kept on both sides, so that a scroll finds them there. */
const MARGIN = 12;

/**
 * The rows to have in the page.
 * @param offset Pixels from the top of the first row to the top of what is visible; negative while a heading shows.
 */
export function windowAt(offset: number, height: number, rowHeight: number, count: number): RowWindow {
  const top = Math.floor(Math.max(0, offset) / rowHeight);
  const shown = Math.ceil(Math.max(0, height) / rowHeight) + 1;
  const first = Math.min(Math.max(0, top - MARGIN), Math.max(0, count - shown - MARGIN));
  return { first, end: Math.min(count, Math.max(top, first) + shown + MARGIN) };
}
