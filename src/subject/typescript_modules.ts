import { createRequire, register } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runsFromSource } from '../package.js';

/** Loaded without a check of types, in whichever module system its place asks for. */
const COMPILER_OPTIONS = { module: 'NodeNext', moduleResolution: 'NodeNext', target: 'ES2022' };

/** True where Node.js itself takes the types out (22.18 and newer). */
function isNative(): boolean {
  return Boolean(Reflect.get(process.features, 'typescript'));
}

/**
 * Makes modules written in TypeScript loadable by this process: by Node.js itself where it can, else by ts-node, the
 * module's own or iospec's. Does nothing for any other module.
 * @param specifier URL of the module that is about to be loaded.
 * @throws Error with one line that says what to install.
 */
export function enableTypeScript(specifier: string): void {
  if (!/^file:.*\.[mc]?ts$/.test(specifier) || runsFromSource || isNative()) return;
  const file = fileURLToPath(specifier);
  for (const from of [file, import.meta.url]) {
    const require = createRequire(from);
    let hooks: string;
    try {
      hooks = require.resolve('ts-node/esm');
      require.resolve('typescript');
    } catch {
      continue;
    }
    process.env.TS_NODE_CWD = dirname(file);
    process.env.TS_NODE_TRANSPILE_ONLY = 'true';
    process.env.TS_NODE_COMPILER_OPTIONS = JSON.stringify(COMPILER_OPTIONS);
    (require('ts-node') as { register(): void }).register();
    register(pathToFileURL(hooks));
    return;
  }
  throw new Error(
    'TypeScript needs ts-node on this version of Node.js: npm install --save-dev ts-node typescript@5',
  );
}
