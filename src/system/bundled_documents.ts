import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot, shownPath } from '../package.js';

/** A document that comes with the package. */
export interface BundledDocument {
  readonly name: string;
  /** Path, relative to the working directory where the document is below it. */
  readonly file: string;
}

const SUFFIX = '_requirements.md';

/** The documents that come with the package, by name. */
export function bundledDocuments(): readonly BundledDocument[] {
  const folder = join(packageRoot, 'spec');
  return readdirSync(folder)
    .filter((entry) => entry.endsWith(SUFFIX))
    .sort()
    .map((entry) => ({ name: entry.slice(0, -SUFFIX.length), file: shownPath(join(folder, entry)) }));
}
