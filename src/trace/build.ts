import type { AdapterDescription } from '../subject/description.js';
import type { ScenarioRun } from '../run/run.js';
import type { ComposedItem } from '../scenario/model.js';
import type { Specification } from '../specification/model.js';
import { traceText } from './document.js';
import type {
  RequirementHashes,
  RequirementTrace,
  ScenarioTrace,
  Selection,
  SpecificationTrace,
  Trace,
} from './model.js';
import { judgeObligations, shownBy } from './obligations.js';
import { conclude, type RequirementRecord } from './requirement_verdict.js';
import { judgeRun } from './repetition.js';
import type { JudgedScenario } from './scenario_verdict.js';
import { summarise } from './summary.js';

/** All that a document's part of a trace follows from. */
export interface JudgedDocument {
  readonly specification: Specification;
  /** What was composed of it, and was selected. */
  readonly items: readonly ComposedItem[];
  /** Reading by requirement label. */
  readonly readings: ReadonlyMap<string, string>;
  readonly runs: readonly ScenarioRun[];
  /** What the verdicts are bound to, by requirement label. */
  readonly hashes: ReadonlyMap<string, RequirementHashes>;
  readonly adapters: readonly AdapterDescription[];
}

/** What a trace says of the run itself. */
export interface RunFacts {
  readonly version: string;
  readonly complete: boolean;
  readonly selection: Selection;
  /** How often each scenario was run. */
  readonly repeat: number;
  readonly startedAt: Date;
  readonly durationMs: number;
}

/** Puts specifications and what was run of them together: the one result that every report renders. */
export function buildTrace(documents: readonly JudgedDocument[], facts: RunFacts): Trace {
  const specifications = documents.map(traceDocument);
  const { complete, selection, repeat, durationMs } = facts;
  return {
    schemaVersion: 1,
    tool: { name: 'iospec', version: facts.version, node: process.version },
    complete,
    selection,
    ...(repeat > 1 ? { repeat } : {}),
    startedAt: facts.startedAt.toISOString(),
    durationMs: Math.round(durationMs),
    specifications,
    adapters: documents.flatMap(({ adapters }) =>
      adapters.map(({ name, version, specification, capabilities, source }) => ({
        name,
        version,
        specification,
        capabilities,
        source,
      })),
    ),
    summary: summarise(specifications, complete, selection),
  };
}

function traceDocument({ specification, items, readings, runs, hashes }: JudgedDocument): SpecificationTrace {
  const proofs = new Map<string, JudgedScenario[]>();
  const blames = new Map<string, ScenarioTrace[]>();
  for (const run of runs) {
    const { scenario, blame } = judgeRun(run);
    for (const label of scenario.labels) append(proofs, label, scenario);
    for (const [label, entry] of blame) append(blames, label, entry);
  }
  const records = items.map((item): RequirementRecord => {
    const duties = item.clauses.obligations;
    const own = (proofs.get(item.label) ?? []).map((scenario) => ({
      ...scenario.trace,
      obligations: shownBy(scenario, item.label, duties.length),
    }));
    const bound = hashes.get(item.label);
    return {
      ...identify(item),
      kind: item.kind,
      label: item.label,
      reading: readings.get(item.label) ?? null,
      obligations: judgeObligations(duties, own),
      scenarios: withBlame(own, blames.get(item.label) ?? []),
      ...(bound === undefined ? {} : { hashes: bound }),
    };
  });
  const { name, file, sha256 } = specification;
  return { name, file, sha256, document: traceText(specification), requirements: conclude(records) };
}

/** A requirement's own scenario and what it shows against that same requirement are one entry, the worse. */
function withBlame(own: readonly ScenarioTrace[], blame: readonly ScenarioTrace[]): readonly ScenarioTrace[] {
  const isSame = (one: ScenarioTrace, other: ScenarioTrace): boolean =>
    one.feature === other.feature && one.line === other.line && one.adapter === other.adapter;
  const elsewhere = blame.filter((entry) => !own.some((scenario) => isSame(scenario, entry)));
  const worse = own.map((scenario): ScenarioTrace => {
    const entry = blame.find((one) => isSame(scenario, one));
    if (entry === undefined || scenario.obligations === undefined) return entry ?? scenario;
    return { ...entry, obligations: scenario.obligations };
  });
  return [...worse, ...elsewhere];
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

type Identity = Pick<
  RequirementTrace,
  'id' | 'occurrence' | 'text' | 'file' | 'line' | 'endLine' | 'section' | 'function' | 'parent'
>;

function identify(item: ComposedItem): Identity {
  const { file, line, endLine } = item.place.slice;
  const lines = { file, line, endLine };
  if (item.kind === 'requirement') {
    const { id, occurrence, text, section, function: subject, parent } = item.place;
    return { id, occurrence, text, section, function: subject, parent, ...lines };
  }
  const bare = { id: item.label, occurrence: 1, section: [], parent: null, ...lines };
  return item.kind === 'transition'
    ? { ...bare, text: item.place.text, function: item.place.function }
    : { ...bare, text: item.place.name, function: null };
}
