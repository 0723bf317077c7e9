import type { AsyncSocketWorld } from '../stage/world.js';

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
  const { intent } = world.stage;
  intent.said += 1;
  if (part.prepare !== undefined) intent.preparations.push(part.prepare);
  intent.act ??= part.act ?? null;
  if (intent.said < world.whens) return;
  for (const prepare of intent.preparations) await prepare();
  await intent.act?.();
}
