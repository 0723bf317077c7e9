import {
  After,
  AfterStep,
  Before,
  setDefaultTimeout,
  setWorldConstructor,
  Status,
  type ITestCaseHookParameter,
  type ITestStepHookParameter,
} from '@cucumber/cucumber';
import { compact } from '../timeline/compact.js';
import { MEDIA_TYPE } from '../stage/attachments.js';
import { ExpectationError } from '../stage/expectations.js';
import { violations, type Violation } from '../stage/monitors.js';
import {
  MissingFunctionError,
  PreparationError,
  UnavailableError,
  UnobservableError,
} from '../stage/preparation.js';
import { resources, untilQuiet } from '../stage/quiet.js';
import { DeclinedSeamError, whyUnseen } from '../stage/seams.js';
import { IospecWorld, type Judged } from '../stage/world.js';

/** Longer than any wait inside a step, whose own deadline gives the better message; less than the stall limit's default. */
const STEP_TIMEOUT_MS = 20_000;
/** How long sockets and timers may take to go once everything was told to. */
const QUIET_DEADLINE_MS = 2_000;

/** How the scenarios of a process are judged. */
export interface Judging {
  /** What a scenario judges, by its tags without `@`. */
  readonly judgedBy: (tags: readonly string[]) => Promise<Judged>;
  /** Time that a step may take, in milliseconds. Otherwise 20 seconds. */
  readonly stepTimeout?: number | undefined;
}

/** Gives Cucumber the world and the hooks of every scenario, whatever its system. */
export function installHooks({ judgedBy, stepTimeout = STEP_TIMEOUT_MS }: Judging): void {
  setWorldConstructor(IospecWorld);
  setDefaultTimeout(stepTimeout);
  Before(async function (this: IospecWorld, { pickle }) {
    this.whens = pickle.steps.filter(({ type }) => String(type) === 'Action').length;
    const judged = await judgedBy(pickle.tags.map(({ name }) => name.slice(1)));
    this.begin(judged);
    this.baseline = resources();
  });
  AfterStep(afterStep);
  After(afterScenario);
}

function afterStep(this: IospecWorld, { pickleStep, result, error }: ITestStepHookParameter): void {
  // The step stays failed for Cucumber: a scenario that could not be prepared is green nowhere.
  if (error instanceof ExpectationError) this.failure = error;
  if (error instanceof PreparationError) this.withdraw('notRun', error.message);
  if (error instanceof MissingFunctionError) {
    const isOfAnother = this.judged.absent.has(error.functionName);
    this.withdrawal = {
      verdict: isOfAnother ? 'notApplicable' : 'notRun',
      reason: error.message,
      isThrown: true,
    };
  }
  if (error instanceof UnobservableError)
    this.withdrawal = { verdict: 'unobservable', reason: whyUnobservable(this, error), isThrown: true };
  if (error instanceof UnavailableError)
    this.withdrawal = { verdict: 'unavailable', reason: error.message, isThrown: true };
  const before = this.shownBefore;
  const shown = this.expect.count + this.unseenObligations;
  this.shownBefore = shown;
  if (String(pickleStep.type) === 'Outcome' && result.status === Status.PASSED && shown === before) {
    throw new Error(`the step "${pickleStep.text}" evaluated no assertion`);
  }
}

function whyUnobservable(world: IospecWorld, error: UnobservableError): string {
  return error instanceof DeclinedSeamError ? whyUnseen(error.seam, world.judged.seams) : error.message;
}

/** Only a run of iospec, which has a trace, can lay a violation to another requirement than the scenario's own. */
function isOwned(world: IospecWorld, { requirements }: Violation): boolean {
  return world.parameters.traced === true && requirements.length > 0;
}

/** A monitor's requirement that this version of the document does not have can't stand for anything. */
function inDocument({ specification }: IospecWorld, { requirements, message }: Violation): Violation {
  const labels = new Set(specification.requirements.map(({ label }) => label));
  return { requirements: requirements.filter((label) => labels.has(label)), message };
}

async function afterScenario(this: IospecWorld, { result }: ITestCaseHookParameter): Promise<void> {
  await this.end();
  if (this.hasStage) await this.stage.dispose();
  const alive = await untilQuiet(this.baseline, QUIET_DEADLINE_MS);
  const left = [...alive, ...((this.hasStage ? this.stage.leftBehind : null) ?? [])];
  const broken = violations(this.timeline, this.judged.monitors).map((violation) =>
    inDocument(this, violation),
  );
  this.attachJson(compact(this.timeline.entries), MEDIA_TYPE.timeline);
  this.attachJson({ count: this.expect.count }, MEDIA_TYPE.assertions);
  if (this.withdrawal !== null) this.attachJson(this.withdrawal, MEDIA_TYPE.verdict);
  if (this.failure !== null) {
    const { expected, observed } = this.failure;
    this.attachJson({ expected, observed }, MEDIA_TYPE.failure);
  }
  // A scenario that failed has told its requirement's story; what else its timeline shows may follow from that.
  if (result?.status === Status.FAILED && this.withdrawal?.verdict !== 'notRun') return;
  const owned = broken.filter((violation) => isOwned(this, violation));
  if (owned.length > 0) this.attachJson(owned, MEDIA_TYPE.violations);
  const others = broken.filter((violation) => !isOwned(this, violation));
  if (others.length > 0) throw new Error(others.map(({ message }) => message).join('\n'));
  if (left.length > 0) throw new Error(`the scenario left behind: ${left.join(', ')}`);
}
