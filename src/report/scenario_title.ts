import type { ScenarioTrace } from '../trace/model.js';

/** A scenario's name, with what it was run with where it says so: `over a mock underlying IO (cached_store over mock)`. */
export function titleOf({
  name,
  adapter,
  underlying,
}: Pick<ScenarioTrace, 'name' | 'adapter' | 'underlying'>): string {
  const where = [adapter, underlying].filter((part) => part !== null).join(' over ');
  return where === '' ? name : `${name} (${where})`;
}
