import type { Attachment, Envelope, Pickle, TestCase, TestStepFinished, Timestamp } from '@cucumber/messages';
import {
  MEDIA_TYPE,
  type AssertionCount,
  type Difference,
  type Unseen,
  type Withdrawal,
} from '../stage/attachments.js';
import type { Violation } from '../stage/monitors.js';
import type { TimelineEntry } from '../timeline/timeline_entry.js';
import { ENTRIES_KEPT } from './flight_record.js';
import type { Death, ScenarioOutcome, StepOutcome } from './outcome.js';
import type { PlannedScenario } from './plan.js';
import type { SharedEntries } from './shared_entries.js';

interface Running {
  readonly id: string;
  readonly scenario: PlannedScenario;
  readonly startedAt: Timestamp;
  /** Index into the planned steps by test step id; hooks are absent. */
  readonly positions: ReadonlyMap<string, number>;
  readonly steps: StepOutcome[];
  readonly failedHooks: string[];
  timeline: readonly TimelineEntry[];
  withdrawal: Withdrawal | null;
  difference: Difference | null;
  violations: readonly Violation[];
  assertions: number | null;
}

/** Reads the messages of one worker and tells what became of each scenario. */
export class Recorder {
  private readonly pickles = new Map<string, Pickle>();
  private readonly cases = new Map<string, TestCase>();
  private readonly settled = new Map<string, ScenarioOutcome>();
  private current: Running | null = null;
  /** Key of the scenario that finished last. */
  private last: string | null = null;
  /** Scenario key by `testCaseStarted` id, for errors that come late. */
  private readonly keys = new Map<string, string>();
  /** Why obligations can't be seen, by test step id. */
  private readonly unseen = new Map<string, string>();
  runFinished = false;

  constructor(
    private readonly plan: ReadonlyMap<string, PlannedScenario>,
    private readonly entries: SharedEntries,
    private readonly onSettled: (outcome: ScenarioOutcome) => void,
  ) {}

  /** Outcomes so far, by scenario key. */
  get outcomes(): ReadonlyMap<string, ScenarioOutcome> {
    return this.settled;
  }

  /** The scenario in flight. */
  get inFlight(): PlannedScenario | null {
    return this.current?.scenario ?? null;
  }

  note(envelope: Envelope): void {
    if (envelope.pickle !== undefined) this.pickles.set(envelope.pickle.id, envelope.pickle);
    else if (envelope.testCase !== undefined) this.cases.set(envelope.testCase.id, envelope.testCase);
    else if (envelope.testCaseStarted !== undefined) {
      this.start(
        envelope.testCaseStarted.id,
        envelope.testCaseStarted.testCaseId,
        envelope.testCaseStarted.timestamp,
      );
    } else if (envelope.testStepStarted !== undefined) {
      this.setStep(envelope.testStepStarted.testStepId, { status: 'INTERRUPTED', message: null });
    } else if (envelope.testStepFinished !== undefined) this.finishStep(envelope.testStepFinished);
    else if (envelope.attachment !== undefined) this.attach(envelope.attachment);
    else if (envelope.testCaseFinished !== undefined) this.finish(envelope.testCaseFinished.timestamp);
    else if (envelope.testRunFinished !== undefined) this.runFinished = true;
  }

  /** Takes the timeline of the scenario in flight. */
  noteTimeline(entries: readonly TimelineEntry[]): void {
    if (this.current !== null) this.current.timeline = entries;
  }

  /**
   * Settles the scenario that brought the worker down.
   * @param timeline Of the scenario in flight, as far as it had come.
   * @param testCaseStartedId Whose code threw, where that is known; else the scenario in flight, else the last one.
   * @returns That scenario; null when the worker died before its first one.
   */
  die(
    death: Death,
    timeline: readonly TimelineEntry[],
    testCaseStartedId: string | null = null,
  ): PlannedScenario | null {
    const key = testCaseStartedId === null ? null : (this.keys.get(testCaseStartedId) ?? null);
    const running = this.current;
    if (running !== null && (key === null || key === running.scenario.key)) {
      if (running.timeline.length === 0) this.noteTimeline(timeline);
      this.settle(running, 0, death);
      return running.scenario;
    }
    const late = this.settled.get(key ?? this.last ?? '');
    if (late === undefined) return null;
    this.publish({ ...late, death: { ...death, reason: `${death.reason}, after the scenario's end` } });
    return late.scenario;
  }

