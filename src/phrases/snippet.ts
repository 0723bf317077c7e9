import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { codeRoot, packageRoot } from '../package.js';
import type { System } from '../system/system.js';

/**
 * What to write for a step that no phrase takes: in the language of the project, with the file to put it in, and never green
 * before somebody has written what it means.
 * @param keyword `Given`, `When` or `Then`.
 */
export function snippetFor(keyword: string, text: string, system: System): string {
  const { file, isTyped } = fileFor(system);
  const pattern = `/^${text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}$/`;
  const imports = isTyped
    ? `import { ${keyword}, type IospecWorld } from 'iospec/system';`
    : `import { ${keyword} } from 'iospec/system';`;
  const head = [`// ${file}`, imports, ''];
  return [...head, `${keyword}(${pattern}, ${bodyOf(keyword, text, isTyped)});`].join('\n');
}

function bodyOf(keyword: string, text: string, isTyped: boolean): string {
  const world = isTyped ? 'this: IospecWorld' : '';
  const quoted = JSON.stringify(text);
  if (keyword === 'Then')
    return `function (${world}) {\n  const observed${isTyped ? ': string' : ''} = 'nothing has been looked at yet';\n  this.expect.that(observed === 'as specified', ${quoted}, 'as specified', observed);\n}`;
  const called = /^(\w+) is called/.exec(text)?.[1];
  if (keyword === 'When' && called !== undefined)
    return `async function (${world}) {\n  await this.stage.prepareFor('${called}');\n  this.act();\n  this.callUnderTest = this.stage.call('${called}', {});\n  return this.withdraw('notRun', ${JSON.stringify(`nothing brings this about yet: ${text}`)});\n}`;
  return `function (${world}) {\n  return this.withdraw('notRun', ${JSON.stringify(`nothing brings this about yet: ${text}`)});\n}`;
}

/** The file that a system's next steps belong in, and whether it is written in TypeScript. */
function fileFor({ name, place: { folder, root, file } }: System): {
  readonly file: string;
  readonly isTyped: boolean;
} {
  const project = root ?? process.cwd();
  const home = sourceOf(folder ?? join(project, 'steps', name));
  const phrases = existsSync(join(home, 'phrases')) || file !== null ? join(home, 'phrases') : home;
  const neighbour = existsSync(phrases)
    ? readdirSync(phrases).find((one) => /^[^.]+\.m?[jt]s$/.test(one))
    : undefined;
  const hasTypes = /\.m?ts$/.test(file ?? '') || existsSync(join(project, 'tsconfig.json'));
  const extension = neighbour?.split('.').pop() ?? (hasTypes ? 'ts' : 'mjs');
  const own = relative(process.cwd(), join(phrases, `${name}.${extension}`));
  return { file: own, isTyped: extension.endsWith('ts') };
}

/** The folder that a folder of compiled steps was compiled from, where it is there. */
function sourceOf(folder: string): string {
  const source = join(packageRoot, relative(codeRoot, folder));
  return folder.startsWith(codeRoot + sep) && existsSync(source) ? source : folder;
}
