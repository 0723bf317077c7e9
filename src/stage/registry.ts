import type { IospecWorld } from './world.js';
import type { Stage } from './stage.js';

/** Sets a system's stage up over an underlying IO of the given kind. */
export type StageFactory = (world: IospecWorld, underlying: string) => Promise<Stage>;

const factories = new Map<string, StageFactory>();

/** Tells how scenarios of a system (`tlsio`) get their adapter instance; called once, where its steps are defined. */
export function defineStage(system: string, factory: StageFactory): void {
  if (factories.has(system)) throw new Error(`two stages are defined for ${system}`);
  factories.set(system, factory);
}

/** The stage factory of a system; its error tells what is missing. */
export function stageFactory(system: string): StageFactory {
  const factory = factories.get(system);
  if (factory === undefined)
    throw new Error(`no stage is defined for ${system}: steps/${system}/ is missing`);
  return factory;
}
