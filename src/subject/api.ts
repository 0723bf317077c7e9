import type { AdapterApi, AdapterFunction } from './adapter.js';
import type { Specification } from '../specification/model.js';

/**
 * The functions that a document has requirements for and declares: what an adapter that claims it must have. Callbacks that the
 * document describes are inside the adapter: static in C, or named as callbacks are.
 */
export function functionsOf({ requirements, prototypes }: Specification): readonly string[] {
  const subjects = new Set(requirements.map((requirement) => requirement.function));
  const names = prototypes
    .filter(({ kind, name, isStatic }) => kind === 'function' && isStatic !== true && subjects.has(name))
    .filter(({ name }) => !name.startsWith('on_'))
    .map(({ name }) => name);
  return [...new Set(names)];
}

/** The slot of a VTable that a function of the document belongs into, as the document says or as their names tell. */
function slotOf(name: string, { slots }: Specification, table: ReadonlySet<string>): string | null {
  const defined = slots.find((slot) => slot.function === name)?.slot;
  if (defined !== undefined) return table.has(defined) ? defined : null;
  // `store_open` belongs into `concrete_io_open`, where its document does not say so.
  const [, own] = /^[a-z\d]+_(\w+)$/i.exec(name) ?? [];
  return [...table].find((slot) => slot.replace(/^concrete_x?io_/, '') === own) ?? null;
}

/** True for the function that returns the VTable itself: `store_get_interface_description`. */
function returnsVTable(name: string, { prototypes }: Specification): boolean {
  const prototype = prototypes.find((one) => one.kind === 'function' && one.name === name);
  return prototype?.parameters.length === 0 && prototype.returnType.includes('IO_INTERFACE_DESCRIPTION');
}

/**
 * The functions of an adapter that gave its API itself, or its VTable.
 * @param functions Names of the functions that the adapter gave.
 * @returns For each function of the document what the adapter calls it: its own name or its slot; null where it has none.
 */
export function namesIn(
  functions: readonly string[],
  specification: Specification,
): ReadonlyMap<string, string | null> {
  const table = new Set(functions);
  const isVTable = [...table].some(
    (name) => /^concrete_x?io_/.test(name) || specification.slots.some(({ slot }) => slot === name),
  );
  return new Map(
    specification.prototypes
      .filter(({ kind }) => kind === 'function')
      .map(({ name }) => {
        if (table.has(name)) return [name, name];
        if (!isVTable) return [name, null];
        return [name, returnsVTable(name, specification) ? '' : slotOf(name, specification, table)];
      }),
  );
}

/** Names of the functions of an object, its class's included. */
export function functionNames(table: object): readonly string[] {
  const names = new Set<string>();
  for (
    let level: unknown = table;
    typeof level === 'object' && level !== null && level !== Object.prototype;
  ) {
    for (const name of Object.getOwnPropertyNames(level)) {
      if (name !== 'constructor' && typeof Reflect.get(table, name) === 'function') names.add(name);
    }
    level = Object.getPrototypeOf(level);
  }
  return [...names];
}

/**
 * The API of an adapter under the names of the document, whichever of its API and its VTable it gave.
 * @param given What the adapter's `create` returned.
 */
export function apiOf(given: AdapterApi, specification: Specification): AdapterApi {
  const api: Record<string, AdapterFunction> = {};
  for (const [name, known] of namesIn(functionNames(given), specification)) {
    if (known === null) continue;
    // Called on the object itself, so that an instance of a class serves as well.
    api[name] = known === '' ? () => given : (...parameters) => given[known]?.(...parameters);
  }
  return api;
}
