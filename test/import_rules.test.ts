import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { packageRoot } from '../src/package.js';

const root = mkdtempSync(join(tmpdir(), 'iospec imports '));
after(() => {
  rmSync(root, { recursive: true });
});

const checker = join(packageRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** Puts modules into a checkout of their own, and checks them by the project's rules. */
function checked(name: string, modules: Readonly<Record<string, string>>): string {
  const folder = join(root, name.replaceAll(/\W+/g, '_'));
  for (const [path, text] of Object.entries({ 'src/main.ts': '', 'steps/main.ts': '', ...modules })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json'])
    copyFileSync(join(packageRoot, file), join(folder, file));
  symlinkSync(join(packageRoot, 'node_modules'), join(folder, 'node_modules'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [checker, '--config', '.dependency-cruiser.mjs', 'src', 'steps'],
    { cwd: folder, encoding: 'utf8' },
  );
  assert.ok(status !== null, stderr);
  return status === 0 ? 'sound' : stdout;
}

const VALUE = 'export const one = 1;\nexport type One = 1;\n';

/** Imports that the rules refuse: the module that imports, what it imports, and the rule. */
const FORBIDDEN: readonly (readonly [importer: string, imported: string, rule: string])[] = [
  ['src/scenario/compose.ts', 'src/trace/build.ts', 'scenario-imports-downwards'],
  ['src/specification/read.ts', 'src/cli/main.ts', 'specification-imports-downwards'],
  ['src/run/run.ts', 'steps/store/system.ts', 'core-knows-no-system'],
  ['src/verify/verify.ts', 'src/adapters/store/store.ts', 'core-knows-no-adapter'],
  ['src/adapters/store/store.ts', 'src/stage/stage.ts', 'adapters-know-no-judge'],
  ['steps/store/phrases/closing.ts', 'src/adapters/store/store.ts', 'judge-knows-no-adapter'],
  ['steps/store/stage/stage.ts', 'src/adapters/store/store.ts', 'judge-knows-no-adapter'],
  ['steps/store/underlying/mock/mock.ts', 'src/adapters/store/store.ts', 'judge-knows-no-adapter'],
  ['steps/store/phrases/closing.ts', 'steps/shelf/stage/stage.ts', 'systems-stand-apart'],
];

function importOf(importer: string, imported: string, isType: boolean): string {
  const up = '../'.repeat(importer.split('/').length - 1);
  const path = `${up}${imported.replace(/ts$/, 'js')}`;
  return isType
    ? `import type { One } from '${path}';\nexport type Two = One;\n`
    : `import { one } from '${path}';\nexport const two = one;\n`;
}

describe('an import that the rules forbid is refused', () => {
  for (const [importer, imported, rule] of FORBIDDEN) {
    test(`${importer} of ${imported}`, () => {
      const found = checked(`${importer} ${imported}`, {
        [imported]: VALUE,
        [importer]: importOf(importer, imported, false),
      });
      assert.match(found, new RegExp(`error ${rule}: ${importer} → ${imported}`));
    });
  }

  test('a circle, though it is one of types alone', () => {
    const found = checked('circle', {
      'src/trace/build.ts': importOf('src/trace/build.ts', 'src/trace/model.ts', true),
      'src/trace/model.ts': `${VALUE}${importOf('src/trace/model.ts', 'src/trace/build.ts', true).replaceAll('Two', 'Three').replace('{ One }', '{ Two as One2 }').replace('= One;', '= One2;')}`,
    });
    assert.match(found, /error no-circles: src\/trace\//);
  });
});

test('what the rules allow is sound', () => {
  const found = checked('allowed', {
    'src/specification/read.ts': VALUE,
    'src/trace/build.ts': importOf('src/trace/build.ts', 'src/specification/read.ts', false),
    'src/adapters/store/store.ts': importOf('src/adapters/store/store.ts', 'src/subject/adapter.ts', true),
    'src/subject/adapter.ts': VALUE,
    'steps/store/system.ts': importOf('steps/store/system.ts', 'steps/store/stage/stage.ts', false),
    'steps/store/stage/stage.ts': importOf('steps/store/stage/stage.ts', 'src/adapters/store/store.ts', true),
    'src/run/run.test.ts': importOf('src/run/run.test.ts', 'src/adapters/store/store.ts', false),
  });
  assert.equal(found, 'sound');
});
