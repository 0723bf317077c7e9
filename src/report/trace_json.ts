import type { Trace } from '../trace/model.js';
import { requireTrace } from '../trace/schema.js';

/**
 * The trace itself.
 * @throws TraceError when it does not keep its own schema.
 */
export function renderTraceJson(trace: Trace): string {
  return `${JSON.stringify(requireTrace(trace, 'trace.json'), null, 1)}\n`;
}
