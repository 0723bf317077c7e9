/**
 * What the author of a system needs: to declare it, to bind the phrases of its document, and to set up what a scenario acts on.
 * `docs/add-a-system.md` builds one from start to end.
 *
 * @module iospec/system
 */
export {
  defineCircumstance,
  callUnderTest,
  enterStateOrWithdraw,
  prepareUnlessChosen,
} from '../phrases/circumstances.js';
export type { Circumstance } from '../phrases/circumstances.js';
export type { Side, TableEvent } from '../scenario/rules.js';
export { scopeOf } from '../phrases/scope.js';
export { valueOf } from '../phrases/values.js';
export type { CPrototype, Requirement, Specification } from '../specification/model.js';
export { ExpectationError, type Expectations } from '../stage/expectations.js';
export { GenericStage, type GenericStageOptions } from '../stage/generic_stage.js';
export { Memory } from '../stage/memory.js';
export {
  completesOnce,
  contextsAsGiven,
  insideCalls,
  noneForRefused,
  oneErrorPerOpen,
  silentAfterDestroy,
  watching,
  type Breach,
  type Monitor,
  type Rule,
} from '../stage/monitors.js';
export { outcome, observed, type Outcome } from '../stage/outcome.js';
export { PreparationError, preparing, UnavailableError, UnobservableError } from '../stage/preparation.js';
export { Pump, type Awaited, type PumpOptions } from '../stage/pump.js';
export {
  observerFor,
  Recorder,
  type Observer,
  type OnUnderlyingEvent,
  type UnderlyingEvent,
} from '../stage/recorder.js';
export type { Resources } from '../stage/quiet.js';
export { requireSeam, type Seams } from '../stage/seams.js';
export { Session, type NamedArguments, type ValueSource } from '../stage/session.js';
export type { Evidence, Stage, StateChange } from '../stage/stage.js';
export type { Movement, UnderWay } from '../stage/under_way.js';
export type { Withdrawal } from '../stage/attachments.js';
export type { IospecWorld, Judged } from '../stage/world.js';
export type { AdapterApi, AdapterFunction, AdapterModule } from '../subject/adapter.js';
export { apiOf } from '../subject/api.js';
export type { Capabilities } from '../subject/description.js';
export type { GivenDependencies, LOG_CATEGORY, StandardDependencies } from '../subject/dependencies.js';
export { defineSystem, SystemError, type SystemDefinition } from '../system/definition.js';
export { Given, Then, When } from '../system/phrase_registry.js';
export type { Bind, DataTable, PhraseOptions, RunsOver, StepFunction } from '../system/phrase_registry.js';
export { XIO_H } from '../system/xio_h.js';
export { owed, type Owed } from '../timeline/completions.js';
export {
  callbacksIn,
  callsBelowIn,
  callsOf,
  describe,
  errorsLoggedIn,
  logsIn,
  type Scope,
} from '../timeline/questions.js';
export { ContextToken, render } from '../timeline/render.js';
export type {
  BelowRecord,
  CallbackRecord,
  CallRecord,
  LogRecord,
  Registration,
  Timeline,
} from '../timeline/timeline.js';
