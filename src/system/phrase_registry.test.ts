import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { boundPhrases, Then, type Phrase } from './phrase_registry.js';
import { REGISTRY, temporaryProject } from './testing/temporary_project.js';

const CIRCUMSTANCES = REGISTRY.replace('system/phrase_registry', 'phrases/circumstances');
const project = temporaryProject();
after(project.remove);

async function load(file: string): Promise<void> {
  await import(pathToFileURL(file).href);
}

function bound(file: string): readonly Phrase[] {
  return boundPhrases().filter((phrase) => phrase.file === file);
}

/** Keyword, expression and line of what a module binds. */
function places(file: string): readonly (readonly [string, string, number])[] {
  return bound(file).map(({ keyword, expression, line }) => [keyword, String(expression), line]);
}

test('a phrase has the file and line that bind it, in the order in which it is bound', async () => {
  const file = project.write(
    'plain.mjs',
    `import { Given, When, Then } from '${REGISTRY}';
Given(/^one$/, () => {});

When('two {int}', { timeout: 3 }, async () => {});
for (const word of ['three', 'four'])
  Then(new RegExp(word), function () {});
`,
  );
  await load(file);
  assert.deepEqual(places(file), [
    ['Given', '/^one$/', 2],
    ['When', 'two {int}', 4],
    ['Then', '/three/', 6],
    ['Then', '/four/', 6],
  ]);
  assert.deepEqual(
    bound(file).map(({ timeout }) => timeout),
    [undefined, 3, undefined, undefined],
  );
});

test('one that another function binds has the place of the module that is being loaded', async () => {
  project.write(
    'helper.mjs',
    `import { Given } from '${REGISTRY}';
Given(/^of the helper$/, () => {});
export const bindAll = () => [1, 2].map((one) => Given(new RegExp(\`^number \${one}$\`), () => {}));
`,
  );
  const file = project.write(
    'user.mjs',
    `import { defineCircumstance } from '${CIRCUMSTANCES}';
import { bindAll } from './helper.mjs';

bindAll();
defineCircumstance('the sky is (\\\\w+)', () => ({}));
defineCircumstance('the sea is blue', { runsOver: [] }, () => ({}));
`,
  );
  await load(file);
  assert.deepEqual(places(file), [
    ['Given', '/^number 1$/', 4],
    ['Given', '/^number 2$/', 4],
    ['When', '/^(\\w+) is called and (fails because )?the sky is (\\w+)$/', 5],
    ['When', '/^(\\w+) is called and (fails because )?the sea is blue$/', 6],
  ]);
  assert.deepEqual(places(file.replace('user', 'helper')), [['Given', '/^of the helper$/', 2]]);
});

test('who waits for a module, and who imports it, is not its place', async () => {
  const inner = project.write(
    'inner.mjs',
    `import { Then } from '${REGISTRY}';\nThen(/^inner$/, () => {});\n`,
  );
  const outer = project.write(
    'outer.mjs',
    `import { Then } from '${REGISTRY}';
await import('./inner.mjs');
await null;
Then(/^after a wait$/, () => {});
`,
  );
  await load(outer);
  assert.deepEqual(places(inner), [['Then', '/^inner$/', 2]]);
  assert.deepEqual(places(outer), [['Then', '/^after a wait$/', 4]]);
});

test('binding leaves stack traces as they were', () => {
  const preparing = (): unknown => Reflect.get(Error, 'prepareStackTrace');
  const before = preparing();
  Then(/^never said$/, () => undefined);
  assert.equal(preparing(), before);
  assert.match(new Error('x').stack ?? '', /phrase_registry\.test/);
});

test('a phrase without a function is an error that names it', async () => {
  const file = project.write('empty.mjs', `import { Then } from '${REGISTRY}';\nThen(/^nothing$/);\n`);
  await assert.rejects(load(file), { name: 'TypeError', message: 'Then /^nothing$/ has no function' });
});
