import { fileURLToPath } from 'node:url';
import { reasonOf } from '../errors.js';
import type { AdapterModule } from './adapter.js';
import type { AdapterDescription } from './description.js';
import { functionNames } from './api.js';
import { sourceOf } from './code.js';
import { defectOf } from './define_adapter.js';
import { plainDependencies } from './dependencies.js';
import { noteLoadedFiles } from './loaded_files.js';
import { placeOf } from './module_error.js';
import { enableTypeScript } from './typescript_modules.js';

/**
 * Loads an adapter from a module that exports it as `adapter` or as its default.
 * @param specifier URL of the module.
 * @throws Error with one line that names the module and what is wrong with it.
 */
export async function loadAdapter(specifier: string): Promise<AdapterModule> {
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

/**
 * Loads a module and asks what it claims.
 * @throws Error with one line that names the module and what is wrong with it.
 */
export async function describeModule(specifier: string): Promise<AdapterDescription> {
  let loadedFiles = (): readonly string[] => [];
  const adapter = await importAdapter(specifier, () => (loadedFiles = noteLoadedFiles()));
  const { name, version, specification, capabilities, sources = [] } = adapter;
  const functions = functionsOf(specifier, adapter);
  const source = sourceOf([...fileOf(specifier), ...loadedFiles()], sources);
  return { specifier, name, version, specification, capabilities, functions, source };
}

/** The module's own file, which is named first. */
function fileOf(specifier: string): readonly string[] {
  return specifier.startsWith('file:') ? [fileURLToPath(specifier.replace(/[?#].*$/, ''))] : [];
}

function functionsOf(specifier: string, adapter: AdapterModule): readonly string[] {
  let given: unknown;
  try {
    given = adapter.create(plainDependencies);
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
