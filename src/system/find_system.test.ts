import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../package.js';
import { adaptersOf } from './adapters.js';
import { findSystems } from './find_system.js';
import { bundledProject } from './project.js';
import { underlyingsOf } from './system.js';
import { DEFINITION, temporaryProject, type TemporaryProject } from './testing/temporary_project.js';

let project: TemporaryProject;
beforeEach(() => {
  project = temporaryProject();
});
afterEach(() => {
  project.remove();
});

/** A module that declares a system. */
function declaring(fields: string): string {
  return `import { defineSystem } from '${DEFINITION}';\nexport default defineSystem({ ${fields} });\n`;
}

async function system(name: string, configuration = {}, steps: readonly string[] = []) {
  return (await findSystems([project.with(configuration)], steps)).of(name);
}

describe('by convention', () => {
  test('steps/<name>/system.mjs declares the system of a document', async () => {
    const file = project.write(
      'steps/toy/system.mjs',
      declaring("name: 'toy', underlyings: { mock: () => 1 }"),
    );
    const { name, place, definition } = await system('toy');
    assert.equal(name, 'toy');
    assert.deepEqual(place, { name, file, folder: join(project.root, 'steps/toy'), root: project.root });
    assert.deepEqual(Object.keys(definition.underlyings ?? {}), ['mock']);
  });

  test('a folder of steps alone is one, too', async () => {
    project.write('steps/toy/opening.mjs', '');
    const { place, definition } = await system('toy');
    assert.deepEqual(place, {
      ...{ name: 'toy', file: null },
      ...{ folder: join(project.root, 'steps/toy'), root: project.root },
    });
    assert.deepEqual(definition, { name: 'toy' });
  });

  test('a document that nobody wrote anything for has the generic system', async () => {
    const found = await system('toy');
    assert.deepEqual(found.place, { name: 'toy', file: null, folder: null, root: project.root });
    assert.deepEqual(underlyingsOf(found), []);
    assert.deepEqual(adaptersOf(found), []);
  });

  test('the nearest project comes first, and what comes with iospec last', async () => {
    project.write('steps/tlsio/system.mjs', declaring("name: 'tlsio', kind: 'own'"));
    const systems = await findSystems([project.with({}), bundledProject()]);
    assert.equal((await systems.of('tlsio')).definition.kind, 'own');
    assert.equal((await systems.of('wsio')).place.root, packageRoot);
    const names = (await systems.all()).map(({ name }) => name);
    assert.equal(names[0], 'tlsio');
    assert.equal(names.filter((name) => name === 'tlsio').length, 1);
    assert.ok(names.includes('wsio') && names.includes('iospec'));
  });

  test('a system is loaded once', async () => {
    project.write('steps/toy/system.mjs', declaring("name: 'toy'"));
    const systems = await findSystems([project.with({})]);
    assert.equal(await systems.of('toy'), await systems.of('toy'));
  });

  test('its adapters are modules beside it', async () => {
    project.write('steps/toy/system.mjs', declaring("name: 'toy', adapters: { mine: 'adapter.mjs' }"));
    project.write('steps/toy/adapter.mjs', '');
    assert.deepEqual(adaptersOf(await system('toy')), [
      {
        name: 'mine',
        url: pathToFileURL(join(project.root, 'steps/toy/adapter.mjs')).href,
        specification: 'toy',
      },
    ]);
  });
});

describe('by the configuration', () => {
  test('a module, which may lie anywhere', async () => {
    const file = project.write('judge/anything.mjs', declaring("name: 'toy'"));
    const { place } = await system('toy', { systems: ['judge/anything.mjs'] });
    assert.deepEqual(place, { name: 'toy', file, folder: join(project.root, 'judge'), root: project.root });
  });

  test('a folder of a system, and one of several', async () => {
    project.write('judge/toy/system.mjs', declaring("name: 'toy'"));
    project.write('judge/store/steps.mjs', '');
    const one = await findSystems([project.with({ systems: ['judge/toy'] })]);
    assert.equal((await one.of('toy')).place.folder, join(project.root, 'judge/toy'));
    assert.equal((await one.of('store')).place.folder, null);
    const both = await findSystems([project.with({ systems: ['judge'] })]);
    assert.deepEqual(
      (await both.all()).map(({ name, place }) => [name, place.root]),
      [
        ['store', project.root],
        ['toy', project.root],
      ],
    );
  });

  test('an installed package, whose features and documents are its own', async () => {
    project.write(
      'node_modules/judge-of-toys/package.json',
      '{ "name": "judge-of-toys", "type": "module", "exports": "./lib/judge.js" }',
    );
    const file = project.write('node_modules/judge-of-toys/lib/judge.js', declaring("name: 'toy'"));
    const { place } = await system('toy', { systems: ['judge-of-toys'] });
    const root = join(project.root, 'node_modules/judge-of-toys');
    assert.deepEqual(place, { name: 'toy', file, folder: join(root, 'lib'), root });
  });

  test('an installed package that exports ES modules alone', async () => {
    project.write(
      'node_modules/judge-of-toys/package.json',
      '{ "name": "judge-of-toys", "type": "module", "exports": { ".": { "import": "./judge.js" } } }',
    );
    const file = project.write('node_modules/judge-of-toys/judge.js', declaring("name: 'toy'"));
    assert.equal((await system('toy', { systems: ['judge-of-toys'] })).place.file, file);
  });

  test('an installed package that is a project', async () => {
    project.write('node_modules/@judges/toys/package.json', '{ "name": "@judges/toys" }');
    project.write('node_modules/@judges/toys/steps/toy/system.mjs', declaring("name: 'toy'"));
    const { place } = await system('toy', { systems: ['@judges/toys'] });
    assert.equal(place.root, join(project.root, 'node_modules/@judges/toys'));
  });
});

