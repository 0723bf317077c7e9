/** What the reader is looking at; the page's address holds all of it. */
export interface Route {
  readonly view: View;
  /** Label of the requirement in the detail view; elsewhere the passage or heading to go to, or null. */
  readonly at: string | null;
  readonly filters: Filters;
}

export type View = (typeof VIEWS)[number] | 'detail';

/** Views that the navigation offers, in its order. */
export const VIEWS = ['summary', 'matrix', 'document', 'states'] as const;

/** Empty: no restriction. */
export interface Filters {
  readonly q: string;
  /** A verdict, or `problems` for all that keep a run from conforming. */
  readonly verdict: string;
  /** Key of a document. */
  readonly document: string;
  readonly function: string;
  readonly adapter: string;
  readonly underlying: string;
}

export const NO_FILTERS: Filters = {
  q: '',
  verdict: '',
  document: '',
  function: '',
  adapter: '',
  underlying: '',
};

const FILTER_NAMES = Object.keys(NO_FILTERS) as readonly (keyof Filters)[];

/**
 * Reads an address: `#/matrix?verdict=failed` is a view, `#SRS_STORE_01_007%232` and `#SRS_STORE_01_007#2` a requirement.
 * @param hash What stands behind the page's address, from `#` on.
 */
export function parseRoute(hash: string): Route {
  const address = hash.replace(/^#/, '');
  const [path, query] = splitAt(address, '?');
  const parameters = new URLSearchParams(query);
  const filters = Object.fromEntries(
    FILTER_NAMES.map((name) => [name, parameters.get(name) ?? '']),
  ) as Record<keyof Filters, string>;
  if (path !== '' && !path.startsWith('/')) return { view: 'detail', at: decoded(path), filters };
  const view = VIEWS.find((name) => `/${name}` === path) ?? 'summary';
  return { view, at: parameters.get('at'), filters };
}

/** The address of a route, from `#` on. */
export function formatRoute({ view, at, filters }: Route): string {
  const parameters = new URLSearchParams();
  for (const name of FILTER_NAMES) if (filters[name] !== '') parameters.set(name, filters[name]);
  if (view !== 'detail' && at !== null) parameters.set('at', at);
  const query = parameters.size === 0 ? '' : `?${parameters.toString()}`;
  // A slash is legible, and means nothing here but at the very start.
  const path =
    view === 'detail'
      ? encodeURIComponent((at ?? '').replace(/\p{Cs}/gu, '\ufffd')).replace(/(?!^)%2F/g, '/')
      : `/${view}`;
  return `#${path}${query}`;
}

/** How many filters are set. */
export function countFilters(filters: Filters): number {
  return FILTER_NAMES.filter((name) => filters[name] !== '').length;
}

function splitAt(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** An address that somebody typed may hold a bare `%`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
