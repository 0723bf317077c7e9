import type { Dependencies } from '../xio/dependencies.js';
import { defaultDependencies } from '../xio/default_dependencies.js';
import type { TlspoolClientApi } from './api.js';
import { asyncFunctions } from './async_functions.js';
import { ClientContext } from './client_context.js';
import { flowFunctions } from './flow_functions.js';
import { systemDescriptors } from './system_descriptors.js';

/** What the client uses of its surroundings: the log, and descriptors other than the host's. */
export type TlspoolDependencies = Partial<Pick<Dependencies, 'log' | 'descriptors'>>;

/**
 * Makes the client of a TLS Pool, whose functions bear the names of its document.
 * @param dependencies What is left out is the host's own.
 */
export function create_tlspool_client(dependencies: TlspoolDependencies = {}): TlspoolClientApi {
  const { log, descriptors = systemDescriptors } = { ...defaultDependencies, ...dependencies };
  const context = new ClientContext(descriptors, log);
  return { ...asyncFunctions(context), ...flowFunctions(context) };
}
