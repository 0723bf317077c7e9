import type {
  AdapterTrace,
  RequirementHashes,
  RequirementTrace,
  SpecificationTrace,
  Trace,
  Verdict,
} from './model.js';

/** How things stand now that a trace's verdicts are bound to. */
export interface Present {
  /** By label; null when the document is gone or can't be read any more, with the reason. */
  readonly documentOf: (specification: SpecificationTrace) => PresentDocument;
  readonly codeOf: (files: readonly string[]) => PresentCode;
}

export type PresentCode =
  /** SHA-256 of its files. */
  | { readonly sha256: string }
  /** Names the file that is not there any more. */
  | { readonly gone: string };

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
  /** True when the only reason is that a file is gone, so that nothing can be compared. */
  readonly isGone: boolean;
}

/** The requirements of a trace whose sentence, scenarios or adapter have changed since, in document order. */
export function staleIn(trace: Trace, present: Present): readonly StaleRequirement[] {
  const adapters = new Map(trace.adapters.map((adapter) => [adapter.name, changeOf(adapter, present)]));
  return trace.specifications.flatMap((specification) => {
    const document = present.documentOf(specification);
    const known = new Set(specification.requirements.map(({ label }) => label));
    const hashes = 'hashes' in document ? document.hashes : new Map<string, RequirementHashes>();
    const added = trace.selection.requirements === null ? [...hashes.keys()] : [];
    return [
      ...specification.requirements.flatMap((requirement): readonly StaleRequirement[] => {
        const own = changesOf(requirement, hashes.get(requirement.label));
        const below = adaptersOf(requirement).flatMap((name) => adapters.get(name) ?? []);
        const reasons = 'gone' in document ? [document.gone] : [...own, ...below.map(({ reason }) => reason)];
        const isGone = 'gone' in document || (own.length === 0 && below.every((change) => change.isGone));
        return reasons.length === 0
          ? []
          : [{ label: requirement.label, verdict: requirement.verdict, reasons, isGone }];
      }),
      ...added
        .filter((label) => !known.has(label))
        .map((label) => ({ label, verdict: null, reasons: ['is new'], isGone: false })),
    ];
  });
}

function changeOf(
  { name, source }: AdapterTrace,
  present: Present,
): { readonly reason: string; readonly isGone: boolean } | null {
  const now = source === undefined ? null : present.codeOf(source.files);
  if (now !== null && 'gone' in now) return { reason: `adapter ${name} is gone: ${now.gone}`, isGone: true };
  return now === null || now.sha256 !== source?.sha256
    ? { reason: `adapter ${name} changed`, isGone: false }
    : null;
}

function changesOf(
  { hashes: bound }: RequirementTrace,
  now: RequirementHashes | undefined,
): readonly string[] {
  if (now === undefined) return ['is no longer in the document'];
  if (bound === undefined) return ['the run did not record what its verdict is bound to'];
  return [
    ...(bound.sentence === now.sentence ? [] : ['sentence changed']),
    ...(bound.scenarios === now.scenarios ? [] : ['scenarios changed']),
  ];
}

function adaptersOf({ scenarios }: RequirementTrace): readonly string[] {
  return [...new Set(scenarios.flatMap(({ adapter }) => adapter ?? []))];
}
