import { scopeOf } from '../../../src/phrases/scope.js';
import type { DiagnosticScope } from './diagnostics.js';
import type { AsyncSocketWorld } from './world.js';

/** What was told during the calls of a function since the scenario's action; of all functions where it is none. */
export function toldBy(world: AsyncSocketWorld, subject: string): DiagnosticScope {
  const { mark, function: name } = scopeOf(world, subject);
  return { mark, function: name };
}
