import { declarationsIn } from '../specification/c/declarations.js';
import type { Specification } from '../specification/model.js';
import { positionsOf } from '../specification/position.js';

/** The callbacks of `xio.h` with the results that they bring. */
const HEADER = `
typedef enum IO_OPEN_RESULT_TAG { IO_OPEN_OK, IO_OPEN_ERROR, IO_OPEN_CANCELLED } IO_OPEN_RESULT;
typedef enum IO_SEND_RESULT_TAG { IO_SEND_OK, IO_SEND_ERROR, IO_SEND_CANCELLED } IO_SEND_RESULT;
typedef void(*ON_BYTES_RECEIVED)(void* context, const unsigned char* buffer, size_t size);
typedef void(*ON_SEND_COMPLETE)(void* context, IO_SEND_RESULT send_result);
typedef void(*ON_IO_OPEN_COMPLETE)(void* context, IO_OPEN_RESULT open_result);
typedef void(*ON_IO_CLOSE_COMPLETE)(void* context);
typedef void(*ON_IO_ERROR)(void* context);
`;

const header = declarationsIn(HEADER, [{ start: 0, end: HEADER.length }], positionsOf('xio.h', HEADER));

/**
 * Adds what a document takes from `xio.h` without a declaration: the types of the callbacks that its functions are given,
 * and the results that these bring. What the document declares itself stays as it says.
 */
export function withXioHeader(specification: Specification): Specification {
  const declared = new Set(specification.prototypes.map(({ name }) => name));
  const typesOf = (all: Specification['prototypes']): ReadonlySet<string> =>
    new Set(all.flatMap(({ parameters }) => parameters.map(({ type }) => type)));
  const used = typesOf(specification.prototypes);
  const prototypes = header.prototypes.filter(({ name }) => used.has(name) && !declared.has(name));
  if (prototypes.length === 0) return specification;
  const brought = typesOf(prototypes);
  const known = new Set(specification.enumerations.map(({ name }) => name));
  const enumerations = header.enumerations.filter(({ name }) => brought.has(name) && !known.has(name));
  return {
    ...specification,
    prototypes: [...specification.prototypes, ...prototypes],
    enumerations: [...specification.enumerations, ...enumerations],
  };
}
