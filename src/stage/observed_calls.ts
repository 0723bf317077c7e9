import type { CallRecord } from '../timeline/timeline.js';
import { spiesOf, stubsOf, type Doubles } from './doubles.js';
import { Interjections } from './interjections.js';
import { bytes, type Recorder } from './recorder.js';

/** A call that the adapter made below. */
export interface ObservedCall<Name> {
  readonly name: Name;
  /** As they were when the call was made, as far as the observer keeps copies. */
  readonly arguments: readonly unknown[];
  /** Where in the timeline it stands. */
  readonly sequence: number;
  /** The scenario's calls that it was made in, innermost last. */
  readonly during: readonly CallRecord[];
  /** What it returned; undefined until it did. */
  result: unknown;
}

/** A function of any kind. */
export type Callable = (...parameters: never[]) => unknown;
/** Functions by their names. */
export type Table<Functions> = { readonly [Name in keyof Functions]: Callable };

type ResultOf<F> = F extends (...parameters: never[]) => infer Result ? Result : never;
type ParametersOf<F> = F extends (...parameters: infer P) => unknown ? P : never;

/** Stands in for one call: it may make the real one, with other arguments, or not at all. */
export type Script<F> = (real: F, given: ParametersOf<F>) => ResultOf<F>;

/** How the calls of a function come into the timeline: each one, only those in which something happens, or none. */
export type Telling = 'each' | 'eventful' | 'none';

/** What a system has of its own to say about the functions below its adapters. */
export interface ObservedCallsOptions<Name> {
  readonly recorder: Recorder;
  /** Stubs over a mock, which sinon can script as well; else spies. */
  readonly doubles: 'stubs' | 'spies';
  /** Left out: each call is told. */
  readonly telling?: (name: Name) => Telling;
  /** Words for the arguments of a call, and for its result; left out: {@link inWords}. */
  readonly given?: (name: Name, parameters: readonly unknown[]) => string;
  readonly got?: (call: ObservedCall<Name>) => string;
  /** What is kept of an argument; left out: the argument. */
  readonly kept?: (argument: unknown) => unknown;
  /** Called as soon as a call has returned, before anything else happens. */
  readonly onReturn?: (call: ObservedCall<Name>) => void;
}

/**
 * The functions below an adapter, each of whose calls is written down: name, arguments, result, place in the timeline, and
 * the call that it was made in. A scenario can script single calls, and have something happen right before or after one.
 */
export class ObservedCalls<Functions extends Table<Functions>> {
  /** Every call so far, in the order in which they were made. */
  readonly made: ObservedCall<keyof Functions>[] = [];
  /** The sinon double of each function. */
  readonly doubles: Doubles<Functions>;
  /** The functions as the adapter gets them. */
  readonly face: Functions;
  private readonly names: readonly (keyof Functions & string)[];
  private readonly interjections = new Interjections<keyof Functions>();
  private readonly scripts = new Map<keyof Functions, Script<(...given: unknown[]) => unknown>[]>();

  constructor(
    functions: Functions,
    private readonly options: ObservedCallsOptions<keyof Functions & string>,
  ) {
    this.doubles = options.doubles === 'stubs' ? stubsOf(functions) : spiesOf(functions);
    this.names = Object.keys(functions) as (keyof Functions & string)[];
    const face = this.names.map((name) => {
      const observed = (...parameters: unknown[]): unknown => this.run(name, parameters).result;
      return [name, observed] as const;
    });
    this.face = Object.fromEntries(face) as Record<string, Callable> as Functions;
  }

  /** True for the name of a function. */
  has(name: string): name is keyof Functions & string {
    return this.names.some((one) => one === name);
  }

  /** Makes a call in the adapter's place, and writes it down. */
  run(name: keyof Functions & string, parameters: readonly unknown[]): ObservedCall<keyof Functions> {
    const { recorder, kept, given, got } = this.options;
    const call: ObservedCall<keyof Functions & string> = {
      name,
      arguments: kept === undefined ? parameters : parameters.map(kept),
      sequence: recorder.observer.mark(),
      during: recorder.observer.during(),
      result: undefined,
    };
    this.made.push(call);
    const perform = (): void => {
      this.interjections.run(name, 'before');
      call.result = this.perform(name, parameters);
      this.options.onReturn?.(call);
    };
    const telling = this.options.telling?.(name) ?? 'each';
    if (telling === 'none') perform();
    else if (telling === 'eventful') recorder.dowork(name, perform);
    else {
      recorder.call(name, given?.(name, parameters) ?? inWords(...parameters));
      perform();
      recorder.returned(name, got?.(call) ?? inWords(call.result));
    }
    this.interjections.run(name, 'after');
    return call;
  }

  /** The calls of a function from a place in the timeline on, oldest first. */
  callsOf(name: keyof Functions, since = 0): readonly ObservedCall<keyof Functions>[] {
    return this.made.filter((call) => call.name === name && call.sequence >= since);
  }

  /** Does something right before or after the next call of a function, as another thread could. */
  interject(name: keyof Functions, when: 'before' | 'after', act: () => void): void {
    this.interjections.add(name, when, act);
  }

  /** Scripts the next calls of a function that nothing is scripted for yet, one each. */
  script<Name extends keyof Functions>(name: Name, ...scripts: readonly Script<Functions[Name]>[]): void {
    const waiting = this.scripts.get(name) ?? [];
    this.scripts.set(name, waiting);
    waiting.push(...(scripts as unknown as typeof waiting));
  }

  /** What was scripted and not called for is forgotten. */
  clearScripts(): void {
    this.scripts.clear();
  }

  /** Keeps nothing of the calls so far: for scenarios of so many that nobody asks about them. */
  forget(): void {
    const names = new Set(this.made.splice(0).map(({ name }) => name));
    for (const name of names) this.doubles[name].resetHistory();
  }

  private perform(name: keyof Functions, parameters: readonly unknown[]): unknown {
    const double = (this.doubles as Record<keyof Functions, unknown>)[name] as (
      ...given: unknown[]
    ) => unknown;
    const script = this.scripts.get(name)?.shift();
    return script === undefined ? double(...parameters) : script(double, [...parameters]);
  }
}

/** Arguments or a result in one line; what is opaque is not looked into. */
export function inWords(...values: readonly unknown[]): string {
  return values.map(one).join(', ');
}

function one(value: unknown): string {
  if (value === null) return 'NULL';
  if (value === undefined) return '';
  if (value instanceof Uint8Array) return bytes(value.length);
  if (typeof value === 'string')
    return value.length > 40 ? `${value.slice(0, 39).replace(/\s+/g, ' ')}…` : value;
  return typeof value === 'number' ? String(value) : '…';
}
