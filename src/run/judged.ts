import { withHeaders } from '../specification/headers.js';
import { GenericStage } from '../stage/generic_stage.js';
import { STANDARD_SEAMS } from '../stage/seams.js';
import type { Stage } from '../stage/stage.js';
import type { IospecWorld, Judged } from '../stage/world.js';
import type { AdapterModule } from '../subject/adapter.js';
import { loadAdapter } from '../subject/load_adapter.js';
import { loadSystem } from '../system/load_system.js';
import type { System } from '../system/system.js';
import type { RunSubject } from './protocol.js';

/**
 * Loads what a worker's scenarios judge.
 * @throws SystemError, or an Error that names the adapter's module.
 */
export async function loadJudged(subject: RunSubject): Promise<Judged> {
  const system = await loadSystem(subject.system);
  // From here on stack lines name the sources that the adapter's author has before him.
  process.setSourceMapsEnabled(true);
  return judgedOf(system, subject.specification, await loadAdapter(subject.adapter), subject.absent);
}

/** What the scenarios of a document judge with an adapter. */
export function judgedOf(
  system: System,
  specification: RunSubject['specification'],
  adapter: AdapterModule,
  absent: readonly string[] = [],
): Judged {
  const { definition } = system;
  return {
    specification: withHeaders(specification, definition.headers ?? []),
    adapter,
    absent: new Set(absent),
    seams: new Map([...STANDARD_SEAMS, ...Object.entries(definition.seams ?? {})]),
    monitors: definition.monitors ?? [],
    setUp: (world, underlying) => setUp(system, world, underlying),
  };
}

async function setUp({ name, definition }: System, world: IospecWorld, kind: string | null): Promise<Stage> {
  const { underlyings = {}, stage } = definition;
  const known = new Map(Object.entries(underlyings));
  const create = kind === null ? undefined : known.get(kind);
  if (kind !== null && create === undefined)
    throw new Error(`${name} has no underlying IO ${kind}, only ${[...known.keys()].join(', ') || 'none'}`);
  const underlying = (await create?.(world)) ?? null;
  return stage === undefined ? new GenericStage(world) : stage(world, underlying);
}
