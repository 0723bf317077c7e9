import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { whereDescriptorsPass as options } from '../../src/adapters/testing/where_descriptors_pass.js';
import type { Trace } from '../../src/trace/model.js';
import { labelsWith, verified } from '../../test/verify.js';

const root = mkdtempSync(join(tmpdir(), 'iospec own descriptors '));
after(() => {
  rmSync(root, { recursive: true });
});

/** The bundled client or pool, over descriptors that iospec does not see. */
async function judged(side: 'client' | 'pool', create: string, ids: readonly string[]): Promise<Trace> {
  const file = join(root, `${side}.mjs`);
  writeFileSync(
    file,
    `import { defineAdapter } from '${import.meta.resolve('iospec/adapter')}';
import { ${create} } from '${import.meta.resolve('iospec/adapters')}';
export default defineAdapter({
  specification: 'tlspool', name: 'own', version: '1.0.0', capabilities: { side: '${side}', descriptors: false },
  create: ({ log }) => ${create}({ log }),
});
`,
  );
  const asked = ids.flatMap((id) => ['--requirement', `SRS_TLSPOOL_01_${id}`]);
  const { trace, status, stderr } = await verified(
    ['--adapter', file, ...asked, '--tags', 'not @long'],
    join(root, side),
  );
  assert.equal(status, 0, stderr);
  return trace;
}

/**
 * Verdict of each composed scenario that applies, by the end of its requirement's id and its underlying IO. Whether a
 * written one ends well, the status of the run shows.
 */
function verdicts({ specifications }: Trace): Record<string, readonly string[]> {
  return Object.fromEntries(
    specifications
      .flatMap(({ requirements }) => requirements)
      .map(({ label, scenarios }) => [
        label.slice(-3),
        scenarios
          .filter(({ feature }) => !feature.includes('/depth/'))
          .map(({ underlying, verdict }) => `${underlying} ${verdict}`)
          .sort(),
      ]),
  );
}

const AT_THE_PEER = ['loopback passed', 'mock unobservable'];
const NOWHERE = ['loopback unobservable', 'mock unobservable'];

test('what only its descriptors show of a client is unobservable, and nothing else is', options, async () => {
  const expected = {
    '001': NOWHERE,
    '003': AT_THE_PEER,
    '031': NOWHERE,
    '106': AT_THE_PEER,
    '111': AT_THE_PEER,
    '121': AT_THE_PEER,
    '152': NOWHERE,
  };
  const trace = await judged('client', 'create_tlspool_client', Object.keys(expected));
  assert.deepEqual(verdicts(trace), expected);
  assert.deepEqual(labelsWith(trace, 'passed').length, 4);
});

test('what only its descriptors show of a pool is unobservable, and nothing else is', options, async () => {
  const expected = {
    '002': NOWHERE,
    '016': NOWHERE,
    '021': AT_THE_PEER,
    '103': AT_THE_PEER,
    '107': NOWHERE,
    '222': AT_THE_PEER,
    '231': NOWHERE,
  };
  const trace = await judged('pool', 'create_tlspool_service', Object.keys(expected));
  assert.deepEqual(verdicts(trace), expected);
});
