import type { ScenarioError } from '../trace/model.js';

/** What an error says beside its expected and observed values: its first line, or all of it where it has no such values. */
export function messageOf({ message, expected }: ScenarioError): string {
  return expected === null ? message : (message.split('\n')[0] ?? '');
}
