import type { ReadDocument } from '../parse.js';

/** What looks like a name of a program: it has an underscore or a capital inside. */
export const NAME_SHAPE = /^(?:(?=\w*[A-Za-z0-9]_+[A-Za-z0-9])|(?=[A-Za-z]*[a-z0-9][A-Z]))[A-Za-z_]\w*$/;

/** The names that a document introduces: what its listings declare, and what its headings name. */
export function declaredNames({ declarations, document }: ReadDocument): ReadonlySet<string> {
  const { prototypes, structs, enumerations } = declarations;
  return new Set([
    ...prototypes.flatMap(({ name, parameters }) => [name, ...parameters.map((parameter) => parameter.name)]),
    ...structs.flatMap(({ name, members }) => [name, ...members.map((member) => member.name)]),
    ...enumerations.flatMap(({ name, values }) => [name, ...values]),
    ...document.headings.flatMap(({ text }) => text.match(/[A-Za-z_]\w*/g) ?? []),
  ]);
}

/** The words of a name, in lower case: `hostName` is host, name; `ON_IO_ERROR` is on, io, error. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_')
    .filter((word) => word !== '');
}

/** True for `IO_SEND_OK`, false for `on_io_error`: the two never are spellings of one name. */
export function isCapitals(name: string): boolean {
  return !/[a-z]/.test(name);
}

/** What a name is called in a message. */
export function quoted(name: string): string {
  return `\`${name}\``;
}
