import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alteredDuty, changesIn, withChanges, type ValueChange } from './changes.js';
import { isNegative } from './derive.js';
import { writeRunFeatures } from '../verify/features_folder.js';
import type { AdapterDescription } from '../subject/description.js';
import type { RunDocument } from '../run/run.js';
import { selectScenarios, type RunSelection } from '../run/selection.js';
import type { ComposedItem } from '../scenario/model.js';
import { readSpecification } from '../specification/index.js';
import type { Specification } from '../specification/model.js';
import type { System } from '../system/system.js';
import { inParts } from './document_in_parts.js';
import { planDocument } from '../verify/planned_document.js';

/** A requirement, a cell or a call sequence, with the sound adapter that shows it. */
export interface Shown {
  readonly item: ComposedItem;
  readonly adapter: AdapterDescription;
}

/** A duty of a changed document: that of `item` with a value in it that the adapter does not have. */
export interface ChangedDuty extends Shown {
  readonly change: ValueChange;
  /** Position of the duty among those of the item. */
  readonly position: number;
  /** The item's duties as the changed document has them. */
  readonly obligations: readonly string[];
}

/** A copy of a document in which values were changed, one of a requirement at most, ready to be run. */
export interface ChangedDocument {
  readonly document: RunDocument;
  readonly duties: readonly ChangedDuty[];
}

/** What the runs of changed documents have in common with that of the document as it stands. */
export interface ChangedRun {
  readonly selection: RunSelection;
  readonly featuresDirectory: string;
  readonly system: System;
}

/**
 * Copies of a document that change every value in every duty of the given items, as many copies as the item with the most
 * values needs.
 */
export async function changedDocuments(
  specification: Specification,
  shown: readonly Shown[],
  run: ChangedRun,
): Promise<readonly ChangedDocument[]> {
  const changes = new Map(shown.map(({ item }) => [item.label, changesIn(item.place.slice, specification)]));
  const rounds = Math.max(0, ...[...changes.values()].map(({ length }) => length));
  const documents: ChangedDocument[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const some = new Map(
      [...changes].flatMap(([label, all]) => all.slice(round, round + 1).map((one) => [label, one] as const)),
    );
    const changed = await changedDocument(specification, shown, some, `changed ${round + 1}`, run);
    if (changed.duties.length > 0) documents.push(changed);
  }
  return documents;
}

async function changedDocument(
  specification: Specification,
  shown: readonly Shown[],
  changes: ReadonlyMap<string, ValueChange>,
  folder: string,
  { selection, featuresDirectory, system }: ChangedRun,
): Promise<ChangedDocument> {
  const file = join(featuresDirectory, `${folder}.md`);
  writeFileSync(file, withChanges(specification.text, [...changes.values()]));
  const changed = await readSpecification(file);
  const planned = await planDocument(changed, system, folder);
  const duties = shown.flatMap(({ item, adapter }): readonly ChangedDuty[] => {
    const change = changes.get(item.label);
    const after = planned.items.find(({ label }) => label === item.label);
    if (change === undefined || after === undefined) return [];
    const position = alteredDuty(item.clauses, after.clauses);
    // What does not happen to one thing may not happen to another either.
    if (position === null || isNegative(item.clauses.obligations[position] ?? '')) return [];
    return [{ item, adapter, change, position, obligations: after.clauses.obligations }];
  });
  writeRunFeatures(featuresDirectory, planned.features);
  const document: RunDocument = {
    specification: changed,
    system: system.place,
    scenarios: planned.scenarios,
    defects: planned.defects,
    adapters: [],
  };
  const parts = duties.map(({ item: { label }, adapter, position }) => ({
    adapter,
    scenarios: selectScenarios(planned.scenarios, new Set([label]), selection)
      // One written by hand says nothing of a value that only the sentence has.
      .filter(({ steps }) =>
        steps.some(({ shows }) => shows.some((one) => one.label === label && one.obligation === position)),
      )
      .map(({ key }) => key),
  }));
  return { document: inParts(document, parts), duties };
}
