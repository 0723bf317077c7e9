import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { GENERATED_MARK } from './gherkin.js';
import type { ComposedFeature } from './model.js';

/** How a features folder differs from what the documents give. */
export interface Drift {
  /** Path below the features folder. */
  readonly path: string;
  readonly kind: 'missing' | 'changed' | 'stale';
  /** First line that differs (counted from 1), or null where the file is missing or stale. */
  readonly line: number | null;
}

/**
 * Compares the generated features with a folder, without writing anything. Hand-written features (`<system>/depth/`) and
 * systems that no given feature belongs to are left aside.
 *
 * @param features What `compose` gave, for one or several documents.
 * @param folder The features folder, normally `features`.
 */
export async function drift(features: readonly ComposedFeature[], folder: string): Promise<readonly Drift[]> {
  const found: Drift[] = [];
  for (const { path, text } of features) {
    const written = await readText(join(folder, path));
    if (written === null) found.push({ path, kind: 'missing', line: null });
    else if (written !== text) found.push({ path, kind: 'changed', line: firstDifference(written, text) });
  }
  for (const path of await stalePaths(features, folder)) found.push({ path, kind: 'stale', line: null });
  return found;
}

/**
 * Writes the features that are missing or differ, and removes generated files that no document gives any more.
 *
 * @returns What was out of step before, in the terms of `drift`.
 */
export async function writeFeatures(
  features: readonly ComposedFeature[],
  folder: string,
): Promise<readonly Drift[]> {
  const found = await drift(features, folder);
  for (const { path, kind } of found) {
    if (kind === 'stale') await rm(join(folder, path));
  }
  const outdated = new Set(found.map(({ path }) => path));
  for (const { path, text } of features) {
    if (!outdated.has(path)) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return found;
}

/** Generated features of the same systems that are not among the given ones. */
async function stalePaths(features: readonly ComposedFeature[], folder: string): Promise<readonly string[]> {
  const known = new Set(features.map(({ path }) => path));
  const systems = new Set(features.map(({ path }) => dirname(path)));
  const stale: string[] = [];
  for (const system of [...systems].sort()) {
    for (const name of (await filesIn(join(folder, system))).toSorted()) {
      const path = `${system}/${name}`;
      if (!name.endsWith('.feature') || known.has(path)) continue;
      if ((await readText(join(folder, path)))?.includes(GENERATED_MARK) === true) stale.push(path);
    }
  }
  return stale;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function firstDifference(left: string, right: string): number {
  const expected = right.split('\n');
  const index = left.split('\n').findIndex((line, number) => line !== expected[number]);
  return (index === -1 ? left.split('\n').length : index) + 1;
}
