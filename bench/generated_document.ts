/** Requirements of one function: a section. */
const PER_SECTION = 12;

/**
 * A document in the manner of the bundled ones: a section for each function, with its prototype, its sentences with code
 * spans, some with a link to an anchor, and a list of children now and then.
 */
export function generatedDocument(requirements: number): string {
  const parts = [
    '# bench requirements\n\n## Overview\n\nA module that does a number of things.\n\n## Exposed API\n',
  ];
  for (let number = 1; number <= requirements; number += 1) {
    if ((number - 1) % PER_SECTION === 0) parts.push(sectionOf((number - 1) / PER_SECTION));
    parts.push(`${requirementOf(number)}\n`);
  }
  return parts.join('\n');
}

const nameOf = (section: number): string => `bench_function_${section}`;

function sectionOf(section: number): string {
  const name = nameOf(section);
  return [
    `\n### ${name}\n`,
    '```c',
    `MOCKABLE_FUNCTION(, int, ${name}, BENCH_HANDLE, handle, ON_BENCH_COMPLETE, on_complete, void*, on_complete_context);`,
    '```\n',
    `\`${name}\` starts an action that completes later, and that a user may call off.\n`,
  ].join('\n');
}

function requirementOf(number: number): string {
  const name = nameOf(Math.floor((number - 1) / PER_SECTION));
  const place = (number - 1) % PER_SECTION;
  const marked = (text: string): string =>
    `**SRS_BENCH_01_${String(number).padStart(3, '0')}: [** ${text} **]**`;
  if (place === 4) return marked(`On success, \`${name}\` shall do the following:`);
  if (place === 5 || place === 6) return `  - ${marked(`call \`on_complete\` with \`BENCH_OK_${place}\`.`)}`;
  const sentences = [
    `If \`handle\` is \`NULL\`, \`${name}\` shall fail and return a non-zero value.`,
    `\`${name}\` shall allocate memory for a copy of what it was given, so that the caller may release its own.`,
    `If any error occurs, \`${name}\` shall log an error and return \`_FAILURE_\`, and nothing shall be called back.`,
    `If the module is busy, \`${name}\` shall [wait for its turn](#wait "Stay in the queue until the others are done").`,
    `Otherwise ${name} shall return 0 and call on_complete with the on_complete_context that it was given before.`,
  ];
  return marked(sentences[number % sentences.length] ?? '');
}
