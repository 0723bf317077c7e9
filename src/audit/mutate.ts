import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { AdapterFunction, AdapterModule } from '../subject/adapter.js';
import type { CPrototype, CVariable, Specification } from '../specification/model.js';
import { ACTION_CHANNEL } from '../stage/action.js';
import { apiOf } from '../subject/api.js';
import type { Mutation } from './mutation.js';

/** A function as it is called here, where nothing is known of its parameters. */
type Anything = (...parameters: readonly unknown[]) => unknown;

/** A callback that the adapter was given, with what its user expects of it. */
interface Given {
  readonly call: Anything;
  readonly type: CPrototype;
  readonly context: unknown;
}

/** An adapter that does everything as the given one does, but for one defect. */
export function mutate(
  module: AdapterModule,
  mutation: Mutation,
  specification: Specification,
): AdapterModule {
  return {
    ...module,
    create: (dependencies) => {
      const mutant = new Mutant(mutation, specification);
      const sound = module.create({
        ...dependencies,
        log: (...line) => {
          if (!mutant.swallowsLines) dependencies.log(...line);
        },
      });
      const complain = (): void => {
        dependencies.log('AZ_LOG_ERROR', 'without a reason');
      };
      return Object.fromEntries(
        Object.entries(apiOf(sound, specification)).map(([name, call]) => [
          name,
          mutant.wrap(name, call as Anything, complain),
        ]),
      );
    },
  };
}

class Mutant {
  /** The defect shows from the scenario's own action on. */
  private isArmed = false;
  private readonly running: string[] = [];
  /** Calls of callbacks that are held back. */
  private held: (() => void)[] = [];
  private readonly given = new Map<string, Given>();

  constructor(
    private readonly mutation: Mutation,
    private readonly specification: Specification,
  ) {
    const arm = (): void => {
      this.isArmed = true;
      unsubscribe(ACTION_CHANNEL, arm);
    };
    subscribe(ACTION_CHANNEL, arm);
  }

  get swallowsLines(): boolean {
    return this.isArmed && this.mutation.kind === 'silent' && this.running.at(-1) === this.mutation.function;
  }

  wrap(name: string, call: Anything, complain: () => void): AdapterFunction {
    const prototype = this.specification.prototypes.find(
      (one) => one.kind === 'function' && one.name === name,
    );
    if (prototype === undefined) return call;
    return (...parameters: readonly unknown[]) => {
      const { mutation } = this;
      if (mutation.kind === 'late') this.release();
      const passed = parameters.map((value, index) => this.taken(value, index, prototype, parameters));
      const isSuspect = this.isArmed && 'function' in mutation && mutation.function === name;
      if (isSuspect && mutation.kind === 'idle') return successOf(prototype);
      if (
        isSuspect &&
        mutation.kind === 'unguarded' &&
        passed[indexOf(prototype, mutation.parameter)] === null
      )
        return successOf(prototype);
      this.running.push(name);
      try {
        const result = call(
          ...(isSuspect && mutation.kind === 'short' ? shortened(passed, prototype) : passed),
        );
        if (isSuspect && mutation.kind === 'intrusive') {
          complain();
          for (const one of this.given.values()) one.call(...this.madeUp(one));
        }
        return isSuspect && mutation.kind === 'inverted' ? this.inverted(result, prototype) : result;
      } finally {
        this.running.pop();
        if (mutation.kind === 'reordered') this.release();
      }
    };
  }

  private release(): void {
    const due = this.mutation.kind === 'reordered' ? this.held.reverse() : this.held;
    this.held = [];
    for (const call of due) call();
  }

  /** An argument as the adapter gets it: a callback that the mutation is about is not called as the adapter calls it. */
  private taken(value: unknown, index: number, { parameters }: CPrototype, all: readonly unknown[]): unknown {
    const parameter = parameters[index];
    if (typeof value !== 'function' || parameter === undefined) return value;
    const type = this.specification.prototypes.find(
      (one) => one.kind === 'functionType' && one.name === parameter.type.trim(),
    );
    if (type === undefined) return value;
    const call = value as Anything;
    this.given.set(parameter.name, { call, type, context: all[index + 1] });
    const { mutation } = this;
    return 'callback' in mutation && mutation.callback === parameter.name ? this.broken(call, type) : value;
  }

  private broken(call: Anything, type: CPrototype): Anything {
    return (...values) => {
      if (!this.isArmed) {
        call(...values);
        return;
      }
      switch (this.mutation.kind) {
        case 'dropped':
          return;
        case 'doubled':
          call(...values);
          call(...values);
          return;
        case 'late':
        case 'reordered':
          this.held.push(() => void call(...values));
          return;
        case 'estranged':
          call(...values.map((value, at) => (isContext(type.parameters[at]) ? { stranger: true } : value)));
          return;
        default:
          call(...values.map((value, at) => this.another(value, type.parameters[at])));
      }
    };
  }

  /** Another value of the same enumeration; any other value as it is. */
  private another(value: unknown, variable: CVariable | undefined): unknown {
    const values = this.valuesOf(variable?.type ?? '');
    return values.find((one) => one !== value) ?? value;
  }

  private inverted(result: unknown, prototype: CPrototype): unknown {
    if (this.valuesOf(prototype.returnType).length > 0)
      return this.another(result, { name: '', type: prototype.returnType });
    const success = successOf(prototype);
    const failure = typeof success === 'number' ? 1 : null;
    return result === 0 || (result !== null && typeof result === 'object') ? failure : success;
  }

  private madeUp({ type, context }: Given): readonly unknown[] {
    return type.parameters.map((one) => {
      if (isContext(one)) return context;
      const [value] = this.valuesOf(one.type);
      return value ?? (/\bsize_t\b/.test(one.type) ? 0 : null);
    });
  }

  private valuesOf(type: string): readonly string[] {
    return this.specification.enumerations.find(({ name }) => name === type.trim())?.values ?? [];
  }
}

function isContext(variable: CVariable | undefined): boolean {
  return variable?.name.endsWith('context') === true;
}

function indexOf({ parameters }: CPrototype, name: string): number {
  return parameters.findIndex((one) => one.name === name);
}

function successOf({ returnType }: CPrototype): unknown {
  if (/^\s*void\s*$/.test(returnType)) return undefined;
  const type = returnType.trim();
  return type.endsWith('*') || type.endsWith('_HANDLE') ? {} : 0;
}

function shortened(values: readonly unknown[], { parameters }: CPrototype): readonly unknown[] {
  return values.map((value, index) =>
    typeof value === 'number' && value > 1 && /\bsize_t\b/.test(parameters[index]?.type ?? '')
      ? value - 1
      : value,
  );
}
