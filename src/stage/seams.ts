import type { Capabilities } from '../subject/description.js';
import { UnobservableError } from './preparation.js';

/** What is wrong with an adapter that does not take a dependency, by the dependency's name. */
export type Seams = ReadonlyMap<string, string>;

/** The dependencies that every adapter is given, whatever its system. */
export const STANDARD_SEAMS: Seams = new Map([
  ['log', 'does not log through iospec'],
  ['allocate', 'does not get its memory from iospec'],
  ['connect', 'does not open its connections through iospec'],
  ['now', "does not go by iospec's clock"],
]);

/** Whether an adapter declares that it does not take a dependency. */
export function isDeclined(capabilities: Capabilities, seam: string): boolean {
  return capabilities[seam] === false;
}

/** Why a dependency that an adapter does not take shows nothing of it. */
export function whyUnseen(seam: string, seams: Seams): string {
  return `${seam} is false: the adapter ${seams.get(seam) ?? 'does not take it from iospec'}`;
}

/** The adapter does not take a dependency that the scenario needs. */
export class DeclinedSeamError extends UnobservableError {
  constructor(readonly seam: string) {
    super(`${seam} is false`);
    this.name = 'DeclinedSeamError';
  }
}

/** @throws DeclinedSeamError unless the adapter takes the dependency. */
export function requireSeam(capabilities: Capabilities, seam: string): void {
  if (isDeclined(capabilities, seam)) throw new DeclinedSeamError(seam);
}
