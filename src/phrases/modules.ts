import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modulesBelow } from '../subject/code.js';
import { shownPath } from '../package.js';
import { SystemError } from '../system/definition.js';
import type { System } from '../system/system.js';

const HERE = dirname(fileURLToPath(import.meta.url));

/** Modules of this room that bind phrases for every document. */
const SHARED = ['callbacks', 'calls', 'given', 'results', 'states'].map((name) =>
  join(HERE, `${name}${/\.[jt]s$/.exec(import.meta.url)?.[0] ?? '.js'}`),
);

/**
 * The modules that bind the phrases of a system's document.
 * @returns Absolute paths: those for every document, then the system's own.
 * @throws SystemError where the system names phrases that are not there.
 */
export function phraseModules(system: System): readonly string[] {
  return [...SHARED, ...ownModules(system)];
}

function ownModules({ place: { folder, file }, definition }: System): readonly string[] {
  if (folder === null) return [];
  const named = typeof definition.phrases === 'string' ? [definition.phrases] : definition.phrases;
  // A folder of steps alone needs neither a declaration nor a further folder.
  const missing = named?.find((path) => !existsSync(resolve(folder, path)));
  if (missing !== undefined)
    throw new SystemError(
      `${shownPath(file ?? folder)}: its \`phrases\` names ${missing}: no such file or folder`,
    );
  const places = named ?? [existsSync(join(folder, 'phrases')) ? 'phrases' : '.'];
  return places
    .map((place) => resolve(folder, place))
    .flatMap((path) => (existsSync(path) && !statSync(path).isDirectory() ? [path] : modulesBelow(path)))
    .filter((module) => module !== file);
}

/** Whether a module binds phrases for every document. */
export function isShared(module: string): boolean {
  return SHARED.includes(module);
}
