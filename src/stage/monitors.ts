import { isFailure } from '../timeline/failure.js';
import { render } from '../timeline/render.js';
import type { CallbackRecord, Timeline } from '../timeline/timeline.js';

/** Something that must hold throughout every scenario, whatever the scenario is about. */
export interface Rule {
  readonly name: string;
  /** The callbacks of a whole timeline that break it. */
  readonly breaches: (timeline: Timeline) => readonly Breach[];
}

/** A callback that breaks a rule. */
export interface Breach {
  readonly callback: CallbackRecord;
  /** For a reader: what is wrong with it. */
  readonly what: string;
}

/**
 * Says which requirements of a system stand for a rule, as tags say it of a scenario: what breaks the rule is theirs, in
 * whichever scenario it is seen. Declared beside the system's steps.
 */
export interface Monitor {
  readonly rule: Rule;
  /** Parameter that the callback was given as: `on_send_complete`; left out: any. */
  readonly callback?: string;
  /** An argument of the callback, `IO_SEND_OK`; left out: any. */
  readonly value?: string;
  /** Labels; none: a breach fails the scenario that it is seen in. */
  readonly requirements: readonly string[];
}

/** Monitors of one rule, each for the requirements that stand for it. */
export function watching(rule: Rule, whose: readonly Omit<Monitor, 'rule'>[]): readonly Monitor[] {
  return whose.map((one) => ({ rule, ...one }));
}

/** A rule broken in a scenario. */
export interface Violation {
  /** Labels of the requirements that it is laid to; none: nobody claims it. */
  readonly requirements: readonly string[];
  readonly message: string;
}

const named = ({ registration, sequence }: CallbackRecord): string =>
  `${registration.parameter} (event ${sequence})`;

const isError = (parameter: string): boolean => /error/i.test(parameter);
const isCompletion = (parameter: string): boolean => /complete/i.test(parameter);

function repeated(
  { callbacks }: Timeline,
  concerns: (parameter: string) => boolean,
): readonly CallbackRecord[] {
  const seen = new Set<unknown>();
  return callbacks
    .filter(({ registration }) => concerns(registration.parameter))
    .filter(({ registration }) => seen.size === seen.add(registration).size);
}

const secondTime = (callback: CallbackRecord): Breach => ({
  callback,
  what: `${named(callback)} came a second time for one ${callback.registration.call.function}`,
});

/** A completion callback comes at most once for each call that it was given to. */
export const completesOnce: Rule = {
  name: 'a call completes once',
  breaches: (timeline) => repeated(timeline, isCompletion).map(secondTime),
};

/** An open adapter reports an error once. */
export const oneErrorPerOpen: Rule = {
  name: 'an open reports one error',
  breaches: (timeline) => repeated(timeline, isError).map(secondTime),
};

/** A call that was refused has no completion. */
export const noneForRefused: Rule = {
  name: 'a refused call is not completed',
  breaches: ({ callbacks }) =>
    callbacks
      .filter(
        ({ registration }) => isCompletion(registration.parameter) && isFailure(registration.call.result),
      )
      .map((callback) => ({
        callback,
        what: `${named(callback)} came though ${callback.registration.call.function} had failed`,
      })),
};

/** Every context comes back as it was given. */
export const contextsAsGiven: Rule = {
  name: 'contexts come back as given',
  breaches: ({ callbacks }) =>
    callbacks
      .filter(
        ({ registration, arguments: given }) => 'context' in given && given.context !== registration.context,
      )
      .map((callback) => ({
        callback,
        what: `${named(callback)} got the context ${render(callback.arguments.context)}, not ${render(callback.registration.context)}`,
      })),
};

/** Sequence number of the return of the destroy that ended the instance which the callback was given to; Infinity: none. */
function destroyedAt({ calls }: Timeline, { registration }: CallbackRecord): number {
  const handle = Object.values(registration.call.arguments)[0];
  const destroy = calls.find(
    ({ function: name, arguments: given }) =>
      name.endsWith('_destroy') && handle !== null && Object.values(given)[0] === handle,
  );
  return (destroy?.endsWith ?? destroy)?.returned ?? Infinity;
}

/** After destroy has returned the adapter is silent. */
export const silentAfterDestroy: Rule = {
  name: 'no callback after destroy',
  breaches: (timeline) =>
    timeline.callbacks
      .filter((callback) => callback.sequence > destroyedAt(timeline, callback))
      .map((callback) => ({ callback, what: `${named(callback)} came after destroy had returned` })),
};

/** For adapters without threads: callbacks come inside calls of their own functions, never out of the blue. */
export const insideCalls: Rule = {
  name: 'callbacks come inside calls',
  breaches: ({ callbacks }) =>
    callbacks
      .filter(({ during }) => during.length === 0)
      .map((callback) => ({
        callback,
        what: `${named(callback)} came outside of every call of the adapter's functions`,
      })),
};

/** What must hold for every system. */
const ALWAYS: readonly Rule[] = [
  completesOnce,
  oneErrorPerOpen,
  noneForRefused,
  contextsAsGiven,
  silentAfterDestroy,
];

function isWatchedBy(
  { rule, callback: parameter, value }: Monitor,
  broken: Rule,
  { callback }: Breach,
): boolean {
  return (
    rule === broken &&
    (parameter === undefined || parameter === callback.registration.parameter) &&
    (value === undefined || Object.values(callback.arguments).includes(value))
  );
}

/**
 * What a scenario's timeline shows that must never be.
 * @param monitors The system's own, the first that fits a breach taking it; their rules are watched beside those that
 * hold for all.
 */
export function violations(timeline: Timeline, monitors: readonly Monitor[]): readonly Violation[] {
  const rules = new Set([...ALWAYS, ...monitors.map(({ rule }) => rule)]);
  // One that should not have come at all is wrong for that reason and no other.
  const late = new Set(silentAfterDestroy.breaches(timeline).map(({ callback }) => callback));
  return [...rules].flatMap((rule) =>
    rule
      .breaches(timeline)
      .filter(({ callback }) => rule === silentAfterDestroy || !late.has(callback))
      .map((breach) => ({
        requirements: monitors.find((monitor) => isWatchedBy(monitor, rule, breach))?.requirements ?? [],
        message: `${rule.name}: ${breach.what}`,
      })),
  );
}
