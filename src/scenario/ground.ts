import type { CompositionRules } from './rules.js';
import { axis, slot, type Template } from './template.js';

/** Column of the Examples that names the underlying IO. */
export const UNDERLYING = 'underlying';

/** The first step of every scenario: what is judged, over each underlying IO that it stands on. */
export function groundOf({ noun, underlyings }: Pick<CompositionRules, 'noun' | 'underlyings'>): Template {
  if (underlyings.length === 0) return { text: noun, axes: [] };
  return { text: overA(noun, slot(UNDERLYING)), axes: [axis(UNDERLYING, underlyings, '')] };
}

function overA(noun: string, kind: string): string {
  return `${noun} over a ${kind} underlying IO`;
}

/** The step above in a scenario, however it is written. */
export const GROUND = /^an? (\w+)(?: over an? (\S+) underlying IO)?$/;

/** The underlying IO that the first step of a hand-written scenario names; null where it names none. */
export function underlyingIn(firstStep: string): string | null {
  return GROUND.exec(firstStep)?.[2] ?? null;
}
