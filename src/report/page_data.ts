import type { AdapterTrace, ScenarioTrace, SpecificationTrace, Trace } from '../trace/model.js';
import { distinctScenarios } from '../trace/scenarios.js';
import { isProblem } from '../trace/summary.js';
import { cellsOf, columnsOf } from './matrix.js';
import type { PageAdapter, PageData, PageDocument, PageRequirement, PageScenario } from './page_model.js';
import { collectTimelines } from './timeline_table.js';

/** Lays a trace out for the page. */
export function pageDataOf(trace: Trace): PageData {
  const { tool, complete, selection, startedAt, durationMs, summary, specifications, adapters } = trace;
  const columns = columnsOf(trace);
  const timelines = collectTimelines();
  const scenarios: PageScenario[] = [];
  // A scenario that proves several requirements is one object in the trace of a run.
  const known = new Map<ScenarioTrace, number>();
  const indexOf = (scenario: ScenarioTrace): number => {
    const index = known.get(scenario) ?? scenarios.length;
    if (index === scenarios.length) {
      known.set(scenario, index);
      const { repetitions = [], timeline, ...rest } = scenario;
      scenarios.push({
        ...rest,
        timeline: timelines.add(timeline),
        repetitions: repetitions.map((one) => ({ ...one, timeline: timelines.add(one.timeline) })),
      });
    }
    return index;
  };
  const requirements = specifications.flatMap((specification, document) =>
    specification.requirements.map((requirement): PageRequirement => ({
      ...requirement,
      document,
      isProblem: isProblem(requirement, selection),
      scenarios: requirement.scenarios.map(indexOf),
      cells: cellsOf(requirement, columns),
    })),
  );
  const executed = distinctScenarios(specifications).filter(({ verdict }) => verdict !== 'notRun').length;
  return {
    run: { tool, complete, selection, startedAt, durationMs, summary, executed },
    documents: specifications.map((specification) => documentOf(specification, specifications)),
    adapters: adapters.map(adapterOf),
    columns,
    requirements,
    scenarios,
    timelines: timelines.table,
  };
}

/** What the page shows of an adapter: not where its files are. */
function adapterOf({ name, version, specification, capabilities, source }: AdapterTrace): PageAdapter {
  return { name, version, specification, capabilities, sha256: source?.sha256 ?? null };
}

function documentOf(
  { name, file, sha256, document }: SpecificationTrace,
  all: readonly SpecificationTrace[],
): PageDocument {
  const isOnly = all.filter((one) => one.name === name).length === 1;
  return {
    key: isOnly ? name : `${name} (${file})`,
    name,
    file,
    sha256,
    title: document?.title ?? name,
    states: document?.states ?? [],
    transitions: document?.transitions ?? [],
    isRendered: document !== undefined,
  };
}
