import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { reasonOf, UserError } from '../errors.js';
import { suggestion } from '../nearest.js';
import { shownPath } from '../package.js';
import { placeOf } from '../subject/module_error.js';

/** What `iospec.config.mjs` says is judged; everything can be left out, and convention finds the rest. */
export interface Configuration {
  /** Systems of one's own: modules, folders, or packages that bring one. Beside those of `steps/`. */
  readonly systems?: readonly string[];
  /** Documents that are judged by. Otherwise every `spec/*_requirements.md`. */
  readonly documents?: readonly string[];
  /** Adapters that are judged: modules. Otherwise those that the systems name. */
  readonly adapters?: readonly string[];
  /** Folder of the reports. Otherwise `reports`. */
  readonly reports?: string;
}

/** A configuration that can't be used, in one line. */
export class ConfigurationError extends UserError {}

const LISTS = ['systems', 'documents', 'adapters'] as const;
const KEYS: readonly string[] = [...LISTS, 'reports'];
/** Its name, in the folder that is the project. */
export const CONFIGURATION_FILE = 'iospec.config.mjs';

/** A configuration and the folder that its paths are relative to. */
export interface LoadedConfiguration {
  readonly folder: string;
  readonly configuration: Configuration;
}

/**
 * Reads the configuration of a project.
 * @param given Path of the file; null: `iospec.config.mjs` of the working directory, where there is one.
 * @throws ConfigurationError with one line that names the file and what is wrong in it.
 */
export async function loadConfiguration(given: string | null): Promise<LoadedConfiguration> {
  const file = resolve(given ?? CONFIGURATION_FILE);
  const folder = dirname(file);
  if (!existsSync(file)) {
    if (given !== null) throw new ConfigurationError(`${given}: no such file`);
    return { folder, configuration: {} };
  }
  let exported: unknown;
  try {
    exported = ((await import(pathToFileURL(file).href)) as { readonly default?: unknown }).default;
  } catch (error) {
    const place = placeOf(error, pathToFileURL(file).href, [file]);
    throw new ConfigurationError(`${shownPath(file)}: ${place}${reasonOf(error)}`, { cause: error });
  }
  const defect = defectOf(exported, folder);
  if (defect !== null) throw new ConfigurationError(`${shownPath(file)}: ${defect}`);
  return { folder, configuration: exported as Configuration };
}

/** A configuration as it is written, for an editor to check; returns it as it is. */
export function defineConfig(configuration: Configuration): Configuration {
  return configuration;
}

function defectOf(exported: unknown, folder: string): string | null {
  if (typeof exported !== 'object' || exported === null || Array.isArray(exported))
    return 'its default export is not an object';
  const fields = exported as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(fields).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) return `unknown key \`${unknown}\`${suggestion(unknown, KEYS)}`;
  for (const list of LISTS) {
    const value = fields[list];
    if (value === undefined) continue;
    if (!Array.isArray(value) || !value.every((one) => typeof one === 'string'))
      return `\`${list}\` is not a list of strings`;
  }
  if (fields.reports !== undefined && typeof fields.reports !== 'string') return '`reports` is not a string';
  const missing = ((fields.documents ?? []) as readonly string[]).find(
    (one) => !existsSync(join(folder, one)),
  );
  return missing === undefined ? null : `\`documents\` names ${missing}: no such file`;
}
