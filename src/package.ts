import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);

/** Folder of the package: the nearest one above this module with a package.json. */
export const packageRoot = findRoot(dirname(here));

/** True while the TypeScript sources themselves run (development), false in the compiled package. */
export const runsFromSource = here.endsWith('.ts');

/** Folder of the modules that run: the package's own while the sources run, else `dist`. */
export const codeRoot = runsFromSource ? packageRoot : join(packageRoot, 'dist');

/** The package's version. */
export function packageVersion(): string {
  const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

/** A path as reports show it: relative to the working directory where it is below that. */
export function shownPath(file: string): string {
  const near = relative(process.cwd(), resolve(file)) || '.';
  return near.startsWith('..') ? resolve(file) : near;
}

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`${here}: no package.json above it`);
  return findRoot(parent);
}
