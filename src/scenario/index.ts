export { analyse, compose, labelsOf } from './compose.js';
export { drift, writeFeatures, type Drift } from './drift.js';
export { tagOf } from './gherkin.js';
export { underlyingIn } from './ground.js';
export type { Clauses, ComposedFeature, ComposedItem, ComposedScenario, ComposedStep } from './model.js';
export { plainRules, type Alternatives, type CompositionRules, type DocumentRules } from './rules.js';
export { scenarioDocument, type ScenarioDocument } from './scenario_document.js';
