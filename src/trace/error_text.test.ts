import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../package.js';
import { errorText } from './error_text.js';

const here = process.cwd();

test('frames of the harness and of Node.js go, those of adapters stay', () => {
  const own = [
    `    at preparing (${join(packageRoot, 'src/harness/preparation.ts')}:50:11)`,
    `    at IospecWorld.<anonymous> (${pathToFileURL(join(packageRoot, 'dist/steps/common/calls.js')).href}:12:9)`,
    `    at async ${join(packageRoot, 'dist/src/harness/stage.js')}:7:1`,
    '    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)',
  ];
  const others = [
    `    at tlsio_create (/elsewhere/mine.mjs:3:7)`,
    `    at Tlsio.open (/elsewhere/node_modules/mine/src/harness/tlsio.js:3:7)`,
  ];
  assert.equal(
    errorText(['Error: no luck', own[0], others[0], ...own.slice(1), others[1]].join('\n')),
    ['Error: no luck', ...others].join('\n'),
  );
  const bundled = join(packageRoot, 'dist/src/adapters/tlsio/tlsio.js');
  assert.match(
    errorText(`Error: no luck\n    at close (${bundled}:3:7)`),
    /\n {4}at close \(.*tlsio\.js:3:7\)$/,
  );
  assert.equal(errorText(`Error: no luck\n${own.join('\n')}`), 'Error: no luck');
});

test('what only looks like a frame stays', () => {
  const text = 'expected\n  at least 3 bytes\n  at most (5)\nlook at src/harness/stage.ts:7:1';
  assert.equal(errorText(text), text);
});

test('paths below the working folder are relative to it', () => {
  const file = join(here, 'my adapters', 'mine.mjs');
  assert.equal(
    errorText(
      `no ${file}, no ${join(here, 'other.txt')}\n    at open (${pathToFileURL(join(here, 'mine.mjs')).href}:1:2)`,
    ),
    `no ${join('my adapters', 'mine.mjs')}, no other.txt\n    at open (mine.mjs:1:2)`,
  );
  for (const text of [`below /mnt${here}/mine.mjs`, `at ${here}`, `${here}-other/mine.mjs`]) {
    assert.equal(errorText(text), text);
  }
});
