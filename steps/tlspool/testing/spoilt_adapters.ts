import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeRoot, runsFromSource } from '../../../src/package.js';

const EXTENSION = runsFromSource ? 'ts' : 'js';
const CREATE = {
  client: { module: 'client', function: 'create_tlspool_client' },
  pool: { module: 'service/service', function: 'create_tlspool_service' },
} as const;

/** Which side of the pool's socket an adapter plays. */
export type Side = keyof typeof CREATE;

/** An edit of a module of the bundled adapter, by its name in `src/adapters/tlspool`. */
export interface Edit {
  readonly module: string;
  readonly change: (text: string) => string;
}

/** Values as the adapter's tables have them: numbers, and the places of fields. */
const VALUE = String.raw`0x[0-9a-f]+|\d+|\w+\([^()]*\)|\{ offset: [^{}]*\}`;

/** The line of a table that gives a key its value: what stands before the value, the value, what stands behind it. */
function lineOf(text: string, key: string): readonly [string, string, string] {
  const [found, ...others] = text.matchAll(new RegExp(`^( *${key}: )(${VALUE})(,)$`, 'gm'));
  if (found === undefined || others.length > 0) throw new Error(`expected one line of a table for ${key}`);
  return [found[1] ?? '', found[2] ?? '', found[3] ?? ''];
}

/** Gives each of two keys of a module's table the other's value. */
export function swapped(module: string, one: string, other: string): Edit {
  return {
    module,
    change: (text) => {
      const [oneLine, otherLine] = [lineOf(text, one), lineOf(text, other)];
      return text
        .replace(oneLine.join(''), oneLine[0] + otherLine[1] + oneLine[2])
        .replace(otherLine.join(''), otherLine[0] + oneLine[1] + otherLine[2]);
    },
  };
}

/** Gives a field of the adapter's another place. */
export function moved(field: string, offset: number): Edit {
  return {
    module: 'wire',
    change: (text) => {
      const [before, value, behind] = lineOf(text, field);
      return text.replace(before + value + behind, before + value.replace(/\d+/, String(offset)) + behind);
    },
  };
}

/** Gives a constant of a module another value. */
export function constant(module: string, name: string, value: number): Edit {
  return { module, change: (text) => text.replace(new RegExp(`^(const ${name} = )\\d+`, 'm'), `$1${value}`) };
}

/**
 * Writes an adapter that is the bundled one, but for edits of its source.
 * @param folder Where it is written, as a module of the language that runs here.
 * @returns Path of its module.
 */
export function writeSpoilt(folder: string, name: string, side: Side, edits: readonly Edit[]): string {
  const code = join(folder, `${name} code`);
  for (const part of ['tlspool', 'xio'])
    cpSync(join(codeRoot, 'src/adapters', part), join(code, part), { recursive: true });
  for (const { module, change } of edits) {
    const file = join(code, 'tlspool', `${module}.${EXTENSION}`);
    const sound = readFileSync(file, 'utf8');
    const spoilt = change(sound);
    if (spoilt === sound) throw new Error(`${name}: nothing of ${module} is changed`);
    writeFileSync(file, spoilt);
  }
  const { module: main, function: create } = CREATE[side];
  const adapter = join(folder, `${name}.${EXTENSION}`);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    adapter,
    `import { ${create} } from './${name} code/tlspool/${main}.js';
export const adapter = {
  specification: 'tlspool', name: '${name}', version: '1.0.0', capabilities: { side: '${side}' },
  create: (dependencies) => ({ ...${create}(dependencies) }),
};
`,
  );
  return adapter;
}
