import type { CEnumeration, CPrototype, Requirement } from '../model.js';
import type { LintDocument } from './document.js';

/** A sentence's call of a callback. */
export interface CallbackCall {
  readonly requirement: Requirement;
  readonly callback: string;
  /** Constants that the call passes. */
  readonly values: readonly string[];
}

/** "call the on_x callback with …", "an error is indicated via on_x", "on_x passed to f shall be called with …" */
const CALL =
  /\b(?:call|calls|calling|invoke|invokes|invoking|trigger|triggers|triggering|via) (?:(?:the|its) )?(?:[a-z]+'s )?(on_\w+)|\b(on_\w+) (?:callback |function )?(?:passed (?:to|in) \w+ )?(?:shall|should|must|will) (?:also |then |first )?be (?:called|invoked|triggered|indicated)\b/g;

/** Where the arguments of a call end and the next duty begins. */
const NEXT_DUTY = /, and |,? then |; |\. /;

const CONSTANT = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g;

/** Every call of a callback that the requirements ask for. */
export function callbackCalls({ requirements }: LintDocument): readonly CallbackCall[] {
  return requirements.flatMap((requirement) =>
    [...requirement.text.matchAll(CALL)].flatMap((match) => {
      const callback = match[1] ?? match[2] ?? '';
      if (callback.endsWith('_context') || /\bnot $/.test(requirement.text.slice(0, match.index))) return [];
      const rest = requirement.text.slice(match.index + match[0].length);
      const phrase = rest.slice(0, NEXT_DUTY.exec(rest)?.index);
      return [{ requirement, callback, values: phrase.match(CONSTANT) ?? [] }];
    }),
  );
}

/** The enumeration that a callback gets a value of, as far as the listings declare it: by callback name. */
export function callbackEnumerations({
  declarations: { prototypes, enumerations },
}: LintDocument): ReadonlyMap<string, CEnumeration> {
  const byName = new Map(enumerations.map((enumeration) => [enumeration.name, enumeration]));
  const types = new Map(
    prototypes.filter(({ kind }) => kind === 'functionType').map((type) => [type.name, type]),
  );
  const enumerationOf = (type: CPrototype | undefined): CEnumeration | undefined =>
    type?.parameters.map((parameter) => byName.get(parameter.type)).find((found) => found !== undefined);
  const found = new Map<string, CEnumeration>();
  for (const { parameters } of prototypes) {
    for (const { name, type } of parameters) {
      const enumeration = enumerationOf(types.get(type));
      if (enumeration !== undefined) found.set(name, enumeration);
    }
  }
  return found;
}
