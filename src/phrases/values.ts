import type { IospecWorld } from '../stage/world.js';

/** The value that a word of a condition stands for: `NULL`, `0`, `zero`, `-1`. */
export function valueOf(word: string): null | number {
  if (word === 'NULL') return null;
  return word === 'zero' ? 0 : Number(word);
}

/** The structure that a valid call would pass for a parameter. */
export function argumentOf(world: IospecWorld, functionName: string, parameter: string): object {
  const value = world.stage.argumentsOf(functionName)[parameter];
  if (typeof value !== 'object' || value === null)
    throw new Error(`${parameter} of ${functionName} is not a structure`);
  return value;
}
