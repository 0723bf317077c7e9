/** What a broken adapter does wrong with a function of its API. */
export type FunctionDefect = 'idle' | 'silent' | 'inverted' | 'intrusive' | 'short';

/** What a broken adapter does wrong with a callback. */
export type CallbackDefect = 'dropped' | 'doubled' | 'late' | 'reordered' | 'estranged' | 'falsified';

/** One defect that an adapter is given to see whether a requirement's scenarios find it. */
export type Mutation =
  | { readonly kind: FunctionDefect; readonly function: string }
  | { readonly kind: 'unguarded'; readonly function: string; readonly parameter: string }
  | { readonly kind: CallbackDefect; readonly callback: string };

/** A mutation in words: `store_open_async swallows its log lines`. */
export function nameOf(mutation: Mutation): string {
  switch (mutation.kind) {
    case 'idle':
      return `${mutation.function} does nothing, as if it had succeeded`;
    case 'silent':
      return `${mutation.function} swallows its log lines`;
    case 'inverted':
      return `${mutation.function} returns success for failure, and failure for success`;
    case 'intrusive':
      return `${mutation.function} logs an error and calls every callback, besides its work`;
    case 'short':
      return `${mutation.function} takes one byte less than it is given`;
    case 'unguarded':
      return `${mutation.function} succeeds although ${mutation.parameter} is NULL`;
    case 'dropped':
      return `${mutation.callback} is never called`;
    case 'doubled':
      return `${mutation.callback} is called twice`;
    case 'late':
      return `${mutation.callback} is called one call later`;
    case 'reordered':
      return `${mutation.callback} comes at the end of a call, the last first`;
    case 'estranged':
      return `${mutation.callback} gets another context`;
    case 'falsified':
      return `${mutation.callback} gets another result`;
  }
}
