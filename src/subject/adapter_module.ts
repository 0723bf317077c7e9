import { bundledAdapters } from '../adapters/bundled.js';
import { defectOf } from '../adapters/define_adapter.js';
import type { AdapterModule } from '../adapters/module.js';
import { defaultDependencies } from '../adapters/xio/default_dependencies.js';
import { functionNames } from './api.js';
import { bundledSource, moduleSource } from './adapter_source.js';
import { noteLoadedFiles } from './loaded_files.js';
import { placeOf, reasonOf } from './module_error.js';
import type { AdapterDescription, AdapterSource } from '../run/protocol.js';
import { enableTypeScript } from './typescript_modules.js';

/**
 * Loads an adapter: a bundled one by its name, any other from a module that exports it as `adapter` or as its default.
 * @param specifier Bundled name, or URL of a module.
 * @throws Error with one line that names the module and what is wrong with it.
 */
export async function loadAdapter(specifier: string): Promise<AdapterModule> {
  const bundled = bundledAdapters.find(({ name }) => name === specifier);
  if (bundled !== undefined) return bundled;
  return importAdapter(specifier, () => () => []);
}

/**
 * @param onReady Called when everything is loaded that loading the module itself needs; gives what tells the files that were
 * loaded since.
 */
async function importAdapter(
  specifier: string,
  onReady: () => () => readonly string[],
): Promise<AdapterModule> {
  let exported: unknown;
  let loadedFiles = (): readonly string[] => [];
  try {
    enableTypeScript(specifier);
    loadedFiles = onReady();
    exported = await import(specifier);
  } catch (error) {
    const place = placeOf(error, specifier, loadedFiles());
    throw new Error(`${specifier}: ${place}${reasonOf(error)}`, { cause: error });
  }
  const candidate = adapterIn(exported);
  const defect = defectOf(candidate);
  if (defect !== null) throw new Error(`${specifier}: ${defect}`);
  return candidate as AdapterModule;
}

/** What a bundled adapter says of itself. */
export function describeBundled(adapter: AdapterModule): AdapterDescription {
  return describe(adapter.name, adapter, bundledSource(adapter.specification));
}

/**
 * Loads a module of somebody else's and asks what it claims.
 * @throws Error with one line that names the module and what is wrong with it.
 */
export async function describeModule(specifier: string): Promise<AdapterDescription> {
  let loadedFiles = (): readonly string[] => [];
  const adapter = await importAdapter(specifier, () => (loadedFiles = noteLoadedFiles()));
  return describe(specifier, adapter, moduleSource(loadedFiles()));
}

function describe(specifier: string, adapter: AdapterModule, source: AdapterSource): AdapterDescription {
  const { name, version, specification, capabilities } = adapter;
  const functions = functionsOf(specifier, adapter);
  return { specifier, name, version, specification, capabilities, functions, source };
}

function functionsOf(specifier: string, adapter: AdapterModule): readonly string[] {
  let given: unknown;
  try {
    given = adapter.create({ ...defaultDependencies, log: () => undefined });
  } catch (error) {
    throw new Error(`${specifier}: its \`create\` threw: ${reasonOf(error)}`, { cause: error });
  }
  if (typeof given === 'object' && given !== null && !(given instanceof Promise)) return functionNames(given);
  const what = given instanceof Promise ? 'a promise' : String(given);
  throw new Error(`${specifier}: its \`create\` returned ${what}, not an object of functions`);
}

/** The adapter among a module's exports; a CommonJS module has them one level deeper. */
function adapterIn(exported: unknown): unknown {
  const outer = fieldsOf(exported);
  const inner = fieldsOf(outer.default);
  return outer.adapter ?? inner.adapter ?? inner.default ?? outer.default;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
