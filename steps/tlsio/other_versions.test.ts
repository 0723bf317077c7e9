import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { packageRoot } from '../../src/package.js';
import type { RequirementTrace } from '../../src/trace/model.js';
import { verify } from '../../src/verify/verify.js';

const root = mkdtempSync(join(tmpdir(), 'iospec other versions '));
after(() => {
  rmSync(root, { recursive: true });
});

const DOCUMENT = readFileSync(join(packageRoot, 'spec/tlsio_requirements.md'), 'utf8');
const HEADING = '###   tlsio_setoption\n';

/** What the bundled adapters show of a version of the document, over the mock. */
async function judged(name: string, text: string): Promise<readonly RequirementTrace[]> {
  const file = join(root, `${name}.md`);
  writeFileSync(file, text);
  const trace = await verify({
    documents: [file],
    selection: { underlying: ['mock'], tags: 'not @long' },
    parallel: 2,
  });
  return trace.specifications.flatMap(({ requirements }) => requirements);
}

const NEW = `###   tlsio_pause
\`\`\`c
int tlsio_pause(CONCRETE_IO_HANDLE tlsio_handle);
void on_tlsio_paused(void* context);
\`\`\`

**SRS_TLSIO_30_190: [** If the \`tlsio_handle\` parameter is NULL, \`tlsio_pause\` shall log an error and return \`_FAILURE_\`. **]**

###   on_tlsio_paused

**SRS_TLSIO_30_191: [** \`on_tlsio_paused\` shall wobble the context. **]**

`;

describe('another version of a bundled document is judged as far as both have it', () => {
  test('a newer one, with a function that neither adapter has yet, and a callback of its own', async () => {
    const found = await judged('newer', DOCUMENT.replace(HEADING, NEW + HEADING));
    const own = found.filter(({ id }) => ['SRS_TLSIO_30_190', 'SRS_TLSIO_30_191'].includes(id));
    assert.deepEqual(
      own.map(({ id, verdict, reason }) => [id, verdict, reason?.split('\n', 1)[0]]),
      [
        ['SRS_TLSIO_30_190', 'notApplicable', 'the adapter has no function tlsio_pause'],
        [
          'SRS_TLSIO_30_191',
          'unbound',
          'no step definition matches "on_tlsio_paused shall wobble the context"; write:',
        ],
      ],
    );
    const others = found.filter((one) => !own.includes(one));
    assert.ok(others.length > 90);
    for (const { label, verdict, reason } of others) assert.equal(verdict, 'passed', `${label}: ${reason}`);
  });

  test('an older one, without a function that the scenarios know', async () => {
    const older = DOCUMENT.replace(
      /### {3}tlsio_retrieveoptions\n[^]*?(?=### Error Recovery)/,
      '',
    ).replaceAll(/^.*(?:tlsio_openssl_retrieveoptions|IO_RETRIEVEOPTIONS concrete).*\n/gm, '');
    assert.ok(!older.includes('tlsio_retrieveoptions'));
    const found = await judged('older', older);
    const left = found.filter(({ verdict }) => verdict !== 'passed');
    for (const { label, verdict, reason } of left) {
      assert.equal(verdict, 'notApplicable', `${label}: ${reason}`);
      assert.match(reason ?? '', /older\.md declares no function tlsio_retrieveoptions/);
    }
    assert.ok(found.length - left.length > 85, `${left.length} of ${found.length} are not judged`);
  });

  test('a function that the bundled version has is demanded of an adapter', async () => {
    const lacking = join(root, 'lacking.mjs');
    writeFileSync(
      lacking,
      "export default { specification: 'tlsio', name: 'lacking', version: '1', capabilities: {}, create: () => ({ tlsio_create() {} }) };\n",
    );
    await assert.rejects(verify({ documents: ['tlsio'], adapters: [lacking] }), {
      name: 'UsageError',
      message:
        /^adapter lacking lacks tlsio_get_interface_description.* of (?:.*\/)?spec\/tlsio_requirements\.md$/,
    });
  });
});
