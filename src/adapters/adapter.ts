/**
 * What a module needs that brings an adapter of its own under test: `iospec verify --adapter MODULE`.
 * `docs/adapters.md` explains it.
 */
export { defineAdapter } from './define_adapter.js';
export type { AdapterDeclaration, FunctionTable } from './define_adapter.js';
export type { AdapterApi, AdapterFunction, AdapterModule, Capabilities, Seam } from './module.js';
export type { Connector, Dependencies, LOG_CATEGORY } from './xio/dependencies.js';
export type * from './xio/xio.js';
