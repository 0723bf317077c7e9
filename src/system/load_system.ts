import { pathToFileURL } from 'node:url';
import { placeOf } from '../subject/module_error.js';
import { enableTypeScript } from '../subject/typescript_modules.js';
import { reasonOf } from '../errors.js';
import { shownPath } from '../package.js';
import { defectOf, SystemError, type SystemDefinition } from './definition.js';
import type { System, SystemPlace } from './system.js';

/**
 * Loads a system from where it is declared.
 * @returns The generic system of that name where nobody declared any.
 * @throws SystemError with one line that names the module and what is wrong with it.
 */
export async function loadSystem(place: SystemPlace): Promise<System> {
  if (place.file === null) return { name: place.name, place, definition: { name: place.name } };
  const exported = (await importModule(place.file)) as { readonly default?: unknown };
  const defect = defectOf(exported.default);
  if (defect !== null) throw new SystemError(`${shownPath(place.file)}: ${defect}`);
  const definition = exported.default as SystemDefinition;
  if (place.name !== '' && definition.name !== place.name)
    throw new SystemError(
      `${shownPath(place.file)}: its system is named ${definition.name}, and its folder ${place.name}`,
    );
  return { name: definition.name, place: { ...place, name: definition.name }, definition };
}

/**
 * Imports a module of a system.
 * @param file Absolute path.
 * @throws SystemError with file, line and reason where it can't be loaded.
 */
export async function importModule(file: string): Promise<unknown> {
  const { href } = pathToFileURL(file);
  try {
    enableTypeScript(href);
    return await import(href);
  } catch (error) {
    // What defineSystem refuses does not know its file.
    if (error instanceof SystemError) throw new SystemError(`${shownPath(file)}: ${error.message}`);
    if (isOfIdleCucumber(error))
      throw new SystemError(
        `${shownPath(file)}: defines steps through a copy of Cucumber of its own; take Given, When and Then from 'iospec/system'`,
        { cause: error },
      );
    const place = placeOf(error, href, [file]).replace(/^line (\d+): $/, '$1: ');
    const separator = /^\d+: $/.test(place) ? ':' : ': ';
    throw new SystemError(`${shownPath(file)}${separator}${place}${reasonOf(error)}`, { cause: error });
  }
}

/** True for what Cucumber throws where somebody defines steps through a copy of it that does not run. */
function isOfIdleCucumber(error: unknown): boolean {
  return error instanceof Error && error.message.includes("instance of Cucumber that isn't running");
}
