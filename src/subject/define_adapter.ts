import type { AdapterFunction, AdapterModule } from './adapter.js';

/** What `defineAdapter` takes: an `AdapterModule` whose dependencies and functions may have any type of their own. */
export interface AdapterDeclaration<Dependencies, Functions extends FunctionTable<Functions>> extends Omit<
  AdapterModule,
  'create'
> {
  /** Builds an adapter over its dependencies; see {@link AdapterModule.create}. */
  readonly create: (dependencies: Dependencies) => Functions;
}

/** A type all of whose members are functions, interfaces like `IO_INTERFACE_DESCRIPTION` included. */
export type FunctionTable<Functions> = { readonly [Name in keyof Functions]: AdapterFunction };

/**
 * Checks an adapter's declaration, for a module to export it as its default or as `adapter`.
 * @throws TypeError with one line that says what is wrong with it.
 */
export function defineAdapter<Dependencies, Functions extends FunctionTable<Functions>>(
  declaration: AdapterDeclaration<Dependencies, Functions>,
): AdapterModule {
  const defect = defectOf(declaration);
  if (defect !== null) throw new TypeError(defect);
  return declaration as unknown as AdapterModule;
}

/** What keeps a value from being an adapter, in one line; null when it is one. */
export function defectOf(candidate: unknown): string | null {
  if (typeof candidate !== 'object' || candidate === null) {
    return 'exports no adapter (neither `adapter` nor a default export is an object)';
  }
  const fields = candidate as Readonly<Record<string, unknown>>;
  for (const field of ['specification', 'name', 'version']) {
    if (typeof fields[field] !== 'string' || fields[field] === '')
      return `its adapter has no \`${field}\` (a string)`;
  }
  const { capabilities, sources } = fields;
  if (typeof capabilities !== 'object' || capabilities === null)
    return 'its adapter has no `capabilities` (an object)';
  for (const [name, value] of Object.entries(capabilities)) {
    if (typeof value !== 'string' && typeof value !== 'boolean') {
      return `its capability \`${name}\` is neither a string nor a boolean`;
    }
  }
  if (sources !== undefined && !(Array.isArray(sources) && sources.every((one) => typeof one === 'string')))
    return 'its `sources` is not a list of strings';
  return typeof fields.create === 'function' ? null : 'its adapter has no function `create`';
}
