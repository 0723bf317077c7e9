// A project in a folder of its own, for tests of what is found in one.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Configuration } from '../configuration.js';
import type { Project } from '../project.js';

export interface TemporaryProject {
  /** Absolute path. */
  readonly root: string;
  /** Writes a file of it, and gives its absolute path. */
  readonly write: (path: string, text: string) => string;
  /** The project as it is found, with such a configuration. */
  readonly with: (configuration: Configuration) => Project;
  readonly remove: () => void;
}

export function temporaryProject(): TemporaryProject {
  const root = mkdtempSync(join(tmpdir(), 'iospec [project] '));
  return {
    root,
    write: (path, text) => {
      const file = join(root, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
    with: (configuration) => ({ root, steps: join(root, 'steps'), configuration, documents: [] }),
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** The URL that a step file of a test imports Given, When and Then from. */
export const REGISTRY = new URL(
  import.meta.url.replace(/testing\/temporary_project(?=\.[jt]s$)/, 'phrase_registry'),
).href;
/** The URL of `defineSystem`. */
export const DEFINITION = REGISTRY.replace('phrase_registry', 'definition');
