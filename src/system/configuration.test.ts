import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { packageRoot } from '../package.js';
import { defineConfig, loadConfiguration } from './configuration.js';
import { defaultDocuments, findProjects } from './project.js';
import { temporaryProject } from './testing/temporary_project.js';

const project = temporaryProject();
after(project.remove);

/** Loads a configuration with this text; each has a file of its own, since a module is loaded once. */
let count = 0;
const load = (text: string) => {
  count += 1;
  return loadConfiguration(project.write(`${count}/iospec.config.mjs`, text));
};

test('a configuration says what is judged; paths are relative to its folder', async () => {
  project.write('docs/store.md', '');
  const file = project.write(
    'iospec.config.mjs',
    "export default { systems: ['judge'], documents: ['docs/store.md'], adapters: ['one.mjs'], reports: 'out' };",
  );
  const { folder, configuration } = await loadConfiguration(file);
  assert.equal(folder, project.root);
  assert.deepEqual(configuration, {
    systems: ['judge'],
    documents: ['docs/store.md'],
    adapters: ['one.mjs'],
    reports: 'out',
  });
  assert.equal(defineConfig(configuration), configuration);
});

test('one that nobody wrote leaves everything to convention, one that is named must be there', async () => {
  assert.deepEqual((await loadConfiguration(null)).configuration, {});
  await assert.rejects(loadConfiguration('no/such.mjs'), {
    name: 'ConfigurationError',
    message: 'no/such.mjs: no such file',
  });
});

test('what is wrong with one is told in one line that names the file', async () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['export default { adapter: [] };', /: unknown key `adapter`; the nearest is `adapters`$/],
    ['export default { sytems: [] };', /: unknown key `sytems`; the nearest is `systems`$/],
    ['export default { systems: "judge" };', /: `systems` is not a list of strings$/],
    ['export default { adapters: [3] };', /: `adapters` is not a list of strings$/],
    ['export default { reports: true };', /: `reports` is not a string$/],
    ['export default { documents: ["none.md"] };', /: `documents` names none\.md: no such file$/],
    ['export const systems = [];', /: its default export is not an object$/],
    ['export default ["judge"];', /: its default export is not an object$/],
    ['export default', /: Unexpected /],
    ['throw new Error("not\\ntoday");', /: not$/],
  ];
  for (const [text, message] of cases) {
    await assert.rejects(load(text), (error) => {
      assert.ok(error instanceof Error);
      assert.equal(error.name, 'ConfigurationError');
      assert.match(error.message, message);
      assert.match(error.message, /^\/[^\n]*\/\d+\/iospec\.config\.mjs: [^\n]+$/);
      return true;
    });
  }
});

test('a project has the documents of its configuration, else those of its spec folder, and iospec comes behind it', async () => {
  project.write('plain/spec/toy_requirements.md', '');
  project.write('plain/spec/notes.md', '');
  project.write('plain/iospec.config.mjs', 'export default {};');
  const plain = await findProjects(join(project.root, 'plain/iospec.config.mjs'));
  assert.deepEqual(
    plain.map(({ root }) => root),
    [join(project.root, 'plain'), packageRoot],
  );
  const toy = { name: 'toy', file: join(project.root, 'plain/spec/toy_requirements.md') };
  assert.deepEqual(defaultDocuments(plain), [toy]);
  const named = await findProjects(join(project.root, 'iospec.config.mjs'));
  assert.deepEqual(defaultDocuments(named), [{ name: null, file: join(project.root, 'docs/store.md') }]);
});

test('a project without documents takes those that come with iospec', async () => {
  const empty = await findProjects(project.write('empty/iospec.config.mjs', 'export default {};'));
  assert.ok(defaultDocuments(empty).length >= 6);
  assert.ok(defaultDocuments(empty).every(({ file }) => file.startsWith('spec')));
});

test('in its own checkout iospec is the only project', async () => {
  const projects = await findProjects();
  assert.deepEqual(
    projects.map(({ root }) => root),
    [packageRoot],
  );
});
