export { SpecificationError } from './errors.js';
export { extracted, type ExtractedRow } from './extracted.js';
export type * from './model.js';
export { findRequirements, parseSpecification } from './parse.js';
export { readSource, readSpecification } from './read.js';
export type { SourceSlice, SourceText } from './source.js';
export { visible, type Visible } from './visible.js';
