import { join } from 'node:path';
import { modulesBelow } from './adapter_source.js';
import { codeRoot } from './package.js';

/**
 * Step files for a document: the phrases that many documents share, and its own.
 * @returns Absolute paths; only the shared ones for a document that nobody wrote steps for.
 */
export function supportFiles(system: string): readonly string[] {
  return ['common', system].flatMap((name) => modulesBelow(join(codeRoot, 'steps', name)));
}
