import type { CPrototype } from './model.js';
import { firstFrom, type Heading } from './headings.js';

/** Where a passage stands: the headings above it, and the function they are about. */
export interface Section {
  /** Headings above it, outermost first. */
  readonly headings: readonly Heading[];
  readonly path: readonly string[];
  readonly function: string | null;
}

const NOWHERE: Section = { headings: [], path: [], function: null };

/** A function of an API or an event handler: `store_create`, `on_ws_callback`, no constant and no plain word. */
const FUNCTION_NAME = /^(?=.*_)(?=.*[a-z])[A-Za-z_]\w*$/;

/**
 * Gives, for offsets in ascending order, the section they stand in.
 *
 * A section is about a function when its heading, or the nearest one above that does, names one: a function whose
 * prototype the document has, or a name in the manner of one below the title. A heading that names none is about the
 * function whose prototype is the only one directly under it.
 */
export function sectionsOf(
  headings: readonly Heading[],
  prototypes: readonly CPrototype[],
): (offset: number) => Section {
  const functions = prototypes
    .filter(({ kind }) => kind === 'function')
    .map(({ name, slice }) => ({ name, start: slice.start }));
  const known = new Set(functions.map(({ name }) => name));
  const subjects = headings.map((heading, index) => {
    const named = namedFunction(heading, index, known);
    if (named !== null) return named;
    const next = headings[index + 1]?.start ?? Infinity;
    const shown = new Set<string>();
    for (let at = firstFrom(functions, heading.start); (functions[at]?.start ?? Infinity) < next; at += 1) {
      shown.add(functions[at]?.name ?? '');
    }
    return shown.size === 1 ? ([...shown][0] ?? null) : null;
  });

  let open: { readonly heading: Heading; readonly subject: string | null }[] = [];
  let next = 0;
  let current = NOWHERE;
  return (offset) => {
    for (
      let heading = headings[next];
      heading !== undefined && heading.start <= offset;
      heading = headings[next]
    ) {
      const { depth } = heading;
      open = [
        ...open.filter((above) => above.heading.depth < depth),
        { heading, subject: subjects[next] ?? null },
      ];
      next += 1;
      current = {
        headings: open.map((above) => above.heading),
        path: open.map((above) => above.heading.text),
        function: open.findLast((above) => above.subject !== null)?.subject ?? null,
      };
    }
    return current;
  };
}

function namedFunction(heading: Heading, index: number, known: ReadonlySet<string>): string | null {
  const words = heading.text.match(/[A-Za-z_]\w*/g) ?? [];
  const declared = [...new Set(words.filter((word) => known.has(word)))];
  if (declared.length === 1) return declared[0] ?? null;
  const name = heading.text.replace(/\([^()]*\)$/, '').trim();
  return index > 0 && FUNCTION_NAME.test(name) ? name : null;
}
