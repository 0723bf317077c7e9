import { basename, join } from 'node:path';
import type { Judging } from '../phrases/hooks.js';
import { loadAdapter } from '../subject/load_adapter.js';
import { adapterUrl } from '../system/adapters.js';
import { findSystems } from '../system/find_system.js';
import { loadSystem } from '../system/load_system.js';
import { bundledProject } from '../system/project.js';
import type { System } from '../system/system.js';
import type { Judged } from '../stage/world.js';
import { judgedOf, loadJudged } from './judged.js';
import type { RunSubject } from './protocol.js';

/** The systems whose phrases a process binds, and what its scenarios judge. */
export interface CurrentRun extends Judging {
  readonly systems: readonly System[];
}

let subject: RunSubject | null = null;

/** Says what the scenarios of this process judge, before Cucumber loads its support code. */
export function beginRun(next: RunSubject): void {
  subject = next;
}

/** What this process was asked to judge; under plain cucumber-js, what comes with iospec. */
export async function currentRun(): Promise<CurrentRun> {
  const run = subject;
  if (run === null) return bundledRun(process.env.IOSPEC_SYSTEMS?.split(',') ?? []);
  const system = await loadSystem(run.system);
  // Loaded when the phrases are, before the first scenario.
  let judged: Promise<Judged> | null = null;
  const judgedBy = (): Promise<Judged> => (judged ??= loadJudged(run));
  return { systems: [system], judgedBy, stepTimeout: system.definition.stepTimeout };
}

/** For people who live in Cucumber's own tools: a scenario judges the first bundled adapter of the document among its tags. */
async function bundledRun(names: readonly string[]): Promise<CurrentRun> {
  const project = bundledProject();
  const all = await (await findSystems([project])).all();
  const systems = names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
  const judged = new Map<string, Promise<Judged>>();
  const judge = async (system: System): Promise<Judged> => {
    const document = project.documents.find(
      ({ file }) => basename(file) === `${system.name}_requirements.md`,
    );
    const [adapter] = Object.values(system.definition.adapters ?? {});
    if (document === undefined || adapter === undefined)
      throw new Error(`iospec comes without a document or without an adapter of ${system.name}`);
    const { readSpecification } = await import('../specification/read.js');
    const specification = await readSpecification(join(process.cwd(), document.file));
    return judgedOf(system, specification, await loadAdapter(adapterUrl(adapter, system)));
  };
  const judgedBy = (tags: readonly string[]): Promise<Judged> => {
    const system = systems.find(({ name }) => tags.includes(name));
    if (system === undefined) throw new Error(`none of the tags ${tags.join(', ')} names a document`);
    const found = judged.get(system.name) ?? judge(system);
    judged.set(system.name, found);
    return found;
  };
  return {
    systems,
    judgedBy,
    stepTimeout: Math.max(...systems.map(({ definition }) => definition.stepTimeout ?? 0)) || undefined,
  };
}
