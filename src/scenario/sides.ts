import type { DocumentRules } from './rules.js';

/** The step that limits a duty to adapters of the side that its subject names; none where the system has no sides. */
export function sideOf(subject: string | null, { sides }: DocumentRules): readonly string[] {
  const side = subject === null ? undefined : sides.find(({ subjects }) => subjects.test(subject));
  return side === undefined ? [] : [side.given];
}
