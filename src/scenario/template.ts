/** Several columns of an Examples table that vary together, one row for each alternative. */
export interface Axis {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What tells the alternatives apart in a scenario's name; holds slots. */
  readonly title: string;
}

/** Words of a step with slots for the axes' columns. */
export interface Template {
  readonly text: string;
  readonly axes: readonly Axis[];
}

/** Slots are kept apart from the sentence's own `<` and `>` until the feature is written. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

export function slot(column: string): string {
  return OPEN + column + CLOSE;
}

/** Removes the characters that mark slots from words of a document. */
export function withoutSlots(text: string): string {
  return text.replaceAll(OPEN, '').replaceAll(CLOSE, '');
}

/** Replaces each slot by what `fill` gives for its column. */
export function fillSlots(text: string, fill: (column: string) => string): string {
  return text.replace(/\uE000([^\uE000\uE001]*)\uE001/g, (_, column: string) => fill(column));
}

export function plain(text: string): Template {
  return { text, axes: [] };
}

/** An axis of one column, its slot included in `text` by the caller. */
export function axis(column: string, values: readonly string[], title: string): Axis {
  return { columns: [column], rows: values.map((value) => [value]), title };
}

/** A template that varies over the rows of its axes, written out: one text for each combination. */
export function variants({ text, axes }: Template): readonly string[] {
  return axes.reduce<readonly string[]>(
    (texts, { columns, rows }) =>
      texts.flatMap((partial) =>
        rows.map((row) =>
          fillSlots(partial, (column) => {
            const index = columns.indexOf(column);
            return index === -1 ? slot(column) : (row[index] ?? '');
          }),
        ),
      ),
    [text],
  );
}
