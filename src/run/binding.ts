import type { Envelope } from '@cucumber/messages';
import { locationsOf, type PlannedScenario } from './plan.js';
import type { RunRequest } from './protocol.js';
import { runWorker } from './worker_process.js';

/** Why a scenario can't be executed. */
export interface BindingDefect {
  /** `unbound`: a phrase has no step; `ambiguous`: it has several. */
  readonly kind: 'unbound' | 'ambiguous';
  readonly reason: string;
  /** What to write for the phrases that have no step. */
  readonly snippets: readonly string[];
  /** For each planned step whether exactly one step definition takes it. */
  readonly steps: readonly boolean[];
}

/** The step files can't be loaded, so nothing can be said about any phrase. */
export class SupportError extends Error {
  constructor(reason: string) {
    super(`step files: ${reason}`);
    this.name = 'SupportError';
  }
}

/** Time for a worker to load the step files, on a busy machine, in milliseconds. */
const START_MS = 60_000;

/**
 * Finds out, by a dry run, which scenarios have a phrase that no step definition or more than one takes.
 * @returns Defects by scenario key; a scenario without one can be executed.
 * @throws SupportError when the step files can't be loaded.
 */
export async function bind(
  scenarios: readonly PlannedScenario[],
  request: Omit<RunRequest, 'locations' | 'dryRun'>,
  options: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<ReadonlyMap<string, BindingDefect>> {
  const found = new Bindings();
  const refusals: string[] = [];
  const end = await runWorker(
    { ...request, locations: locationsOf(scenarios), dryRun: true },
    {
      ...options,
      startMs: START_MS,
      onMessage: (message) => {
        if ('envelope' in message) found.note(message.envelope);
        else if ('uncaught' in message) refusals.push(message.uncaught.message);
        else if ('refused' in message) refusals.push(message.refused);
      },
    },
  );
  const defects = new Map<string, BindingDefect>();
  if (options.signal.aborted) return defects;
  const [refusal] = refusals;
  if (refusal !== undefined) throw new SupportError(firstLine(refusal));
  for (const scenario of scenarios) {
    const stepDefinitions = found.of(scenario.key);
    if (stepDefinitions === null) {
      throw new SupportError(
        end.stalled ? 'loading them never ended' : `loading them ended the process: ${end.stderr}`,
      );
    }
    const defect = defectOf(scenario, stepDefinitions);
    if (defect !== null) defects.set(scenario.key, defect);
  }
  return defects;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

interface StepBinding {
  readonly patterns: readonly string[];
  readonly snippet: string | null;
}

class Bindings {
  private readonly patterns = new Map<string, string>();
  private readonly keys = new Map<string, string>();
  private readonly snippets = new Map<string, string>();
  private readonly steps = new Map<
    string,
    readonly { pickleStepId: string; stepDefinitionIds: readonly string[] }[]
  >();

  note({ stepDefinition, pickle, testCase, suggestion }: Envelope): void {
    if (stepDefinition !== undefined) {
      const { uri, location } = stepDefinition.sourceReference;
      this.patterns.set(
        stepDefinition.id,
        `${stepDefinition.pattern.source} (${uri}:${location?.line ?? '?'})`,
      );
    } else if (pickle !== undefined) this.keys.set(pickle.id, `${pickle.uri}:${pickle.location?.line ?? 0}`);
    else if (suggestion !== undefined)
      this.snippets.set(suggestion.pickleStepId, suggestion.snippets[0]?.code ?? '');
    else if (testCase !== undefined) {
      const bound = testCase.testSteps.flatMap(({ pickleStepId, stepDefinitionIds }) =>
        pickleStepId === undefined ? [] : [{ pickleStepId, stepDefinitionIds: stepDefinitionIds ?? [] }],
      );
      this.steps.set(this.keys.get(testCase.pickleId) ?? '', bound);
    }
  }

  of(key: string): readonly StepBinding[] | null {
    const steps = this.steps.get(key);
    if (steps === undefined) return null;
    return steps.map(({ pickleStepId, stepDefinitionIds }) => ({
      patterns: stepDefinitionIds.map((id) => this.patterns.get(id) ?? id),
      snippet: this.snippets.get(pickleStepId) ?? null,
    }));
  }
}

function defectOf(scenario: PlannedScenario, bindings: readonly StepBinding[]): BindingDefect | null {
  const steps = bindings.map(({ patterns }) => patterns.length === 1);
  const ambiguous = bindings.findIndex(({ patterns }) => patterns.length > 1);
  if (ambiguous >= 0) {
    const patterns = (bindings[ambiguous]?.patterns ?? []).join(' and ');
    const reason = `several steps take "${scenario.steps[ambiguous]?.text}": ${patterns}`;
    return { kind: 'ambiguous', reason, snippets: [], steps };
  }
  const unbound = bindings.flatMap(({ patterns, snippet }, position) =>
    patterns.length > 0 ? [] : [{ text: scenario.steps[position]?.text ?? '', snippet: snippet ?? '' }],
  );
  if (unbound.length === 0) return null;
  const reason = unbound.map(({ text, snippet }) => `no step takes "${text}"; write:\n${snippet}`).join('\n');
  return { kind: 'unbound', reason, snippets: unbound.map(({ snippet }) => snippet), steps };
}
