import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeRoot, shownPath } from '../package.js';
import type { AdapterSource } from './description.js';

/** Folder of the adapters that come with iospec; all else of its code belongs to the judge. */
const ADAPTERS = join(codeRoot, 'src', 'adapters') + sep;
/** Folders that hold what only tests use. */
const TESTS_ALONE = new Set(['testing', 'fixtures', 'broken', 'node_modules']);

/**
 * The code of an adapter.
 * @param loaded Paths of the files that loading its module read, itself first.
 * @param further Files and folders that it says it consists of besides: paths or file URLs.
 */
export function sourceOf(loaded: readonly string[], further: readonly string[]): AdapterSource {
  const own = loaded.filter((file) => !file.startsWith(codeRoot + sep) || file.startsWith(ADAPTERS));
  const named = further.map((one) => (one.startsWith('file:') ? fileURLToPath(one) : one)).flatMap(filesAt);
  const files = [...new Set([...own, ...named])];
  return { files: files.map(shownPath), sha256: hashOf(files) ?? '' };
}

function filesAt(path: string): readonly string[] {
  return existsSync(path) && statSync(path).isDirectory() ? modulesBelow(path) : [path];
}

/**
 * Hashes files.
 * @returns SHA-256, hexadecimal, of their contents one after the other; null when one of them is gone.
 */
export function hashOf(files: readonly string[]): string | null {
  const hash = createHash('sha256');
  for (const file of files) {
    if (!existsSync(file)) return null;
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** The modules of a folder and of those below it, in the order of their paths, without what only tests use. */
export function modulesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const all = new Set(names);
  return (
    names
      .filter((name) => /\.m?[jt]s$/.test(name) && !/\.(?:test|d)\.m?[jt]s$/.test(name))
      .filter((name) => !name.split(sep).some((part) => TESTS_ALONE.has(part)))
      // Where a module lies beside what it was compiled to, that is what runs.
      .filter((name) => !(name.endsWith('ts') && all.has(name.replace(/ts$/, 'js'))))
      .sort()
      .map((name) => join(folder, name))
  );
}
