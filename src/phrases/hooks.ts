import { After, AfterStep, Before, setDefaultTimeout, setWorldConstructor, Status } from '@cucumber/cucumber';
import { compact } from '../timeline/compact.js';
import { ExpectationError } from '../stage/expectations.js';
import { violations, type Violation } from '../stage/monitors.js';
import { PreparationError, UnavailableError, UnobservableError } from '../stage/preparation.js';
import { resources, untilQuiet, type Resources } from '../stage/quiet.js';
import { MEDIA_TYPE } from '../run/protocol.js';
import { subjectOf } from '../stage/subject.js';
import { IospecWorld } from '../stage/world.js';

/** Longer than any wait inside a step, whose own deadline gives the better message; less than the stall limit's default. */
const STEP_TIMEOUT_MS = 20_000;
/** How long sockets and timers may take to go once everything was told to. */
const QUIET_DEADLINE_MS = 2_000;

setWorldConstructor(IospecWorld);
setDefaultTimeout(STEP_TIMEOUT_MS);

const baselines = new WeakMap<IospecWorld, Resources>();
const assertedBefore = new WeakMap<IospecWorld, number>();

Before(async function (this: IospecWorld, { pickle }) {
  const { specification, adapter } = await subjectOf(
    pickle.tags.map(({ name }) => name.slice(1)),
    this.parameters,
  );
  this.begin(specification, adapter);
  baselines.set(this, resources());
});

AfterStep(function (this: IospecWorld, { pickleStep, result, error }) {
  // The step stays failed for Cucumber: a scenario that could not be prepared is green nowhere.
  if (error instanceof ExpectationError) this.failure = error;
  if (error instanceof PreparationError) this.withdraw('notRun', error.message);
  if (error instanceof UnobservableError)
    this.withdrawal = { verdict: 'unobservable', reason: error.message, isThrown: true };
  if (error instanceof UnavailableError)
    this.withdrawal = { verdict: 'unavailable', reason: error.message, isThrown: true };
  const before = assertedBefore.get(this) ?? 0;
  const shown = this.expect.count + this.unseenObligations;
  assertedBefore.set(this, shown);
  if (String(pickleStep.type) === 'Outcome' && result.status === Status.PASSED && shown === before) {
    throw new Error(`the step "${pickleStep.text}" evaluated no assertion`);
  }
});

/** Only a run of iospec, which has a trace, can lay a violation to another requirement than the scenario's own. */
function isOwned(world: IospecWorld, { requirements }: Violation): boolean {
  return world.parameters.traced === true && requirements.length > 0;
}

/** A monitor's requirement that this version of the document does not have can't stand for anything. */
function inDocument({ specification }: IospecWorld, { requirements, message }: Violation): Violation {
  const labels = new Set(specification.requirements.map(({ label }) => label));
  return { requirements: requirements.filter((label) => labels.has(label)), message };
}

After(async function (this: IospecWorld, { result }) {
  if (this.hasStage) await this.stage.dispose();
  const alive = await untilQuiet(baselines.get(this) ?? new Map(), QUIET_DEADLINE_MS);
  const left = [...alive, ...((this.hasStage ? this.stage.leftBehind : null) ?? [])];
  const broken = violations(this.timeline, this.hasStage ? this.stage.monitors : []).map((violation) =>
    inDocument(this, violation),
  );
  this.attach(JSON.stringify(compact(this.timeline.entries)), MEDIA_TYPE.timeline);
  this.attach(JSON.stringify({ count: this.expect.count }), MEDIA_TYPE.assertions);
  if (this.withdrawal !== null) this.attach(JSON.stringify(this.withdrawal), MEDIA_TYPE.verdict);
  if (this.failure !== null) {
    const { expected, observed } = this.failure;
    this.attach(JSON.stringify({ expected, observed }), MEDIA_TYPE.failure);
  }
  // A scenario that failed has told its requirement's story; what else its timeline shows may follow from that.
  if (result?.status === Status.FAILED && this.withdrawal?.verdict !== 'notRun') return;
  const owned = broken.filter((violation) => isOwned(this, violation));
  if (owned.length > 0) this.attach(JSON.stringify(owned), MEDIA_TYPE.violations);
  const others = broken.filter((violation) => !isOwned(this, violation));
  if (others.length > 0) throw new Error(others.map(({ message }) => message).join('\n'));
  if (left.length > 0) throw new Error(`the scenario left behind: ${left.join(', ')}`);
});
