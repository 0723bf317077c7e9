import { functionsOf, namesIn } from '../subject/api.js';
import { describeBundledAdapters, describeGivenAdapter } from '../subject/adapter_choice.js';
import { bundledDocuments } from '../system/bundled_documents.js';
import type { AdapterDescription } from '../run/protocol.js';
import { describeSystem } from '../scenario/systems/index.js';
import type { Specification } from '../specification/model.js';
import { requireKnownCapabilities } from './known_capabilities.js';
import { UsageError } from '../errors.js';

/**
 * Finds the adapters that are to be judged.
 * @param given Names of bundled adapters, or modules; none: every bundled adapter.
 * @throws AdapterError for what is no adapter, UsageError for two of one name.
 */
export async function chooseAdapters(
  given: readonly string[],
  options: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<readonly AdapterDescription[]> {
  if (given.length === 0) return describeBundledAdapters();
  const adapters = await Promise.all([...new Set(given)].map((one) => describeGivenAdapter(one, options)));
  const names = new Map<string, string>();
  for (const { name, specification, specifier } of adapters) {
    const key = `${specification}/${name}`;
    const known = names.get(key);
    if (known !== undefined)
      throw new UsageError(`${specifier}: its adapter has the name ${name}, which that of ${known} has too`);
    names.set(key, specifier);
  }
  return adapters;
}

/**
 * The documents that are to be judged by.
 * @param given Names of bundled documents, or paths; none: those that the given adapters claim.
 * @returns Names and paths; none: every bundled document.
 * @throws UsageError when an adapter claims a document that nobody has.
 */
export function claimedDocuments(
  given: readonly string[],
  adapters: readonly AdapterDescription[],
): readonly string[] {
  if (given.length > 0) return given;
  const bundled = bundledDocuments().map(({ name }) => name);
  for (const { name, specification } of adapters) {
    if (bundled.includes(specification)) continue;
    throw new UsageError(
      `adapter ${name} claims ${specification}, which is no bundled document (${bundled.join(', ')}); --spec names the file of another one`,
    );
  }
  return [...new Set(adapters.map(({ specification }) => specification))];
}

/**
 * Sees to it that every adapter that was named can be judged.
 * @throws UsageError when one has nothing to do, declares a capability that nothing asks for, or lacks a function of its
 * document.
 */
export function requireMatch(
  specifications: readonly Specification[],
  adapters: readonly AdapterDescription[],
): void {
  const names = specifications.map(({ name }) => name).join(', ');
  for (const adapter of adapters) {
    const claimed = specifications.filter(({ name }) => name === adapter.specification);
    if (claimed.length === 0) {
      throw new UsageError(
        `adapter ${adapter.name} claims ${adapter.specification}, which is not among the documents (${names})`,
      );
    }
    requireKnownCapabilities(adapter);
    for (const specification of claimed) requireFunctions(adapter, specification);
  }
}

function requireFunctions(adapter: AdapterDescription, specification: Specification): void {
  const { name, functions, capabilities } = adapter;
  const names = namesIn(functions, specification);
  // Functions of a side that the adapter does not play are its tester's.
  const others = (describeSystem(specification.name).sides ?? []).filter(
    ({ capability, value }) => capabilities[capability] !== value,
  );
  const missing = functionsOf(specification).filter(
    (required) => names.get(required) === null && !others.some(({ subjects }) => subjects.test(required)),
  );
  if (missing.length === 0) return;
  const { file, slots } = specification;
  const slot = slots.find((one) => one.function === missing[0])?.slot;
  const alias = slot === undefined ? '' : ` (${slot} of a VTable)`;
  const rest = missing.length === 1 ? '' : ` and ${missing.length - 1} other functions`;
  throw new UsageError(`adapter ${name} lacks ${missing[0]}${alias}${rest} of ${file}`);
}
