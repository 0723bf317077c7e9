import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { shownPath } from '../package.js';

/** Files that are looked through for a syntax error, at most: the module itself and what it imports come first. */
const CHECKED = 20;
const CHECKING_MS = 10_000;

/**
 * Where a syntax error is, to be put before its reason: `line 3: `, or `part.mjs:3: ` where it is in another file than the module.
 * Node.js keeps the place of one in an ES module to itself, so the files are checked anew.
 * @param module URL of the module that was loaded.
 * @param loaded Paths of all files among which the erroneous one is.
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
  const files = loaded.filter((file) => /\.[mc]?js$/.test(file)).slice(0, CHECKED);
  for (const file of files) {
    const { stderr } = spawnSync(process.execPath, ['--check', file], {
      encoding: 'utf8',
      timeout: CHECKING_MS,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const place = placeIn(stderr);
    if (place !== null) return place;
  }
  return null;
}

/** The place that a report of Node.js begins with. */
function placeIn(report: string): Place | null {
  const [, file, line] = /^(file:\/\/\S+|(?:\/|[A-Za-z]:\\).+):(\d+)\n/.exec(report) ?? [];
  if (file === undefined || line === undefined) return null;
  return { file: file.startsWith('file:') ? fileURLToPath(file) : file, line };
}
