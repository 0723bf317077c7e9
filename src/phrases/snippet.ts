import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { System } from '../system/system.js';

/**
 * What to write for a step that no phrase takes: in the language of the project, with the file to put it in, and never green
 * before somebody has written what it means.
 * @param keyword `Given`, `When` or `Then`.
 */
export function snippetFor(keyword: string, text: string, system: System): string {
  const { file, isTyped } = fileFor(system);
  const pattern = `/^${text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}$/`;
  const world = isTyped ? 'this: IospecWorld' : '';
  const imports = isTyped
    ? `import { ${keyword}, type IospecWorld } from 'iospec/system';`
    : `import { ${keyword} } from 'iospec/system';`;
  const head = [`// ${file}`, imports, ''];
  return [...head, `${keyword}(${pattern}, ${bodyOf(keyword, text, world)});`].join('\n');
}

function bodyOf(keyword: string, text: string, world: string): string {
  const quoted = JSON.stringify(text);
  if (keyword === 'Then')
    return `function (${world}) {\n  const observed = 'nothing has been looked at yet';\n  this.expect.that(observed === 'as specified', ${quoted}, 'as specified', observed);\n}`;
  const called = /^(\w+) is called/.exec(text)?.[1];
  if (keyword === 'When' && called !== undefined)
    return `async function (${world}) {\n  await this.stage.prepareFor('${called}');\n  this.act();\n  this.callUnderTest = this.stage.call('${called}', {});\n  return this.withdraw('notRun', ${JSON.stringify(`nothing brings this about yet: ${text}`)});\n}`;
  return `function (${world}) {\n  return this.withdraw('notRun', ${JSON.stringify(`nothing brings this about yet: ${text}`)});\n}`;
}

/** The file that a system's next steps belong in, and whether the project is written in TypeScript. */
function fileFor({ name, place: { folder, root, file } }: System): {
  readonly file: string;
  readonly isTyped: boolean;
} {
  const project = root ?? process.cwd();
  const isTyped = /\.m?ts$/.test(file ?? '') || existsSync(join(project, 'tsconfig.json'));
  const home = folder ?? join(project, 'steps', name);
  const phrases = existsSync(join(home, 'phrases')) || file !== null ? join(home, 'phrases') : home;
  const known = existsSync(phrases)
    ? readdirSync(phrases).find((one) => /^[^.]+\.m?[jt]s$/.test(one))
    : undefined;
  const own =
    known === undefined ? `${name}.${isTyped ? 'ts' : 'mjs'}` : `${name}.${known.split('.').pop() ?? 'mjs'}`;
  return { file: relative(process.cwd(), join(phrases, own)), isTyped };
}
