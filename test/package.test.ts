import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import GithubSlugger from 'github-slugger';
import { toString } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import ts from 'typescript';
import { visit } from 'unist-util-visit';
import { packageRoot } from '../src/package.js';

interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

const textOf = (path: string): string => readFileSync(join(packageRoot, path), 'utf8');

const manifest = JSON.parse(textOf('package.json')) as Manifest;

/** Paths of the files that `npm pack` would pack. */
const packed = packedFiles();

function packedFiles(): ReadonlySet<string> {
  const words = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const isWindows = process.platform === 'win32';
  const output = execFileSync('npm', words, {
    cwd: packageRoot,
    encoding: 'utf8',
    shell: isWindows,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [tarball] = JSON.parse(output) as { readonly files: readonly { readonly path: string }[] }[];
  return new Set(tarball?.files.map(({ path }) => path).filter((path) => !isLeftOver(path)));
}

/** What a removed or renamed source has left in `dist`; nothing that is packed from a fresh clone. */
function isLeftOver(path: string): boolean {
  const [, source] = /^dist\/((?:bench|src|steps|test)\/.*?)(?:\.d\.ts|\.js)(?:\.map)?$/.exec(path) ?? [];
  return source !== undefined && !existsSync(join(packageRoot, `${source}.ts`));
}

/** A packed module of code. */
interface Module {
  readonly path: string;
  readonly text: string;
  /** Specifiers of what it imports, as it writes them. */
  readonly imports: readonly string[];
}

const modules = [...packed].filter((path) => /\.[mc]?js$/.test(path)).map(moduleAt);

function moduleAt(path: string): Module {
  const text = textOf(path);
  return {
    path,
    text,
    imports: ts.preProcessFile(text, true, true).importedFiles.map((one) => one.fileName),
  };
}

/** A module that only holds types compiles to nothing. */
function isEmpty({ path, text }: Module): boolean {
  return ts
    .createSourceFile(path, text, ts.ScriptTarget.ES2022)
    .statements.every((one) => ts.isExportDeclaration(one) && one.moduleSpecifier === undefined);
}

function entriesOf(value: Manifest['exports'][string]): readonly string[] {
  return (typeof value === 'string' ? [value] : Object.values(value)).map((path) => posix.normalize(path));
}

const entries = [...Object.values(manifest.bin), ...Object.values(manifest.exports).flatMap(entriesOf)].map(
  (path) => posix.normalize(path),
);

test('what package.json offers as a command or an export is packed', () => {
  assert.ok(packed.size > 100 && modules.length > 100);
  assert.deepEqual(
    entries.filter((path) => !packed.has(path)),
    [],
  );
});

test('packed code imports no package that is not installed with it, or named as an optional one', () => {
  const known = new Set([
    ...Object.keys(manifest.dependencies),
    ...Object.keys(manifest.peerDependencies),
    'iospec',
  ]);
  const unknown = modules.flatMap(({ path, imports }) =>
    imports
      .filter((specifier) => !specifier.startsWith('.') && !isBuiltin(specifier))
      .map((specifier) => (/^(?:@[^/]+\/)?[^/]+/.exec(specifier) ?? [''])[0])
      .filter((name) => !known.has(name))
      .map((name) => `${path} imports ${name}`),
  );
  assert.deepEqual(unknown, []);
});

test('what packed code imports from the package is packed', () => {
  const missing = modules.flatMap(({ path, imports }) =>
    imports
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => posix.join(posix.dirname(path), specifier))
      .filter((target) => !packed.has(target))
      .map((target) => `${path} imports ${target}`),
  );
  assert.deepEqual(missing, []);
});

test('nothing is packed that only tests use', () => {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const compiled = readdirSync(join(packageRoot, 'dist'), { recursive: true, encoding: 'utf8' })
    .map((name) => `dist/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.js') && !isLeftOver(path))
    .map(moduleAt);
  const imported = new Set(
    compiled.flatMap(({ path, imports }) => imports.map((one) => posix.join(posix.dirname(path), one))),
  );
  const reached = new Set<string>();
  const reach = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const one of byPath.get(path)?.imports ?? []) {
      if (one.startsWith('.')) reach(posix.join(posix.dirname(path), one));
    }
  };
  for (const module of modules) {
    const isEntry = entries.includes(module.path) || module.path.startsWith('examples/');
    if (loadedByPath.has(module.path)) reach(module.path);
    if (isEntry || isLoadedByFolder(module) || (!imported.has(module.path) && isLoadedByName(module)))
      reach(module.path);
  }
  const idle = modules.filter((module) => !reached.has(module.path) && !isEmpty(module));
  assert.deepEqual(
    idle.map(({ path }) => path),
    [],
  );
});

/** Step definitions are found by the folder that they lie in. */
function isLoadedByFolder({ path }: Module): boolean {
  return path.startsWith('dist/') && path.split('/').includes('phrases');
}

/** Programs of worker processes and the like: another packed module has the name in a string. */
function isLoadedByName({ path }: Module): boolean {
  const name = new RegExp(
    `['"\`]${posix.basename(path, posix.extname(path))}(?:\\.js|\\$\\{[^}]*\\})?['"\`]`,
  );
  return modules.some((other) => other.path !== path && name.test(other.text));
}

/** Modules whose path a packed module has in a string that is no import: the adapters of a system, a program in another folder. */
const loadedByPath = new Set(
  modules.flatMap(({ path, text, imports }) =>
    [...text.matchAll(/['"`]([^'"`\s]*\/[^'"`\s]*?)\.(?:js|\$\{[^}]*\})['"`]/g)]
      .map(([, target = '']) => `${target}.js`)
      .filter((target) => !imports.includes(target))
      .flatMap((target) => [posix.join(posix.dirname(path), target), posix.join('dist', target)]),
  ),
);

/** Documents that are kept byte for byte as their authors have them link to files of their authors'. */
const foreign = new Set(
  textOf('.gitattributes')
    .split('\n')
    .flatMap((line) => (/^(\S+\.md) -text$/.exec(line) ?? []).slice(1)),
);

test('every relative link of a packed Markdown file leads to a packed file', () => {
  const documents = [...packed].filter((path) => path.endsWith('.md') && !foreign.has(path));
  assert.ok(documents.includes('README.md'));
  const dead = documents.flatMap((path) =>
    relativeLinks(path)
      .filter(({ file }) => !isPacked(file))
      .map(({ url }) => `${path} links to ${url}`),
  );
  assert.deepEqual(dead, []);
});

test('every relative link of a Markdown file in the checkout leads to a file, and to a heading where it names one', () => {
  const documents = markdownBelow('').filter((path) => !foreign.has(path));
  assert.ok(documents.includes('docs/architecture.md'));
  const dead = documents.flatMap((path) =>
    relativeLinks(path)
      .filter(({ file, anchor }) => {
        if (!existsSync(join(packageRoot, file))) return true;
        return anchor !== '' && file.endsWith('.md') && !anchorsOf(file).has(anchor);
      })
      .map(({ url }) => `${path} links to ${url}`),
  );
  assert.deepEqual(dead, []);
});

/** Markdown files of the checkout, without what is installed, built or reported. */
function markdownBelow(folder: string): readonly string[] {
  return readdirSync(join(packageRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (!entry.isDirectory()) return path.endsWith('.md') ? [path] : [];
    return /^(?:\.git|node_modules|dist|coverage|reports\/.+)$/.test(path) ? [] : markdownBelow(path);
  });
}

interface Link {
  readonly url: string;
  /** Path of what it leads to, from the package's folder; a link without a path leads to its own file. */
  readonly file: string;
  /** Empty when the link names none. */
  readonly anchor: string;
}

function relativeLinks(path: string): readonly Link[] {
  return linksIn(textOf(path))
    .filter((url) => !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url))
    .map((url) => {
      const [, target = '', anchor = ''] = /^([^?#]*)[^#]*#?(.*)$/.exec(decodeURIComponent(url)) ?? [];
      return { url, file: target === '' ? path : posix.join(posix.dirname(path), target), anchor };
    });
}

function linksIn(markdown: string): readonly string[] {
  const urls: string[] = [];
  visit(remark().use(remarkGfm).parse(markdown), (node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') urls.push(node.url);
  });
  return urls;
}

const anchors = new Map<string, ReadonlySet<string>>();

/** What a link into a file can name: its headings, as GitHub spells them, and elements with a name. */
function anchorsOf(path: string): ReadonlySet<string> {
  const known = anchors.get(path);
  if (known !== undefined) return known;
  const slugger = new GithubSlugger();
  const found = new Set<string>();
  visit(remark().use(remarkGfm).parse(textOf(path)), (node) => {
    if (node.type === 'heading') found.add(slugger.slug(toString(node)));
    if (node.type === 'html')
      for (const [, name = ''] of node.value.matchAll(/\s(?:id|name)="([^"]+)"/g)) found.add(name);
  });
  anchors.set(path, found);
  return found;
}

/** A link may lead to a folder as well. */
function isPacked(path: string): boolean {
  const folder = path.endsWith('/') ? path : `${path}/`;
  return packed.has(path) || [...packed].some((file) => file.startsWith(folder));
}
