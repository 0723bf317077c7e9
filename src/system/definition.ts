import { UserError } from '../errors.js';
import { suggestion } from '../nearest.js';
import type { Monitor } from '../stage/monitors.js';
import type { Stage } from '../stage/stage.js';
import type { IospecWorld } from '../stage/world.js';
import type { DocumentRules } from '../scenario/rules.js';

/** A system that can't be used as it is declared, in one line that names it. */
export class SystemError extends UserError {}

/** Rules whose keys come from the document are written as objects here, and looked up in Maps. */
type WrittenRules = Partial<Omit<DocumentRules, 'furtherErrors' | 'sections' | 'sequences'>> & {
  readonly furtherErrors?: Readonly<Record<string, readonly string[]>>;
  readonly sections?: Readonly<Record<string, string>>;
  readonly sequences?: Readonly<Record<string, string>>;
};

/** All that judges one system. Everything but `name` can be left out. */
export interface SystemDefinition<Underlying = unknown> extends WrittenRules {
  /** The document's id family in lower case: `store` for `SRS_STORE_01_001`. */
  readonly name: string;
  /** Path of the document, from the project's folder. Otherwise `spec/<name>_requirements.md`. */
  readonly document?: string;
  /** What the scenarios run over, by kind: `mock`, `loopback`. Left out: they stand on nothing. */
  readonly underlyings?: Readonly<Record<string, (world: IospecWorld) => Underlying | Promise<Underlying>>>;
  /**
   * Sets up what a scenario acts on, over the underlying IO that the scenario names (null: it stands on nothing). Left out: the
   * generic stage, which takes everything from the document's prototypes.
   */
  readonly stage?: (world: IospecWorld, underlying: Underlying) => Stage | Promise<Stage>;
  /** Capabilities that an adapter may declare, with their values. */
  readonly capabilities?: Readonly<Record<string, readonly (string | boolean)[]>>;
  /**
   * What is seen through a dependency of an adapter, by its name, with what is wrong with an adapter that declares it does not
   * take it: `log: 'does not log through iospec'`.
   */
  readonly seams?: Readonly<Record<string, string>>;
  /** C declarations that the document takes for granted, as the text of a header. */
  readonly headers?: readonly string[];
  /** Folders or modules that bind the document's phrases, from the definition's own. Otherwise `phrases`. */
  readonly phrases?: string | readonly string[];
  /** Adapters that claim the document: modules by name, from the definition's own folder. */
  readonly adapters?: Readonly<Record<string, string>>;
  /** What must hold throughout every scenario, beside what must for every system. */
  readonly monitors?: readonly Monitor[];
  /** Time that a step may take, in milliseconds. Otherwise 20 seconds. */
  readonly stepTimeout?: number;
}

const KEYS: ReadonlySet<string> = new Set<keyof SystemDefinition>([
  'name',
  'document',
  'underlyings',
  'stage',
  'capabilities',
  'seams',
  'headers',
  'phrases',
  'adapters',
  'monitors',
  'stepTimeout',
  'noun',
  'kind',
  'states',
  'meantToo',
  'infallible',
  'furtherErrors',
  'sections',
  'sequences',
  'sides',
  'tableEvents',
]);

/**
 * Declares a system, for `steps/<system>/system.ts` to export it as its default.
 * @throws SystemError with one line that says what is wrong with the declaration.
 */
export function defineSystem<Underlying = null>(definition: SystemDefinition<Underlying>): SystemDefinition {
  const defect = defectOf(definition);
  if (defect !== null) throw new SystemError(defect);
  // What its underlying IOs give, its stage takes: the type between them is nobody else's business.
  return definition as SystemDefinition;
}

/** What keeps a value from declaring a system, in one line; null when it does. */
export function defectOf(candidate: unknown): string | null {
  if (typeof candidate !== 'object' || candidate === null)
    return 'exports no system: its default export is not what defineSystem returns';
  const fields = candidate as Readonly<Record<string, unknown>>;
  const { name, stage, underlyings } = fields;
  if (typeof name !== 'string' || name === '') return 'its system has no `name` (a string)';
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name))
    return `its system's name ${JSON.stringify(name)} is not an id family in lower case: letters, digits and _`;
  const unknown = Object.keys(fields).find((key) => !KEYS.has(key));
  if (unknown !== undefined)
    return `its system has an unknown field \`${unknown}\`${suggestion(unknown, KEYS)}`;
  if (stage !== undefined && typeof stage !== 'function') return 'its `stage` is not a function';
  if (typeof underlyings === 'object' && underlyings !== null) {
    const odd = Object.entries(underlyings).find(([, create]) => typeof create !== 'function');
    if (odd !== undefined) return `its underlying IO \`${odd[0]}\` is not a function`;
  } else if (underlyings !== undefined) return 'its `underlyings` is not an object of functions';
  return null;
}
