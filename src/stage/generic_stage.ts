import { apiOf } from '../subject/api.js';
import type { CallRecord } from '../timeline/timeline.js';
import { bare, creatorOf, destroyerOf, genericValue, isHandleType } from './generic_values.js';
import { PreparationError } from './preparation.js';
import { Pump } from './pump.js';
import { Session, type NamedArguments } from './session.js';
import type { Evidence, Stage, StateChange } from './stage.js';
import type { IospecWorld } from './world.js';

/** A handle that a function of the document made, and that stands until the function that releases it was called. */
interface Instance {
  readonly type: string;
  readonly handle: unknown;
}

/** What a stage of one's own has that the document does not tell. */
export interface GenericStageOptions {
  /** Kind of the underlying IO; left out: it stands on nothing. */
  readonly underlying?: string;
  /** Dependencies of the adapter, beside those that every system has or in their place. */
  readonly dependencies?: Readonly<Record<string, unknown>>;
}

/**
 * The stage of a document that nobody wrote one for: everything follows from its prototypes. Instances are made when a function
 * needs one; a subclass may give values of its own, and bring the system into states.
 */
export class GenericStage implements Stage {
  readonly underlying: string;
  protected readonly session: Session;
  private readonly states: StateChange[] = [];
  private readonly instances: Instance[] = [];
  private released = false;

  /**
   * Makes the adapter, and a session that calls it.
   * @param options What the document does not tell.
   */
  private readonly pump: Pump;

  constructor(
    protected readonly world: IospecWorld,
    { underlying = '', dependencies = {} }: GenericStageOptions = {},
  ) {
    const { specification, adapter, timeline } = world;
    this.underlying = underlying;
    // Nothing is called: what the adapter has set off goes on by itself, and shows in the timeline.
    this.pump = new Pump(
      { isInMemory: true, moving: () => [], activity: () => timeline.mark },
      () => undefined,
    );
    const given = adapter.create({ ...this.dependencies(), ...dependencies });
    this.session = new Session(specification, apiOf(given, specification), timeline, (name, parameter) =>
      this.valueFor(name, parameter),
    );
  }

  get history(): readonly StateChange[] {
    return this.states;
  }

  /** Notes the state that the last event shows the system to be in. From then on the scenario counts as having chosen a state. */
  protected noteState(state: string): void {
    if (this.states.at(-1)?.state === state) return;
    this.states.push({ state, sequence: this.world.timeline.mark - 1 });
  }

  /**
   * A valid value for a parameter where the document does not tell one; undefined: there is none.
   * @param _functionName The function that is to be called.
   */
  protected givenValue(_functionName: string, _parameter: string): unknown {
    return undefined;
  }

  call(functionName: string, given: NamedArguments = {}): CallRecord {
    const call = this.session.call(functionName, given);
    const { returnType } = this.session.prototype(functionName);
    const isInstance = isHandleType(returnType) && call.result !== null && call.result !== undefined;
    if (isInstance) this.instances.push({ type: bare(returnType), handle: call.result });
    this.forget(functionName, call.arguments);
    return call;
  }

  argumentsOf(functionName: string): NamedArguments {
    return this.session.arguments(functionName);
  }

  unreachable(_state: string): string | null {
    return null;
  }

  enterState(state: string): Promise<void> {
    const cause = new Error('its system says no way to it');
    return Promise.reject(
      new PreparationError(`bring ${this.world.specification.name} into ${state}`, { cause }),
    );
  }

  /** Makes the instances that the function takes. */
  prepareFor(functionName: string): Promise<void> {
    for (const { type } of this.session.prototype(functionName).parameters)
      if (isHandleType(type)) this.instanceOf(bare(type));
    return Promise.resolve();
  }

  beforeCall(): Promise<void> {
    return Promise.resolve();
  }

  afterCall(): void {
    // Nothing was set up.
  }

  get destroyed(): boolean {
    return this.released && this.instances.length === 0;
  }

  evidenceOf(): Promise<readonly Evidence[]> {
    return Promise.resolve([]);
  }

  settle(): Promise<void> {
    return this.pump.settle();
  }

  waitUntil(what: string, condition: () => boolean): Promise<void> {
    return this.pump.waitUntil(what, condition);
  }

  dispose(): Promise<void> {
    for (const { type, handle } of [...this.instances].reverse()) {
      const destroy = destroyerOf(type, this.world.specification);
      const parameter = destroy?.parameters[0]?.name;
      if (destroy !== null && parameter !== undefined) this.call(destroy.name, { [parameter]: handle });
    }
    return Promise.resolve();
  }

  private dependencies() {
    const { timeline } = this.world;
    return {
      log: (category: string, message: string): void => {
        timeline.log(category, message);
      },
      allocate: (size: number): Uint8Array => new Uint8Array(size),
      connect: (): null => null,
      now: (): number => performance.now(),
    };
  }

  private valueFor(functionName: string, parameter: string): unknown {
    const own = this.givenValue(functionName, parameter);
    if (own !== undefined) return own;
    const variable = this.session.prototype(functionName).parameters.find(({ name }) => name === parameter);
    const known = variable === undefined ? null : genericValue(variable, this.world.specification);
    if (known?.kind === 'value') return known.value;
    if (known?.kind === 'handle') return this.instanceOf(known.type);
    const cause = new Error(`${variable?.type ?? 'its type'} does not tell`);
    throw new PreparationError(`find a value for ${parameter} of ${functionName}`, { cause });
  }

  private instanceOf(type: string): unknown {
    const known = this.instances.find((instance) => instance.type === type);
    if (known !== undefined) return known.handle;
    const creator = creatorOf(type, this.world.specification);
    const goal = `make a ${type}`;
    if (creator === null)
      throw new PreparationError(goal, { cause: new Error('no function of the document returns one') });
    const { result } = this.call(creator.name);
    if (result === null || result === undefined)
      throw new PreparationError(goal, {
        cause: new Error(`${creator.name} returned none for valid arguments`),
      });
    return result;
  }

  private forget(functionName: string, given: NamedArguments): void {
    for (const [position, { type, handle }] of this.instances.entries()) {
      if (destroyerOf(type, this.world.specification)?.name !== functionName) continue;
      if (!Object.values(given).includes(handle)) continue;
      this.instances.splice(position, 1);
      this.released = true;
      return;
    }
  }
}
