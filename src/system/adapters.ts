import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { shownPath } from '../package.js';
import { SystemError } from './definition.js';
import type { System } from './system.js';

/** An adapter that a system or a configuration names. */
export interface NamedAdapter {
  readonly name: string;
  /** URL of its module. */
  readonly url: string;
  /** Name of the document that it claims. */
  readonly specification: string;
}

/** The adapters that a system names. */
export function adaptersOf(system: System): readonly NamedAdapter[] {
  return Object.entries(system.definition.adapters ?? {}).map(([name, path]) => ({
    name,
    url: adapterUrl(path, system),
    specification: system.name,
  }));
}

/**
 * The URL of an adapter's module.
 * @param path From the system's own folder; sources name what they are compiled to.
 * @throws SystemError where there is no such file.
 */
export function adapterUrl(path: string, { place }: System): string {
  const file = join(place.folder ?? '.', path);
  const found = [file, file.replace(/js$/, 'ts')].find(existsSync);
  if (found === undefined)
    throw new SystemError(`${shownPath(place.file ?? '.')}: it names the adapter ${path}: no such file`);
  return pathToFileURL(found).href;
}
