import type { AdapterApi } from '../subject/adapter.js';
import type { CPrototype, Specification } from '../specification/model.js';
import { MissingFunctionError } from './preparation.js';
import { ContextToken, render, renderNamed } from '../timeline/render.js';
import type { CallbackRecord, CallRecord, Registration, Timeline } from '../timeline/timeline.js';

/** Named arguments of a call; what is left out gets a valid value of the session's. */
export type NamedArguments = Readonly<Record<string, unknown>>;

/** Gives a valid value for a parameter that the prototype alone does not tell (a buffer, an option's name). */
export type ValueSource = (functionName: string, parameter: string) => unknown;

/**
 * Calls an adapter's functions by their names, with arguments by name, as the document's own prototypes order them,
 * and writes every call, result and callback to the timeline.
 */
export class Session {
  /** The callbacks given to the adapter so far. */
  readonly registrations: Registration[] = [];
  private readonly reactions: { parameter: string; act: (callback: CallbackRecord) => void }[] = [];

  constructor(
    private readonly specification: Specification,
    private readonly api: AdapterApi,
    private readonly timeline: Timeline,
    private readonly valueFor: ValueSource,
  ) {}

  /** The prototype of an API function; throws when the document declares none. */
  prototype(functionName: string): CPrototype {
    const found = this.specification.prototypes.find(
      ({ kind, name }) => kind === 'function' && name === functionName,
    );
    if (found === undefined)
      throw new MissingFunctionError(
        functionName,
        `${this.specification.file} declares no function ${functionName}`,
      );
    return found;
  }

  /** The arguments that a call would get: those given, and valid ones for the rest. */
  arguments(functionName: string, given: NamedArguments = {}): Readonly<Record<string, unknown>> {
    const prototype = this.prototype(functionName);
    for (const name of Object.keys(given)) {
      if (!prototype.parameters.some((parameter) => parameter.name === name)) {
        throw new Error(
          `${functionName} has no parameter ${name}: ${this.specification.file} declares no such one`,
        );
      }
    }
    const values: Record<string, unknown> = {};
    for (const { name, type } of prototype.parameters) {
      values[name] = name in given ? given[name] : this.validArgument(functionName, name, type);
    }
    return values;
  }

  /** Calls an API function; returns what the adapter returned. */
  call(functionName: string, given: NamedArguments = {}): CallRecord {
    const target = this.api[functionName];
    if (target === undefined)
      throw new MissingFunctionError(functionName, `the adapter has no function ${functionName}`);
    const named = this.arguments(functionName, given);
    const call = this.timeline.beginCall(functionName, named, renderNamed(named));
    const positional = this.positional(functionName, named, call);
    let result: unknown;
    try {
      result = target(...(positional as never[]));
    } catch (error) {
      this.timeline.endCall(call, undefined, `threw ${String(error)}`);
      throw error;
    }
    this.timeline.endCall(call, result, render(result));
    return call;
  }

  /** Does something from inside the next callback given as `parameter`, after it is written to the timeline. */
  onNext(parameter: string, act: (callback: CallbackRecord) => void): void {
    this.reactions.push({ parameter, act });
  }

  private validArgument(functionName: string, name: string, type: string): unknown {
    if (this.isCallback(type)) return WANTED_CALLBACK;
    if (/context$/i.test(name) && type.includes('*'))
      return new ContextToken(`${name} of ${functionName} #${this.timeline.mark}`);
    return this.valueFor(functionName, name);
  }

  private isCallback(type: string): boolean {
    return this.specification.prototypes.some(({ kind, name }) => kind === 'functionType' && name === type);
  }

  private positional(functionName: string, named: NamedArguments, call: CallRecord): unknown[] {
    const { parameters } = this.prototype(functionName);
    return parameters.map(({ name, type }, index) => {
      const value = named[name];
      if (value !== WANTED_CALLBACK) return value;
      // Several callbacks can share the context that stands behind them.
      const following = parameters.slice(index + 1).find((parameter) => /context$/i.test(parameter.name));
      const context = following === undefined ? undefined : named[following.name];
      return this.register({ parameter: name, type, context, call });
    });
  }

  private register(registration: Registration): (...received: unknown[]) => void {
    this.registrations.push(registration);
    const prototype = this.specification.prototypes.find(({ name }) => name === registration.type);
    const names = (prototype?.parameters ?? []).map(({ name }) => name);
    return (...received) => {
      const named: Record<string, unknown> = {};
      received.forEach((value, index) => {
        // The buffer is the adapter's only during the call: keep a copy, as a C user would have to.
        named[names[index] ?? `argument ${index + 1}`] =
          value instanceof Uint8Array ? Buffer.from(value) : value;
      });
      const record = this.timeline.callback(registration, named, renderNamed(named));
      const at = this.reactions.findIndex(({ parameter }) => parameter === registration.parameter);
      if (at >= 0)
        this.reactions.splice(at, 1).forEach(({ act }) => {
          act(record);
        });
    };
  }
}

/** Stands for "a recording callback" until the call is made; renders by its name in a timeline. */
const WANTED_CALLBACK = function recording(): void {
  throw new Error('a placeholder was called');
};
