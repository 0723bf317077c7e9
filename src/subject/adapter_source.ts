import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { codeRoot, runsFromSource, shownPath } from '../package.js';
import type { AdapterSource } from '../run/protocol.js';

/** Folder of the code of the bundled adapters. */
const ADAPTERS = join(codeRoot, 'src', 'adapters');

/**
 * The code of a bundled adapter.
 * @param specification The document it claims: the command itself, which claims `iospec`, is all of the code.
 */
export function bundledSource(specification: string): AdapterSource {
  return sourceOf(modulesBelow(specification === 'iospec' ? join(codeRoot, 'src') : ADAPTERS));
}

/**
 * The code of a module of somebody else's.
 * @param loaded Paths of the files that loading it read, itself first.
 */
export function moduleSource(loaded: readonly string[]): AdapterSource {
  // The bundled adapters were loaded long before: of those that it wraps, only the way in was seen.
  const isWrapper = loaded.some((file) => file.startsWith(ADAPTERS + sep));
  const own = loaded.filter((file) => !file.startsWith(ADAPTERS + sep));
  return sourceOf([...new Set([...own, ...(isWrapper ? modulesBelow(ADAPTERS) : [])])]);
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
  const extension = runsFromSource ? '.ts' : '.js';
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension) && !/\.(?:test|d)\.[jt]s$/.test(file))
    .filter((file) => !file.split(sep).includes('testing'))
    .sort()
    .map((file) => join(folder, file));
}

function sourceOf(files: readonly string[]): AdapterSource {
  return { files: files.map(shownPath), sha256: hashOf(files) ?? '' };
}
