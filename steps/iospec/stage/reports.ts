import { createRequire } from 'node:module';
import type { CommandWorld } from './world.js';

/** What the steps read of a `trace.json`. */
export interface TraceFile {
  readonly complete: boolean;
  readonly specifications: readonly {
    readonly sha256: string;
    readonly requirements: readonly TracedRequirement[];
  }[];
}

export interface TracedRequirement {
  readonly label: string;
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
  readonly section: readonly string[];
  readonly verdict: string;
  readonly reason: string | null;
  readonly obligations: readonly { readonly text: string; readonly verdict: string }[];
  readonly scenarios: readonly {
    readonly underlying: string | null;
    readonly verdict: string;
    readonly reason: string | null;
    readonly error: { readonly step: string; readonly expected: string | null } | null;
    readonly timeline: readonly { readonly kind: string; readonly name: string }[];
    readonly repetitions?: readonly { readonly verdict: string; readonly timeline: readonly object[] }[];
  }[];
}

/** A report that the last run has written; asserts that it is there. */
export function reportOf({ stage, expect }: CommandWorld, name: string): string {
  const { words, files, stderr } = stage.execution;
  const option = words.indexOf('--reports');
  const folder = option === -1 ? 'reports' : (words[option + 1] ?? '');
  const text = files.get(`${folder}/${name}`) ?? '';
  expect.that(text !== '', `iospec writes ${folder}/${name}`, 'a report', `none; standard error: ${stderr}`);
  return text;
}

export function traceOf(world: CommandWorld): TraceFile {
  return JSON.parse(reportOf(world, 'trace.json')) as TraceFile;
}

/** The requirements of the trace, all documents together. */
export function requirementsIn(world: CommandWorld): readonly TracedRequirement[] {
  return traceOf(world).specifications.flatMap(({ requirements }) => requirements);
}

/** The requirement of the trace that has this label; asserts that there is one. */
export function requirementIn(world: CommandWorld, label: string): TracedRequirement {
  const requirements = requirementsIn(world);
  const found = requirements.filter((one) => one.label === label);
  const [requirement] = found;
  const labels = requirements.map((one) => one.label).join(', ');
  world.expect.that(found.length === 1, `the trace has one ${label}`, label, labels);
  if (requirement === undefined) throw new Error(`the trace has no ${label}`);
  return requirement;
}

/** The JSON Schema of traces, as the package gives it to its users. */
export function traceSchema(): object {
  return createRequire(import.meta.url)('iospec/trace.schema.json') as object;
}
