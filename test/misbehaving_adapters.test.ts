import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Expected } from './misbehaving_adapters/misbehaving.js';
import { verified } from './verify.js';

const folder = fileURLToPath(new URL('misbehaving_adapters', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'iospec misbehaving adapters '));
after(() => {
  rmSync(root, { recursive: true });
});

/** Three requirements; the adapters misbehave in the call of the second one. */
const document = join(root, 'tiny.md');
writeFileSync(
  document,
  `# tiny

## tlsio_create

\`\`\`c
CONCRETE_IO_HANDLE tlsio_create(void* io_create_parameters);
void tlsio_destroy(CONCRETE_IO_HANDLE tlsio_handle);
void tlsio_dowork(CONCRETE_IO_HANDLE tlsio_handle);
\`\`\`

**SRS_TLSIO_01_001: [** If the \`io_create_parameters\` value is NULL, \`tlsio_create\` shall return NULL. **]**

**SRS_TLSIO_01_002: [** If the \`hostname\` member of \`io_create_parameters\` value is NULL, \`tlsio_create\` shall return NULL. **]**

**SRS_TLSIO_01_003: [** If the \`port\` member of \`io_create_parameters\` value is -1, \`tlsio_create\` shall return NULL. **]**
`,
);

/** Long enough for a gigabyte on a busy machine. */
const TIMEOUT_S = 60;

const names = readdirSync(folder)
  .map((file) => /^(\w+)\.[jt]s$/.exec(file)?.[1] ?? 'misbehaving')
  .filter((name) => name !== 'misbehaving')
  .sort();
const extension = import.meta.url.slice(-3);

/** Ids of the processes whose environment has a variable of this value; none where there is no /proc. */
function processesWith(value: string): readonly string[] {
  try {
    return readdirSync('/proc').filter((id) => /^\d+$/.test(id) && environmentOf(id).includes(value));
  } catch {
    return [];
  }
}

function environmentOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/environ`, 'latin1');
  } catch {
    return '';
  }
}

describe('a misbehaving adapter spoils its own scenario, and nothing else', { concurrency: 2 }, () => {
  for (const name of names) {
    test(name.replaceAll('_', ' '), async () => {
      const file = join(folder, `${name}${extension}`);
      const { expected } = (await import(pathToFileURL(file).href)) as { readonly expected: Expected };
      const mark = `IOSPEC_TEST=${name}-${process.pid}`;
      const { status, stderr, trace } = await verified(
        [
          ...['--spec', document, '--adapter', file, '--underlying', 'mock'],
          ...['--timeout', String(expected.timeout ?? TIMEOUT_S)],
        ],
        join(root, name),
        { environment: { IOSPEC_TEST: `${name}-${process.pid}` } },
      );
      assert.equal(status, expected.verdict === 'passed' ? 0 : 1, stderr);
      assert.equal(trace.complete, true);
      const [before, guilty, behind] = trace.specifications[0]?.requirements ?? [];
      assert.deepEqual([before?.verdict, behind?.verdict], ['passed', 'passed']);
      assert.equal(guilty?.verdict, expected.verdict, guilty?.reason ?? '');
      assert.ok((guilty.reason ?? '').includes(expected.reason), guilty.reason ?? 'no reason');
      const [scenario] = guilty.scenarios;
      assert.ok((scenario?.error?.message ?? '').includes(expected.message ?? ''), scenario?.error?.message);
      const [call] = scenario?.timeline ?? [];
      assert.deepEqual([call?.kind, call?.name], ['call', 'tlsio_create']);
      // Killed at once, but a process counts until init has taken note of its end.
      for (let turn = 0; turn < 100 && processesWith(mark).length > 0; turn += 1) await pause(50);
      assert.deepEqual(processesWith(mark), []);
    });
  }
});

test('every misbehaving adapter has been found', () => {
  assert.ok(names.length >= 13, names.join(', '));
});
