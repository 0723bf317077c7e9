export { analyse, compose } from './compose.js';
export { drift, writeFeatures, type Drift } from './drift.js';
export type { Clauses, ComposedFeature, ComposedItem } from './model.js';
export { describeSystem, type Alternatives, type SystemDescription } from './systems/index.js';
