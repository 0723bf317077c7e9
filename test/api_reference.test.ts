import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { packageRoot } from '../src/package.js';

const typedoc = join(dirname(createRequire(import.meta.url).resolve('typedoc/package.json')), 'bin/typedoc');
const folder = mkdtempSync(join(tmpdir(), 'iospec api reference '));
after(() => {
  rmSync(folder, { recursive: true });
});

/** The files below a folder: their paths, with forward slashes, and their texts. */
function filesBelow(root: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(root, name)).isFile())
      .sort()
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(root, name), 'utf8')]),
  );
}

test('docs/api is what the comments of the public entries say; npm run docs writes it', () => {
  // A warning is a public function or type without a comment, or one that a public type names and no entry exports.
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [typedoc, '--out', folder, '--treatWarningsAsErrors'],
    { cwd: packageRoot, encoding: 'utf8' },
  );
  assert.equal(status, 0, stdout + stderr);
  const committed = filesBelow(join(packageRoot, 'docs/api'));
  const written = filesBelow(folder);
  assert.deepEqual([...committed.keys()], [...written.keys()]);
  for (const [path, text] of written) assert.equal(committed.get(path), text, `docs/api/${path}`);
});
