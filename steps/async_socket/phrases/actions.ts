import { BeforeStep } from '@cucumber/cucumber';
import { Note } from '../../../src/stage/notes.js';
import type { AsyncSocketWorld } from '../stage/world.js';

interface Intent {
  /** Conditions of the scenario that have not been said. */
  left: number;
  readonly preparations: (() => Promise<void> | void)[];
  act: (() => Promise<void> | void) | null;
}

const intentOf = new Note<Intent>('the scenario has no stage yet');

BeforeStep(function (this: AsyncSocketWorld, { pickle }) {
  if (!this.hasStage) return;
  this.stage.notes.ensure(intentOf, () => {
    const left = pickle.steps.filter(({ type }) => String(type) === 'Action').length;
    return { left, preparations: [], act: null };
  });
});

/**
 * Takes a condition of a scenario down. "When f is called and A", "And B" is one call under both conditions: it is made
 * when the last one has been said.
 * @param part.prepare What brings the condition about, right before the call.
 * @param part.act The call itself, of the condition that names the function.
 */
export async function condition(
  world: AsyncSocketWorld,
  part: { readonly prepare?: () => Promise<void> | void; readonly act?: () => Promise<void> | void },
): Promise<void> {
  const intent = world.stage.notes.get(intentOf);
  intent.left -= 1;
  if (part.prepare !== undefined) intent.preparations.push(part.prepare);
  intent.act ??= part.act ?? null;
  if (intent.left > 0) return;
  for (const prepare of intent.preparations) await prepare();
  await intent.act?.();
}