  private start(id: string, testCaseId: string, startedAt: Timestamp): void {
    const testCase = this.cases.get(testCaseId);
    const pickle = this.pickles.get(testCase?.pickleId ?? '');
    const scenario = this.plan.get(pickle === undefined ? '' : `${pickle.uri}:${pickle.location?.line ?? 0}`);
    if (testCase === undefined || scenario === undefined) return;
    const positions = new Map<string, number>();
    for (const { id: stepId, pickleStepId } of testCase.testSteps) {
      if (pickleStepId !== undefined) positions.set(stepId, positions.size);
    }
    this.keys.set(id, scenario.key);
    this.current = {
      id,
      scenario,
      startedAt,
      positions,
      steps: scenario.steps.map(() => ({ status: 'NOT_STARTED', message: null })),
      failedHooks: [],
      timeline: [],
      withdrawal: null,
      difference: null,
      violations: [],
      assertions: null,
    };
  }

  private setStep(testStepId: string, outcome: StepOutcome): void {
    const position = this.current?.positions.get(testStepId);
    if (position !== undefined && this.current !== null) this.current.steps[position] = outcome;
  }

  private finishStep({ testStepId, testStepResult }: TestStepFinished): void {
    const message = testStepResult.message ?? null;
    const unseen = this.unseen.get(testStepId);
    const { status } = testStepResult;
    this.setStep(testStepId, { status, message, ...(unseen === undefined ? {} : { unseen }) });
    if (this.current === null || this.current.positions.has(testStepId)) return;
    if (isFailed(status)) this.current.failedHooks.push(message ?? 'a hook failed');
  }

  private attach({ mediaType, body, contentEncoding, testStepId }: Attachment): void {
    if (this.current === null) return;
    const text = isBase64(contentEncoding) ? Buffer.from(body, 'base64').toString('utf8') : body;
    switch (mediaType) {
      case MEDIA_TYPE.timeline:
        this.current.timeline = JSON.parse(text) as TimelineEntry[];
        break;
      case MEDIA_TYPE.verdict:
        this.current.withdrawal = JSON.parse(text) as Withdrawal;
        break;
      case MEDIA_TYPE.failure:
        this.current.difference = JSON.parse(text) as Difference;
        break;
      case MEDIA_TYPE.violations:
        this.current.violations = JSON.parse(text) as Violation[];
        break;
      case MEDIA_TYPE.unseen:
        this.unseen.set(testStepId ?? '', (JSON.parse(text) as Unseen).reason);
        break;
      case MEDIA_TYPE.assertions:
        this.current.assertions = (JSON.parse(text) as AssertionCount).count;
        break;
    }
  }

  private finish(timestamp: Timestamp): void {
    if (this.current === null) return;
    const started = millisecondsOf(this.current.startedAt);
    const ended = millisecondsOf(timestamp);
    this.last = this.current.scenario.key;
    this.settle(this.current, Math.max(0, ended - started), null);
  }

  private settle(running: Running, durationMs: number, death: Death | null): void {
    const { scenario, steps, failedHooks, timeline, withdrawal, difference, violations, assertions } =
      running;
    this.publish({
      scenario,
      durationMs,
      steps,
      failedHooks,
      death,
      timeline: this.entries.share(timeline.slice(-ENTRIES_KEPT)),
      withdrawal,
      difference,
      violations,
      assertions,
    });
    this.current = null;
  }

  private publish(outcome: ScenarioOutcome): void {
    this.settled.set(outcome.scenario.key, outcome);
    this.onSettled(outcome);
  }
}

function millisecondsOf({ seconds, nanos }: Timestamp): number {
  return seconds * 1_000 + nanos / 1_000_000;
}

// Cucumber's enumerations are texts; to load its messages for their sake would take longer than all else here.
function isFailed(status: string): boolean {
  return status === 'FAILED';
}

function isBase64(encoding: string): boolean {
  return encoding === 'BASE64';
}
