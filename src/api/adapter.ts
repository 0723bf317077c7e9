/**
 * What a module needs that brings an adapter of its own under test: `iospec verify --adapter MODULE`.
 * `docs/adapters.md` explains it.
 *
 * @module iospec/adapter
 */
export { defineAdapter } from '../subject/define_adapter.js';
export type { AdapterDeclaration, FunctionTable } from '../subject/define_adapter.js';
export type { AdapterApi, AdapterFunction, AdapterModule } from '../subject/adapter.js';
export type { Capabilities } from '../subject/description.js';
export type { Connector, Dependencies, LOG_CATEGORY } from '../adapters/xio/dependencies.js';
export type * from '../adapters/xio/xio.js';
