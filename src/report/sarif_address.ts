import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The current schema of the Static Analysis Results Interchange Format. */
export const SARIF_SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Stands for the folder that the relative addresses start from, as code scanning services know it. */
const BASE = '%SRCROOT%';

/** The address of a file in a SARIF log: relative to a folder, unless no relative path leads there. */
export function sarifAddress(
  file: string,
  folder: string,
): { readonly uri: string; readonly uriBaseId?: string } {
  const path = relative(folder, resolve(folder, file));
  if (isAbsolute(path)) return { uri: pathToFileURL(path).href };
  return { uri: path.split(sep).map(encodeURIComponent).join('/'), uriBaseId: BASE };
}
