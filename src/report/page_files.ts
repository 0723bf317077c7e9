import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package.js';
import { verdictStyle } from './verdict_colours.js';

/** Where `npm run build` bundles the page's script and style sheet to. */
const FOLDER = join(packageRoot, 'dist', 'page');

/**
 * The page's own code as one script.
 * @throws Error when the page has not been built.
 */
export function pageScript(): string {
  return built('page.js');
}

/**
 * The page's style sheet, the colours of verdicts included.
 * @throws Error when the page has not been built.
 */
export function pageStyle(): string {
  return `${verdictStyle()}${built('page.css')}`;
}

function built(name: string): string {
  const file = join(FOLDER, name);
  if (!existsSync(file)) throw new Error(`${file} is missing: \`npm run build\` makes it`);
  return readFileSync(file, 'utf8');
}
