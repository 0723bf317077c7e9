import { relative, resolve } from 'node:path';

/**
 * The folder of the reports: the one asked for, or the one of `iospec.config.mjs`, or `reports`.
 * @param given What `--reports` names.
 * @param configuration Path of the configuration that `--config` names; null: that of the working directory, if there is one.
 * @throws ConfigurationError if the configuration can't be used.
 */
export async function reportsFolder(
  given: string | undefined,
  configuration: string | null,
): Promise<string> {
  if (given !== undefined) return given;
  const { loadConfiguration } = await import('../system/configuration.js');
  const loaded = await loadConfiguration(configuration);
  const named = loaded.configuration.reports;
  if (named === undefined) return 'reports';
  return relative('', resolve(loaded.folder, named)) || '.';
}
