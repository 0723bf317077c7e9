import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { packageRoot } from '../package.js';

/** Where `tsc -p src/report/page` leaves the page's modules, in CommonJS, by their path below `src/`. */
const FOLDER = join(packageRoot, 'dist', 'page');
const ENTRY = 'report/page/main.js';

/**
 * The page's own code as one script: each compiled module as a function, and a loader of a few lines.
 * @throws Error when the page's code has not been built.
 */
export function pageScript(): string {
  const modules = new Map<string, PageModule>();
  collect(ENTRY, modules);
  const functions = [...modules].map(
    ([name, { code, imports }]) =>
      `${JSON.stringify(name)}: [${JSON.stringify(imports)}, function (require, exports) {\n${code}\n}]`,
  );
  const script = `"use strict";
(function (modules) {
const loaded = new Map();
function load(name) {
  if (!loaded.has(name)) {
    const [imports, run] = modules[name];
    const exports = {};
    loaded.set(name, exports);
    run((specifier) => load(imports[specifier]), exports);
  }
  return loaded.get(name);
}
load(${JSON.stringify(ENTRY)});
})({
${functions.join(',\n')}
});
`;
  // Either would end the script element, or keep its end from being seen.
  if (/<\/script|<!--/i.test(script)) throw new Error('the page’s code holds the end of a script element');
  return script;
}

interface PageModule {
  readonly code: string;
  /** Name of each module that it imports, by the specifier that it uses. */
  readonly imports: Readonly<Record<string, string>>;
}

function collect(name: string, modules: Map<string, PageModule>): void {
  if (modules.has(name)) return;
  const file = join(FOLDER, name);
  if (!existsSync(file)) throw new Error(`${file} is missing: \`npm run build\` makes it`);
  const code = readFileSync(file, 'utf8')
    .replace(/^"use strict";\s*/, '')
    .trimEnd();
  const imports = Object.fromEntries(
    [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, specifier = '']) => [
      specifier,
      posix.join(posix.dirname(name), specifier),
    ]),
  );
  modules.set(name, { code, imports });
  for (const imported of Object.values(imports)) collect(imported, modules);
}
