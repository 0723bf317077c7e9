import type { SourceSlice } from '../source.js';
import type { LintDocument } from './document.js';

/** `error`: the document can't mean what it says. `warning`: it hardly does. `note`: worth a look. */
export type Severity = 'error' | 'warning' | 'note';

/** What a rule found, and where. */
export interface Defect {
  /** One line, without a full stop at its end. */
  readonly message: string;
  readonly slice: SourceSlice;
}

/** A defect of a document, named by the rule that found it. */
export interface Finding extends Defect {
  readonly rule: string;
  readonly severity: Severity;
  /** Label of the requirement that the defect stands in, or null. */
  readonly requirement: string | null;
}

/** One kind of defect. */
export interface LintRule {
  /** Name on the command line, in SARIF and in the documentation: `missing-colon`. */
  readonly id: string;
  readonly severity: Severity;
  /** What it finds: a sentence. */
  readonly finds: string;
  /** Why that matters: a sentence. */
  readonly why: string;
  /** A document with the defect, as short as can be. */
  readonly bad: string;
  /** The same document without it. */
  readonly good: string;
  readonly check: (document: LintDocument) => readonly Defect[];
}
