import type { CPrototype, CVariable, Specification } from '../specification/model.js';

/** A value for a parameter, or what is missing for one. */
export type GenericValue =
  | { readonly kind: 'value'; readonly value: unknown }
  /** An instance of this handle type is wanted. */
  | { readonly kind: 'handle'; readonly type: string }
  /** Nothing in the document tells what it could be. */
  | { readonly kind: 'unknown' };

const TEXT = /^const\s+char\s*\*(?:\s*const)?$/;
const NUMBER =
  /^(?:const\s+)?(?:unsigned\s+)?(?:size_t|ssize_t|u?int(?:8|16|32|64)?_t|int|char|short|long(?:\s+long)?|unsigned|float|double)$/;
const BUFFER = /^const\s+(?:unsigned\s+char|uint8_t|void)\s*\*$/;
const CONTENTS = 'contents';

/** Whether values of a type are instances that one function makes and others take. */
export function isHandleType(type: string): boolean {
  return /(?:_HANDLE|_PTR)$/.test(bare(type));
}

/** A type without its qualifiers and its white space. */
export function bare(type: string): string {
  return type
    .replace(/\bconst\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A valid value for a parameter by what its type tells: a text, a buffer and its size, a number, an enumerator, true.
 */
export function genericValue({ name, type }: CVariable, { enumerations }: Specification): GenericValue {
  const plain = bare(type);
  const values = enumerations.find((one) => one.name === plain)?.values;
  if (values !== undefined)
    return { kind: 'value', value: values.find((one) => !one.includes('INVALID')) ?? null };
  if (isHandleType(type)) return { kind: 'handle', type: plain };
  if (TEXT.test(type.trim())) return { kind: 'value', value: name };
  if (BUFFER.test(type.trim())) return { kind: 'value', value: Buffer.from(CONTENTS) };
  if (plain === 'bool' || plain === '_Bool') return { kind: 'value', value: true };
  if (NUMBER.test(type.trim())) {
    const isSize = /size|length|count/i.test(name);
    return { kind: 'value', value: isSize ? CONTENTS.length : 1 };
  }
  return { kind: 'unknown' };
}

/** The function that makes instances of a handle type; null where the document declares none. */
export function creatorOf(type: string, { prototypes }: Specification): CPrototype | null {
  const makers = prototypes.filter(
    ({ kind, returnType, name }) =>
      kind === 'function' && bare(returnType) === type && /create|construct|new|init|open/i.test(name),
  );
  // One that takes an instance of the type itself makes a copy.
  return makers.find(({ parameters }) => parameters.every((one) => bare(one.type) !== type)) ?? null;
}

/** The function that releases instances of a handle type; null where the document declares none. */
export function destroyerOf(type: string, { prototypes }: Specification): CPrototype | null {
  return (
    prototypes.find(
      ({ kind, name, parameters }) =>
        kind === 'function' &&
        /destroy|delete|free|close|release/i.test(name) &&
        parameters.length === 1 &&
        bare(parameters[0]?.type ?? '') === type,
    ) ?? null
  );
}
