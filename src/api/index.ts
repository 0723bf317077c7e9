/**
 * iospec as a library: documents are read, composed, verified and audited, and what was found is rendered, as the command does it.
 *
 * @example
 * import { render, verify } from 'iospec';
 *
 * const trace = await verify({ documents: ['store_requirements.md'], adapters: ['./store.mjs'] });
 * console.log(trace.summary.conforming, render(trace, 'trace.md'));
 *
 * @module iospec
 */
import { REPORT_FORMATS } from '../report/formats.js';
import type { ComposedFeature } from '../scenario/model.js';
import type { Trace } from '../trace/model.js';
import { planAll } from '../verify/plan_all.js';

export { audit, type AuditRequest } from '../audit/audit.js';
export { UserError } from '../errors.js';
export type { ComposedFeature, ComposedItem, ComposedScenario, ComposedStep } from '../scenario/model.js';
export { lint } from '../specification/lint/index.js';
export { parseSpecification, readSpecification, SpecificationError } from '../specification/index.js';
export type { Finding, Severity } from '../specification/lint/rule.js';
export type * from '../specification/model.js';
export type { SourceSlice, SourceText } from '../specification/source.js';
export { defineConfig, type Configuration } from '../system/configuration.js';
export type { AdapterSource, Capabilities } from '../subject/description.js';
export type { Actor } from '../timeline/timeline_entry.js';
export type * from '../trace/model.js';
export type { ObligationProof, Proof, RequirementProof } from '../trace/proof.js';
export type { RunProgress } from '../run/run.js';
export type { RunSelection } from '../run/selection.js';
export { verify, type VerifyRequest } from '../verify/verify.js';

/** Where a document's system is looked for, beside the project in which this runs. */
export interface ComposeOptions {
  /** Folders of systems or of steps. */
  readonly steps?: readonly string[];
  /** Path of the configuration. Otherwise `iospec.config.mjs` of the working directory, where there is one. */
  readonly configuration?: string;
}

/**
 * Composes the features of documents: Gherkin in the documents' own words.
 *
 * @param documents Names of documents of the project, or paths; none: every document of the project.
 * @param options Where systems are looked for.
 * @returns One feature for each section, with its text, its requirements and its scenarios.
 * @throws UserError, with one line for the user.
 */
export async function compose(
  documents: readonly string[],
  { steps = [], configuration }: ComposeOptions = {},
): Promise<readonly ComposedFeature[]> {
  const planned = await planAll(documents, { steps, configuration: configuration ?? null });
  return planned.flatMap(({ plan }) => plan.composed);
}

/** Names of the reports that a trace can be rendered as. */
export const reportNames: readonly string[] = REPORT_FORMATS.map(({ file }) => file);

/**
 * Renders what a run found.
 *
 * @param trace What {@link verify} gave, or a `trace.json` that was parsed.
 * @param name One of {@link reportNames}: `index.html`, `junit.xml`, ….
 * @returns The report's text.
 * @throws RangeError for a name that is none of them.
 */
export function render(trace: Trace, name: string): string {
  const format = REPORT_FORMATS.find(({ file }) => file === name);
  if (format === undefined) throw new RangeError(`${name}: expected one of ${reportNames.join(', ')}`);
  const text = format.render(trace);
  return typeof text === 'string' ? text : [...text].join('');
}
