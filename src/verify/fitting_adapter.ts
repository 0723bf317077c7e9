import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../errors.js';
import { nearest } from '../nearest.js';
import { readSpecification } from '../specification/index.js';
import type { Specification } from '../specification/model.js';
import { STANDARD_SEAMS } from '../stage/seams.js';
import type { AdapterDescription } from '../subject/description.js';
import { functionsOf, namesIn } from '../subject/api.js';
import type { System } from '../system/system.js';
import { counted } from '../trace/counted.js';

/**
 * Sees to it that an adapter can be judged by a document: it declares no capability that nothing asks for or that has no such
 * value, and it has the functions of the document. What only another version of the document has is not demanded.
 * @returns Functions that are not there in this run: those that the system's own version of the document has and this one not, and
 * those that this one has alone and the adapter lacks.
 * @throws UsageError
 */
export async function requireFitting(
  adapter: AdapterDescription,
  specification: Specification,
  system: System,
): Promise<readonly string[]> {
  requireKnownCapabilities(adapter, system);
  const missing = missingFunctions(adapter, specification, system);
  const own = await ownFunctions(specification, system);
  const demanded = own === null ? missing : missing.filter((name) => own.has(name));
  const [first] = demanded;
  if (first !== undefined) {
    const slot = specification.slots.find((one) => one.function === first)?.slot;
    const alias = slot === undefined ? '' : ` (${slot} of a VTable)`;
    const rest = demanded.length === 1 ? '' : ` and ${counted(demanded.length - 1, 'other function')}`;
    throw new UsageError(`adapter ${adapter.name} lacks ${first}${alias}${rest} of ${specification.file}`);
  }
  const declared = declaredIn(specification);
  return [...missing, ...[...(own ?? [])].filter((name) => !declared.has(name))];
}

/** The functions of a document that an adapter lacks, without those of sides that it does not play. */
function missingFunctions(
  { functions, capabilities }: AdapterDescription,
  specification: Specification,
  { definition }: System,
): readonly string[] {
  const names = namesIn(functions, specification);
  const others = (definition.sides ?? []).filter(
    ({ capability, value }) => capabilities[capability] !== value,
  );
  return functionsOf(specification).filter(
    (required) => names.get(required) === null && !others.some(({ subjects }) => subjects.test(required)),
  );
}

/** The functions of the version of a document that its system was written for; null where the document is that one. */
async function ownFunctions(
  { file }: Specification,
  { name, place: { root }, definition }: System,
): Promise<ReadonlySet<string> | null> {
  if (root === null) return null;
  const own = join(root, definition.document ?? join('spec', `${name}_requirements.md`));
  if (!existsSync(own) || resolve(file) === own) return null;
  return declaredIn(await readSpecification(own));
}

/** Values that a system's adapters may declare for each of their capabilities. */
function capabilityValues({ definition }: System): ReadonlyMap<string, readonly (string | boolean)[]> {
  const seams = [...STANDARD_SEAMS.keys(), ...Object.keys(definition.seams ?? {})];
  return new Map([
    ...Object.entries(definition.capabilities ?? {}),
    ...seams.map((seam): [string, readonly boolean[]] => [seam, [true, false]]),
  ]);
}

/** A misspelt capability would count as not declared, in silence. Where nobody declared any, steps may ask for all. */
function requireKnownCapabilities({ name, capabilities }: AdapterDescription, system: System): void {
  if (system.place.file === null) return;
  const known = capabilityValues(system);
  for (const [capability, value] of Object.entries(capabilities)) {
    const values = known.get(capability);
    if (values === undefined)
      throw new UsageError(
        `adapter ${name} declares an unknown capability ${capability}; the nearest is ${nearest(capability, [...known.keys()]) ?? 'none'}`,
      );
    if (!values.includes(value))
      throw new UsageError(
        `adapter ${name}: its capability \`${capability}\` is ${quoted(value)}, not ${values.map(quoted).join(' or ')}`,
      );
  }
}

function quoted(value: string | boolean): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function declaredIn({ prototypes }: Specification): ReadonlySet<string> {
  return new Set(prototypes.filter(({ kind }) => kind === 'function').map(({ name }) => name));
}
