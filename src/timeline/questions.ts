import type { BelowRecord, CallbackRecord, CallRecord, LogRecord, Timeline } from './timeline.js';

interface Situated {
  readonly sequence: number;
  readonly during: readonly CallRecord[];
}

/** A part of a timeline: events from `mark` on, of one API function's doing where `function` is not null. */
export interface Scope {
  readonly timeline: Timeline;
  readonly mark: number;
  readonly function: string | null;
  /** Calls by which a step only looked at the adapter's state: their doing is not the scenario's. */
  readonly probes: ReadonlySet<CallRecord>;
}

function within({ mark, function: name, probes }: Scope, { sequence, during }: Situated): boolean {
  if (sequence < mark || during.some((call) => probes.has(call))) return false;
  return name === null || during.some((call) => call.function === name && call.sequence >= mark);
}

/**
 * Callbacks that the adapter made, oldest first.
 * @param parameter Name of the parameter that the callback was given as; null: any.
 */
export function callbacksIn(scope: Scope, parameter: string | null = null): readonly CallbackRecord[] {
  return scope.timeline.callbacks.filter(
    (record) => within(scope, record) && (parameter === null || record.registration.parameter === parameter),
  );
}

/** Lines that the adapter logged, oldest first. */
export function logsIn(scope: Scope): readonly LogRecord[] {
  return scope.timeline.logs.filter((record) => within(scope, record));
}

/** Errors that the adapter logged, oldest first. */
export function errorsLoggedIn(scope: Scope): readonly LogRecord[] {
  return logsIn(scope).filter(({ category }) => category === 'AZ_LOG_ERROR');
}

/** Calls that the adapter made below; `name` narrows them to one function. */
export function callsBelowIn(scope: Scope, name: string | null = null): readonly BelowRecord[] {
  return scope.timeline.below.filter(
    (record) => record.kind === 'below' && within(scope, record) && (name === null || record.name === name),
  );
}

/** Calls of an API function from the mark on, oldest first. */
export function callsOf(scope: Scope, functionName: string): readonly CallRecord[] {
  return scope.timeline.calls.filter(
    (call) => call.function === functionName && call.sequence >= scope.mark && !scope.probes.has(call),
  );
}

/** Says in one line what happened in a scope, for the "observed" of a failure. */
export function describe(scope: Scope): string {
  const parts = [
    ...callbacksIn(scope).map(({ registration }) => `callback ${registration.parameter}`),
    ...logsIn(scope).map(({ category, message }) => `${category} "${message}"`),
    ...callsBelowIn(scope).map(({ name }) => `${name} below`),
  ];
  return parts.length === 0 ? 'nothing' : parts.slice(0, 8).join(', ') + (parts.length > 8 ? ', …' : '');
}
