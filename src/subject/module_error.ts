import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shownPath } from '../package.js';

/** Files that are looked through for a syntax error, at most: the module itself and what it imports come first. */
const CHECKED = 20;
const CHECKING_MS = 10_000;

/**
 * Where a syntax error is, to be put before its reason: `line 3: `, or `part.mjs:3: ` where it is in another file than the module.
 * Node.js keeps the place of one in an ES module to itself, so the files are checked anew.
 * @param module URL of the module that was loaded.
 * @param loaded Paths of files among which the erroneous one is, or that import it.
 * @returns Nothing for any other error, and where Node.js does not say.
 */
export function placeOf(error: unknown, module: string, loaded: readonly string[]): string {
  if (!(error instanceof SyntaxError)) return '';
  const place = placeIn(error.stack ?? '') ?? checkedPlace(loaded);
  if (place === null) return '';
  const { file, line } = place;
  const isModule = module.startsWith('file:') && fileURLToPath(module) === file;
  return isModule ? `line ${line}: ` : `${shownPath(file)}:${line}: `;
}

interface Place {
  readonly file: string;
  readonly line: string;
}

function checkedPlace(loaded: readonly string[]): Place | null {
  const files = new Set(loaded);
  let checked = 0;
  // What a file imports comes behind all that is there already.
  for (const file of files) {
    if (!/\.[mc]?js$/.test(file) || !existsSync(file)) continue;
    if (checked === CHECKED) return null;
    checked += 1;
    const { stderr } = spawnSync(process.execPath, ['--check', file], {
      encoding: 'utf8',
      timeout: CHECKING_MS,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const place = placeIn(stderr);
    if (place !== null) return place;
    for (const imported of importedBy(file)) files.add(imported);
  }
  return null;
}

/** The files that a module imports by relative paths. */
function importedBy(file: string): readonly string[] {
  const imports = readFileSync(file, 'utf8').matchAll(
    /\b(?:from|import)\s*\(?\s*(['"])(\.{1,2}\/[^'"\n]+)\1/g,
  );
  return [...imports].map(([, , specifier = '']) => resolve(dirname(file), specifier));
}

/** The place that a report of Node.js begins with. */
function placeIn(report: string): Place | null {
  const [, file, line] = /^(file:\/\/\S+|(?:\/|[A-Za-z]:\\).+):(\d+)\n/.exec(report) ?? [];
  if (file === undefined || line === undefined) return null;
  return { file: file.startsWith('file:') ? fileURLToPath(file) : file, line };
}
