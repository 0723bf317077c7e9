import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * The file of an installed package's module, also where the package exports ES modules alone.
 * @param specifier Name of the package, or of a module of it.
 * @param folder Folder that it is looked for from.
 * @returns Absolute path; null where there is none.
 */
export function resolveModule(specifier: string, folder: string): string | null {
  const require = createRequire(join(folder, 'package.json'));
  try {
    return require.resolve(specifier);
  } catch {
    const [name = '', ...rest] = specifier.split(/(?<!^@[^/]*)\//);
    const home = (require.resolve.paths(specifier) ?? [])
      .map((modules) => join(modules, name))
      .find((found) => existsSync(join(found, 'package.json')));
    const target = home === undefined ? null : exported(home, ['.', ...rest].join('/'));
    return home === undefined || target === null ? null : join(home, target);
  }
}

/** What a package exports to `import` under a subpath. */
function exported(home: string, subpath: string): string | null {
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    readonly exports?: unknown;
  };
  const { exports } = manifest;
  const isTable = typeof exports === 'object' && exports !== null;
  const hasSubpaths = isTable && Object.keys(exports).some((key) => key.startsWith('.'));
  const entry: unknown = hasSubpaths ? Reflect.get(exports, subpath) : subpath === '.' ? exports : null;
  return targetOf(entry);
}

function targetOf(entry: unknown): string | null {
  if (typeof entry === 'string') return entry;
  if (typeof entry !== 'object' || entry === null) return null;
  for (const condition of ['node', 'import', 'default']) {
    const target = targetOf(Reflect.get(entry, condition));
    if (target !== null) return target;
  }
  return null;
}
