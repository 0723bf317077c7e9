import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describeChange } from './changes.js';
import { suspicionsOf, type Suspicion } from './derive.js';
import { nameOf } from './mutation.js';
import { mutantUrl } from './mutant.js';
import { writeRunFeatures } from '../verify/features_folder.js';
import type { AdapterDescription } from '../subject/description.js';
import { run, type RunDocument, type RunOptions, type ScenarioRun } from '../run/run.js';
import { selectLabels, selectScenarios } from '../run/selection.js';
import type { ComposedItem } from '../scenario/model.js';
import type { Specification } from '../specification/model.js';
import type { System } from '../system/system.js';
import { concludeProof, foundBy, isGreen, noticedBy, type RequirementProof } from '../trace/proof.js';
import { changedDocuments, type ChangedDuty, type Shown } from './changed_document.js';
import { inParts } from './document_in_parts.js';
import { planDocument } from '../verify/planned_document.js';

/** What `iospec audit` is asked for. */
export interface Audit extends Pick<RunOptions, 'parallel' | 'timeoutMs' | 'signal' | 'onProgress'> {
  readonly requirements: readonly string[] | null;
  readonly adapters: readonly AdapterDescription[];
  readonly system: System;
}

/** A requirement that some sound adapter shows, with the scenarios that it passes in. */
interface Case extends Shown {
  readonly scenarios: ReadonlySet<string>;
  readonly suspicions: readonly Suspicion[];
}

/**
 * Breaks an adapter in every way that breaks a duty of the document, and looks whether the requirement's own scenarios
 * find it. Over the mock alone.
 */
export async function auditDocument(
  specification: Specification,
  audit: Audit,
): Promise<readonly RequirementProof[]> {
  const featuresDirectory = mkdtempSync(join(tmpdir(), 'iospec-audit-'));
  try {
    const { name } = specification;
    const planned = await planDocument(
      specification,
      audit.system,
      name,
      selectLabels(specification, audit.requirements),
    );
    writeRunFeatures(featuresDirectory, planned.features);
    const { items } = planned;
    const selection = { underlying: ['mock'], requirements: null, tags: 'not @long', shard: null };
    const document: RunDocument = {
      specification,
      system: audit.system.place,
      scenarios: selectScenarios(planned.scenarios, new Set(items.map(({ label }) => label)), selection),
      defects: planned.defects,
      adapters: audit.adapters.filter((one) => one.specification === specification.name),
    };
    const options: RunOptions = { ...audit, featuresDirectory, repeat: 1, onEnvelope: () => undefined };
    const [sound] = await run([document], options);
    if (audit.signal.aborted) return [];
    const cases = items.flatMap((item) => caseOf(item, document, sound?.scenarios ?? [], specification));
    const changed = await changedDocuments(specification, cases, {
      selection,
      featuresDirectory,
      system: audit.system,
    });
    const [broken, ...others] = await run(
      [withMutants(document, cases), ...changed.map((one) => one.document)],
      options,
    );
    const noticed = changed.flatMap(({ duties }, at) => noticedIn(duties, others[at]?.scenarios ?? []));
    return items.map((item) => proofOf(item, specification, cases, broken?.scenarios ?? [], noticed));
  } finally {
    rmSync(featuresDirectory, { recursive: true, force: true });
  }
}

function caseOf(
  item: ComposedItem,
  { adapters }: RunDocument,
  runs: readonly ScenarioRun[],
  specification: Specification,
): readonly Case[] {
  for (const adapter of adapters) {
    const green = runs.filter(
      (one) => one.adapter === adapter.name && one.scenario.labels.includes(item.label) && isGreen(one),
    );
    if (green.length === 0) continue;
    const scenarios = new Set(green.map(({ scenario }) => scenario.key));
    return [
      {
        item,
        adapter,
        scenarios,
        suspicions: suspicionsOf(item.clauses, subjectOf(item), specification),
      },
    ];
  }
  return [];
}

/** The function that a requirement's section or a cell is about. */
function subjectOf(item: ComposedItem): string | null {
  return item.kind === 'sequence' ? null : item.place.function;
}

/** A changed value, and whether the scenarios of its requirement noticed; null where they came to no verdict on it. */
interface Noticed extends ChangedDuty {
  readonly isNoticed: boolean | null;
}

function noticedIn(duties: readonly ChangedDuty[], runs: readonly ScenarioRun[]): readonly Noticed[] {
  return duties.map((duty) => {
    const own = runs.filter(({ scenario }) => scenario.labels.includes(duty.item.label));
    return { ...duty, isNoticed: noticedBy(own, duty.item.label, duty.obligations, duty.position) };
  });
}

function mutantName(adapter: AdapterDescription, mutation: Suspicion['mutations'][number]): string {
  return `${adapter.name}: ${nameOf(mutation)}`;
}

/** The document with every broken adapter, each to be run in the scenarios of the requirements that it breaks. */
function withMutants(document: RunDocument, cases: readonly Case[]): RunDocument {
  const parts = cases.flatMap(({ adapter, scenarios, suspicions }) =>
    suspicions
      .flatMap(({ mutations }) => mutations)
      .map((mutation) => {
        const specifier = mutantUrl({
          adapter: adapter.specifier,
          specification: resolve(document.specification.file),
          mutation,
        });
        return { adapter: { ...adapter, name: mutantName(adapter, mutation), specifier }, scenarios };
      }),
  );
  return inParts(document, parts);
}

function proofOf(
  item: ComposedItem,
  specification: Specification,
  cases: readonly Case[],
  runs: readonly ScenarioRun[],
  noticed: readonly Noticed[],
): RequirementProof {
  const { label, clauses } = item;
  const head = {
    label,
    text: item.kind === 'sequence' ? clauses.obligations.join(', ') : item.place.text,
    file: specification.file,
    line: item.place.slice.line,
  };
  const found = cases.find((one) => one.item === item);
  if (found === undefined) {
    const reason = 'no adapter shows it over the mock';
    return { ...head, adapter: null, proof: 'notApplicable', reason, obligations: [] };
  }
  const { adapter, scenarios, suspicions } = found;
  const obligations = suspicions.map(({ obligation, mutations }, position) => {
    const names = [...new Set(mutations.map((mutation) => mutantName(adapter, mutation)))];
    const isFound = (name: string): boolean =>
      runs.some(
        (one) =>
          one.adapter === name &&
          scenarios.has(one.scenario.key) &&
          foundBy(one, label, clauses.obligations)[position] === true,
      );
    const killed = names.filter(isFound);
    const changed = noticed.filter((one) => one.item === item && one.position === position);
    const changesThat = (wanted: boolean): readonly string[] =>
      changed.filter(({ isNoticed }) => isNoticed === wanted).map(({ change }) => describeChange(change));
    return {
      text: obligation,
      killed,
      survived: names.filter((name) => !killed.includes(name)),
      noticed: changesThat(true),
      unnoticed: changesThat(false),
    };
  });
  return { ...head, adapter: adapter.name, ...concludeProof(obligations), obligations };
}
