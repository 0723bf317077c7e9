import { createSandbox, type SinonSpy, type SinonStub } from 'sinon';

type AnyFunction = (...parameters: never[]) => unknown;

export type StubOf<F> = F extends AnyFunction ? SinonStub<Parameters<F>, ReturnType<F>> : never;
export type SpyOf<F> = F extends AnyFunction ? SinonSpy<Parameters<F>, ReturnType<F>> : never;
/** Doubles of the functions of an interface, by their names. */
export type Stubs<Interface> = { readonly [Name in keyof Interface]: StubOf<Interface[Name]> };
export type Spies<Interface> = { readonly [Name in keyof Interface]: SpyOf<Interface[Name]> };

/** What stands in the place of a function: over a mock a stub, which has `returns`, else a spy. */
export type Double<F> = SpyOf<F> | StubOf<F>;
export type Doubles<Interface> = { readonly [Name in keyof Interface]: Double<Interface[Name]> };

/** A sandbox keeps every double that it has made, with all that this was called with, until it is restored. */
const sandbox = createSandbox();

/** A stub that does what the model does until it is given results of its own. It goes with the scenario it is made for. */
export function stubOf<F extends AnyFunction>(model: F, name: string): StubOf<F> {
  const stub = sandbox.stub().named(name).callsFake(model);
  sandbox.restore();
  return stub as unknown as StubOf<F>;
}

/** A spy around a function. It goes with the scenario it is made for. */
export function spyOf<F extends AnyFunction>(real: F): SpyOf<F> {
  const spy = sandbox.spy(real);
  sandbox.restore();
  return spy as unknown as SpyOf<F>;
}

/** Stubs that do what the models do, each made when it is first asked for. */
export function stubsOf<Interface extends object>(models: Interface): Stubs<Interface> {
  return lazily(models, stubOf) as Stubs<Interface>;
}

/** Spies around functions, each made when it is first asked for. */
export function spiesOf<Interface extends object>(functions: Interface): Spies<Interface> {
  return lazily(functions, spyOf) as Spies<Interface>;
}

/** A scenario needs few of an interface's doubles, and making one costs as much as some dozens of calls. */
function lazily(functions: object, double: (real: AnyFunction, name: string) => unknown): object {
  const made = new Map<string, unknown>();
  const properties = Object.entries(functions).map(([name, real]): [string, PropertyDescriptor] => {
    const get = (): unknown => {
      if (!made.has(name)) made.set(name, double(real as AnyFunction, name));
      return made.get(name);
    };
    return [name, { enumerable: true, get }];
  });
  return Object.defineProperties({}, Object.fromEntries(properties));
}