describe('by --steps', () => {
  test('a folder of a system, one of several, and one of steps alone', async () => {
    project.write('mine/toy/system.mjs', declaring("name: 'toy'"));
    project.write('mine/store/opening.mjs', '');
    for (const folder of ['mine', 'mine/toy']) {
      const { place } = await system('toy', {}, [join(project.root, folder)]);
      assert.equal(place.file, join(project.root, 'mine/toy/system.mjs'));
    }
    const { place } = await system('store', {}, [join(project.root, 'mine/store')]);
    assert.deepEqual([place.file, place.folder], [null, join(project.root, 'mine/store')]);
  });

  test('comes before what convention finds', async () => {
    project.write('steps/toy/system.mjs', declaring("name: 'toy', kind: 'conventional'"));
    project.write('mine/toy/system.mjs', declaring("name: 'toy', kind: 'mine'"));
    const { definition } = await system('toy', {}, [join(project.root, 'mine')]);
    assert.equal(definition.kind, 'mine');
  });
});

describe('what can not be used is told in one line', () => {
  const refused = async (found: Promise<unknown>, message: RegExp): Promise<void> => {
    await assert.rejects(found, (error) => {
      assert.ok(error instanceof Error);
      assert.equal(error.name, 'SystemError');
      assert.match(error.message, message);
      assert.ok(!error.message.includes('\n'), error.message);
      return true;
    });
  };

  test('a system without a name', async () => {
    project.write('steps/toy/system.mjs', declaring("kind: 'toy'"));
    await refused(system('toy'), /^\/.*steps\/toy\/system\.mjs: its system has no `name` \(a string\)$/);
    project.write('steps/bare/system.mjs', "export default { kind: 'toy' };");
    await refused(system('bare'), /^\/.*steps\/bare\/system\.mjs: its system has no `name` \(a string\)$/);
  });

  test('a module that declares none', async () => {
    project.write('steps/toy/system.mjs', 'export const toy = 1;');
    await refused(
      system('toy'),
      /system\.mjs: exports no system: its default export is not what defineSystem/,
    );
  });

  test('two of one name', async () => {
    project.write('one/toy/system.mjs', declaring("name: 'toy'"));
    project.write('two/anything.mjs', declaring("name: 'toy'"));
    const systems = ['one', 'two/anything.mjs'];
    await refused(
      system('toy', { systems }),
      /^\/.*two\/anything\.mjs: its system is named toy, and so is that of \/.*one\/toy\/system\.mjs$/,
    );
  });

  test('a stage that is no function', async () => {
    project.write('steps/toy/system.mjs', declaring("name: 'toy', stage: {}"));
    await refused(system('toy'), /^\/.*steps\/toy\/system\.mjs: its `stage` is not a function$/);
  });

  test('a field that there is none of, with the nearest', async () => {
    project.write('steps/toy/system.mjs', declaring("name: 'toy', underlying: {}"));
    await refused(
      system('toy'),
      /: its system has an unknown field `underlying`; the nearest is `underlyings`$/,
    );
  });

  test('an adapter that is not there', async () => {
    project.write('steps/toy/system.mjs', declaring("name: 'toy', adapters: { mine: 'adapter.mjs' }"));
    await refused(
      system('toy').then(adaptersOf),
      /steps\/toy\/system\.mjs: it names the adapter adapter\.mjs: no such file$/,
    );
  });

  test('a name that is not its folder', async () => {
    project.write('steps/toy/system.mjs', declaring("name: 'store'"));
    await refused(system('toy'), /steps\/toy\/system\.mjs: its system is named store, and its folder toy$/);
  });

  test('a syntax error, with file and line', async () => {
    project.write('steps/toy/system.mjs', "\nimport './part.mjs';\n");
    project.write('steps/toy/part.mjs', '\n\nfoo error bar;\n');
    project.write('steps/store/system.mjs', '\nconst a = ;\n');
    await refused(system('store'), /^\/.*steps\/store\/system\.mjs:2: Unexpected token ';'$/);
    await refused(system('toy'), /part\.mjs:3: Unexpected identifier 'error'$/);
  });

  test('what throws while it is loaded', async () => {
    project.write('steps/toy/system.mjs', "throw new Error('not\\ntoday');");
    await refused(system('toy'), /steps\/toy\/system\.mjs: not$/);
  });

  test('a folder that is not there, and one that holds nothing', async () => {
    await refused(system('toy', {}, [join(project.root, 'none')]), /^\/.*\/none: no such folder$/);
    project.write('empty/readme.md', '');
    await refused(
      system('toy', {}, [join(project.root, 'empty')]),
      /^\/.*\/empty: contains neither a system nor steps$/,
    );
  });

  test('a package that is not installed', async () => {
    await refused(
      system('toy', { systems: ['judge-of-nothing'] }),
      /: its configuration names the system judge-of-nothing, which is neither a file, a folder nor an installed package$/,
    );
  });
});

describe('TypeScript', () => {
  const own = temporaryProject();
  after(own.remove);

  test('a system is written in it where Node.js, or ts-node, takes the types out', async () => {
    own.write('package.json', '{ "type": "module" }');
    const file = own.write(
      'steps/toy/system.ts',
      `import { defineSystem } from '${DEFINITION}';\nconst name: string = 'toy';\nexport default defineSystem({ name });\n`,
    );
    const systems = await findSystems([own.with({})]);
    const { place } = await systems.of('toy');
    assert.equal(place.file, file);
  });
});
