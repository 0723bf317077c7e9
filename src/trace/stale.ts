import type { RequirementHashes, RequirementTrace, SpecificationTrace, Trace, Verdict } from './model.js';

/** How things stand now that a trace's verdicts are bound to. */
export interface Present {
  /** By label; null when the document is gone or can't be read any more, with the reason. */
  readonly documentOf: (specification: SpecificationTrace) => PresentDocument;
  /** SHA-256 of files, null when one of them is gone. */
  readonly hashOf: (files: readonly string[]) => string | null;
}

export type PresentDocument =
  | { readonly hashes: ReadonlyMap<string, RequirementHashes> }
  /** Why the document can't be read any more. */
  | { readonly gone: string };

/** A requirement whose verdict can't be relied on any more. */
export interface StaleRequirement {
  readonly label: string;
  /** Null for a requirement that the run did not know. */
  readonly verdict: Verdict | null;
  readonly reasons: readonly string[];
}

/** The requirements of a trace whose sentence, scenarios or adapter have changed since, in document order. */
export function staleIn(trace: Trace, present: Present): readonly StaleRequirement[] {
  const changedAdapters = new Set(
    trace.adapters
      .filter(({ source }) => {
        if (source === undefined) return true;
        return present.hashOf(source.files) !== source.sha256;
      })
      .map(({ name }) => name),
  );
  return trace.specifications.flatMap((specification) => {
    const document = present.documentOf(specification);
    const known = new Set(specification.requirements.map(({ label }) => label));
    const hashes = 'hashes' in document ? document.hashes : new Map<string, RequirementHashes>();
    const added = trace.selection.requirements === null ? [...hashes.keys()] : [];
    return [
      ...specification.requirements.flatMap((requirement): readonly StaleRequirement[] => {
        const reasons =
          'gone' in document
            ? [document.gone]
            : [
                ...changesOf(requirement, hashes.get(requirement.label)),
                ...adaptersOf(requirement)
                  .filter((name) => changedAdapters.has(name))
                  .map((name) => `adapter ${name} changed`),
              ];
        return reasons.length === 0
          ? []
          : [{ label: requirement.label, verdict: requirement.verdict, reasons }];
      }),
      ...added
        .filter((label) => !known.has(label))
        .map((label) => ({ label, verdict: null, reasons: ['is new'] })),
    ];
  });
}

function changesOf(
  { hashes: bound }: RequirementTrace,
  now: RequirementHashes | undefined,
): readonly string[] {
  if (now === undefined) return ['is not in the document any more'];
  if (bound === undefined) return ['the run did not say what its verdict is bound to'];
  return [
    ...(bound.sentence === now.sentence ? [] : ['sentence changed']),
    ...(bound.scenarios === now.scenarios ? [] : ['scenarios changed']),
  ];
}

function adaptersOf({ scenarios }: RequirementTrace): readonly string[] {
  return [...new Set(scenarios.flatMap(({ adapter }) => adapter ?? []))];
}
