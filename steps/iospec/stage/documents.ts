/** The document that a scenario gives to the command. */
export const DOCUMENT = 'tiny.md';

/** What tells the small documents apart that a scenario can need: the family of their ids and the function they are about. */
export interface Family {
  readonly prefix: string;
  readonly function: string;
  readonly prototypes: string;
}

/** A family that nobody wrote steps for. */
export const TINY: Family = {
  prefix: 'SRS_TINY_01_',
  function: 'tiny_open',
  prototypes: 'int tiny_open(void* handle, int state);',
};

/** A family that adapters can be judged by. */
export const TLSIO: Family = {
  prefix: 'SRS_TLSIO_01_',
  function: 'tlsio_create',
  prototypes: [
    'CONCRETE_IO_HANDLE tlsio_create(void* io_create_parameters);',
    'void tlsio_destroy(CONCRETE_IO_HANDLE tlsio_handle);',
    'void tlsio_dowork(CONCRETE_IO_HANDLE tlsio_handle);',
  ].join('\n'),
};

/** `SRS_TINY_01_002` for 2. */
export function idOf({ prefix }: Family, number: number): string {
  return `${prefix}${String(number).padStart(3, '0')}`;
}

/** A requirement in the usual notation. */
export function requirement(id: string, text: string): string {
  return `**${id}: [** ${text} **]**`;
}

/** A document whose one section, about the family's function, holds these blocks of Markdown. */
export function documentOf(family: Family, ...blocks: readonly string[]): string {
  const listing = `\`\`\`c\n${family.prototypes}\n\`\`\``;
  return `${['# tiny', `## ${family.function}`, listing, ...blocks].join('\n\n')}\n`;
}

/** A document of one requirement. */
export function documentThatSays(family: Family, text: string): string {
  return documentOf(family, requirement(idOf(family, 1), text));
}

/** The conditions of the refusals that the small adapters of these scenarios know. */
export const NO_PARAMETERS = 'the `io_create_parameters` value is NULL';
export const NO_HOST_NAME = 'the `hostname` member of `io_create_parameters` value is NULL';

/** The two requirements that adapters are judged by, the second one under an id of the caller's choice. */
export function refusals(secondId = idOf(TLSIO, 2)): readonly string[] {
  return [
    requirement(idOf(TLSIO, 1), `If ${NO_PARAMETERS}, \`tlsio_create\` shall return NULL.`),
    requirement(secondId, `If ${NO_HOST_NAME}, \`tlsio_create\` shall log an error and return NULL.`),
  ];
}

/** A document of so many requirements: the refusals first, then some that no step binds. */
export function documentOfMany(count: number): string {
  const others = Array.from({ length: Math.max(0, count - 2) }, (_value, index) =>
    requirement(idOf(TLSIO, index + 3), `\`tlsio_create\` shall juggle ${index + 3} balls.`),
  );
  return documentOf(TLSIO, ...refusals().slice(0, count), ...others);
}
