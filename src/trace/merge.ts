import type { AdapterTrace, RequirementTrace, ScenarioTrace, SpecificationTrace, Trace } from './model.js';
import { judgeObligations } from './obligations.js';
import { conclude } from './requirement_verdict.js';
import { wasBegun } from './scenario_verdict.js';
import { summarise } from './summary.js';
import { worst } from './verdict.js';
import { UserError } from '../errors.js';

/** A trace with the folder or file it was read from. */
export interface ReadTrace {
  readonly from: string;
  readonly trace: Trace;
}

/** Runs that don't belong together; its message is the one line a user sees. */
export class MergeError extends UserError {
  constructor(from: string, reason: string) {
    super(`${from}: ${reason}`);
  }
}

/**
 * Puts several runs (shards, adapters, documents) together into one trace. A scenario that stands in several of them is
 * kept once, with its worst verdict.
 * @throws MergeError when a shard is missing, or runs judged different versions of a document.
 */
export function mergeTraces(runs: readonly ReadTrace[]): Trace {
  const [first, ...others] = runs;
  if (first === undefined) throw new MergeError('report', 'no run to merge');
  requireAllShards(runs);
  if (others.length === 0 && first.trace.selection.shard === null) return first.trace;
  const traces = runs.map(({ trace }) => trace);
  const complete = traces.every((trace) => trace.complete);
  const selection = {
    underlying: union(traces.map((trace) => trace.selection.underlying)),
    requirements: union(traces.map((trace) => trace.selection.requirements)),
    tags: anyOf(union(traces.map(({ selection: { tags } }) => (tags === null ? null : [tags])))),
    shard: null,
  };
  const specifications = mergeSpecifications(runs);
  return {
    ...first.trace,
    complete,
    selection,
    startedAt: traces.map((trace) => trace.startedAt).sort()[0] ?? first.trace.startedAt,
    durationMs: Math.max(...traces.map((trace) => trace.durationMs)),
    specifications,
    adapters: mergeAdapters(runs),
    summary: summarise(specifications, complete, selection),
  };
}

function mergeAdapters(runs: readonly ReadTrace[]): readonly AdapterTrace[] {
  const merged = new Map<string, AdapterTrace>();
  for (const { from, trace } of runs) {
    for (const adapter of trace.adapters) {
      const key = `${adapter.specification}/${adapter.name}`;
      const known = merged.get(key);
      if (known !== undefined && known.source?.sha256 !== adapter.source?.sha256)
        throw new MergeError(from, `the adapter ${adapter.name} changed between the runs`);
      merged.set(key, known ?? adapter);
    }
  }
  return [...merged.values()];
}

/** Each of the runs that was divided must be there with all of its parts: shards of different runs complete nothing. */
function requireAllShards(runs: readonly ReadTrace[]): void {
  const divided = new Map<string, ReadTrace[]>();
  for (const run of runs) {
    if (run.trace.selection.shard === null) continue;
    const { selection, adapters, specifications } = run.trace;
    const whole = JSON.stringify([
      { ...selection, shard: null },
      adapters.map(({ specification, name }) => [specification, name]),
      specifications.map(({ name }) => name),
    ]);
    divided.set(whole, [...(divided.get(whole) ?? []), run]);
  }
  for (const parts of divided.values()) requireAllParts(parts);
}

function requireAllParts(sharded: readonly ReadTrace[]): void {
  const total = sharded[0]?.trace.selection.shard?.total ?? 0;
  const present = new Set<number>();
  for (const { from, trace } of sharded) {
    const { shard } = trace.selection;
    if (shard === null) continue;
    if (shard.total !== total)
      throw new MergeError(
        from,
        `shard ${shard.index} of ${shard.total} does not go with shards of ${total}`,
      );
    present.add(shard.index);
  }
  for (let index = 1; index <= total; index += 1) {
    if (!present.has(index))
      throw new MergeError(sharded[0]?.from ?? '', `shard ${index} of ${total} is missing`);
  }
}

function anyOf(expressions: readonly string[] | null): string | null {
  if (expressions === null || expressions.length < 2) return expressions?.[0] ?? null;
  return expressions.map((expression) => `(${expression})`).join(' or ');
}

/** Null stands for "everything", so one null makes the union null. */
function union(lists: readonly (readonly string[] | null)[]): readonly string[] | null {
  const all: string[] = [];
  for (const list of lists) {
    if (list === null) return null;
    all.push(...list);
  }
  return [...new Set(all)];
}

function mergeSpecifications(runs: readonly ReadTrace[]): readonly SpecificationTrace[] {
  const merged = new Map<string, SpecificationTrace>();
  for (const { from, trace } of runs) {
    for (const specification of trace.specifications) {
      const { name, file, sha256 } = specification;
      const key = `${name} ${file}`;
      const known = merged.get(key);
      if (known !== undefined && known.sha256 !== sha256)
        throw new MergeError(from, `${file} changed between the runs`);
      merged.set(key, known === undefined ? specification : mergeSpecification(known, specification));
    }
  }
  return [...merged.values()].map((specification) => ({
    ...specification,
    requirements: conclude(specification.requirements),
  }));
}

function mergeSpecification(one: SpecificationTrace, other: SpecificationTrace): SpecificationTrace {
  const requirements = new Map(one.requirements.map((requirement) => [requirement.label, requirement]));
  for (const requirement of other.requirements) {
    const known = requirements.get(requirement.label);
    requirements.set(
      requirement.label,
      known === undefined ? requirement : mergeRequirement(known, requirement),
    );
  }
  const inDocumentOrder = [...requirements.values()];
  // Runs of single requirements come in any order; a document's order is that of its lines, kind by kind.
  if (inDocumentOrder.length > one.requirements.length) inDocumentOrder.sort(byPlace);
  return { ...one, requirements: inDocumentOrder };
}

const KINDS: readonly RequirementTrace['kind'][] = ['requirement', 'transition', 'sequence'];

function byPlace(one: RequirementTrace, other: RequirementTrace): number {
  return KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) || one.line - other.line;
}

function mergeRequirement(one: RequirementTrace, other: RequirementTrace): RequirementTrace {
  const scenarios = new Map<string, ScenarioTrace>();
  for (const scenario of [...one.scenarios, ...other.scenarios]) {
    const key = JSON.stringify([scenario.feature, scenario.line, scenario.adapter]);
    const known = scenarios.get(key);
    if (known === undefined || replaces(scenario, known)) scenarios.set(key, scenario);
  }
  const sorted = [...scenarios.values()].sort(
    (a, b) => a.feature.localeCompare(b.feature) || a.line - b.line,
  );
  const obligations = judgeObligations(
    one.obligations.map(({ text }) => text),
    sorted,
  );
  return { ...one, obligations, scenarios: sorted };
}

/** A scenario that was run stands for one that was not, or not on a machine that could; of two that were, the worse stands. */
function replaces(scenario: ScenarioTrace, known: ScenarioTrace): boolean {
  if (!wasBegun(known)) return wasBegun(scenario) || known.verdict === 'notRun';
  const { verdict } = scenario;
  return wasBegun(scenario) && verdict !== known.verdict && worst([verdict, known.verdict]) === verdict;
}
