import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { shownPath } from '../package.js';

const { cache } = createRequire(import.meta.url);

/**
 * What to say of copies of Cucumber that step files have loaded for themselves: steps that are defined through them are never run.
 * @returns One line for each copy.
 */
export function foreignCucumber(): readonly string[] {
  const entries = Object.keys(cache).filter((file) =>
    /@cucumber[/\\]cucumber[/\\]lib[/\\]index\.js$/.test(file),
  );
  return entries.map(
    (file) =>
      `step files load Cucumber from ${shownPath(dirname(dirname(file)))}: steps that are defined through it are not run; take Given, When and Then from 'iospec/system'`,
  );
}
