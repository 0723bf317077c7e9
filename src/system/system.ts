import type { SystemDefinition } from './definition.js';

/** Where a system is declared. Travels to workers as JSON. */
export interface SystemPlace {
  readonly name: string;
  /** Absolute path of the module that declares it; null: a folder of steps alone, or nothing. */
  readonly file: string | null;
  /** Absolute path of its folder; null where nobody wrote anything for the document. */
  readonly folder: string | null;
  /** Absolute path of the project that it belongs to; null where it belongs to none. */
  readonly root: string | null;
}

/** A system as it is declared, and where. */
export interface System {
  readonly name: string;
  readonly place: SystemPlace;
  readonly definition: SystemDefinition;
}

/** The kinds of underlying IO that a system's scenarios run over. */
export function underlyingsOf({ definition }: System): readonly string[] {
  return Object.keys(definition.underlyings ?? {});
}
