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

interface Shape {
  readonly fits: (value: unknown) => boolean;
  /** What a value must be, behind "is not". */
  readonly words: string;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isFunction = (value: unknown): boolean => typeof value === 'function';
const isPattern = (value: unknown): boolean => value instanceof RegExp;
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf =
  (fits: Shape['fits']): Shape['fits'] =>
  (value) =>
    Array.isArray(value) && value.every(fits);
const tableOf =
  (fits: Shape['fits']): Shape['fits'] =>
  (value) =>
    isObject(value) && Object.values(value).every(fits);
const record =
  (fields: Readonly<Record<string, Shape['fits']>>): Shape['fits'] =>
  (value) =>
    isObject(value) && Object.entries(fields).every(([key, fits]) => fits(Reflect.get(value, key)));

const TEXT: Shape = { fits: isText, words: 'a string' };
const TEXTS: Shape = { fits: listOf(isText), words: 'a list of strings' };
const TABLE_OF_TEXTS: Shape = { fits: tableOf(isText), words: 'an object of strings' };

/** What each field must be: a declaration in JavaScript has no compiler to say so. */
const SHAPES: Readonly<Record<keyof SystemDefinition, Shape>> = {
  name: TEXT,
  document: TEXT,
  underlyings: { fits: tableOf(isFunction), words: 'an object of functions' },
  stage: { fits: isFunction, words: 'a function' },
  capabilities: {
    fits: tableOf(listOf((value) => isText(value) || typeof value === 'boolean')),
    words: 'an object of lists of strings and booleans',
  },
  seams: TABLE_OF_TEXTS,
  headers: TEXTS,
  phrases: { fits: (value) => isText(value) || TEXTS.fits(value), words: 'a string or a list of strings' },
  adapters: TABLE_OF_TEXTS,
  monitors: {
    fits: listOf(record({ rule: record({ name: isText, breaches: isFunction }), requirements: TEXTS.fits })),
    words: 'a list of monitors, each with a `rule` and its `requirements`',
  },
  stepTimeout: {
    fits: (value) => typeof value === 'number' && value > 0,
    words: 'a number of milliseconds',
  },
  noun: TEXT,
  kind: TEXT,
  states: TEXTS,
  meantToo: {
    fits: record({ named: TEXTS.fits, too: TEXTS.fits }),
    words: 'an object with the lists `named` and `too`',
  },
  infallible: TEXTS,
  furtherErrors: { fits: tableOf(TEXTS.fits), words: 'an object of lists of strings' },
  sections: TABLE_OF_TEXTS,
  sequences: TABLE_OF_TEXTS,
  sides: {
    fits: listOf(record({ subjects: isPattern, capability: isText, value: isText, given: isText })),
    words: 'a list of sides, each with its `subjects`, `capability`, `value` and `given`',
  },
  tableEvents: {
    fits: listOf(record({ words: isPattern, instead: isText })),
    words: 'a list of events, each with its `words` and what stands `instead`',
  },
};

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
  const { name, underlyings } = fields;
  if (typeof name !== 'string' || name === '') return 'its system has no `name` (a string)';
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name))
    return `its system's name ${JSON.stringify(name)} is not an id family in lower case: letters, digits and _`;
  const known = new Map<string, Shape>(Object.entries(SHAPES));
  const unknown = Object.keys(fields).find((key) => !known.has(key));
  if (unknown !== undefined)
    return `its system has an unknown field \`${unknown}\`${suggestion(unknown, [...known.keys()])}`;
  const odd = isObject(underlyings)
    ? Object.entries(underlyings).find(([, create]) => !isFunction(create))
    : undefined;
  if (odd !== undefined) return `its underlying IO \`${odd[0]}\` is not a function`;
  for (const [key, { fits, words }] of known)
    if (fields[key] !== undefined && !fits(fields[key])) return `its \`${key}\` is not ${words}`;
  return null;
}
