import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parseSpecification, readSpecification } from '../specification/index.js';
import type { AdapterDescription, Capabilities } from '../subject/description.js';
import type { SystemDefinition } from '../system/definition.js';
import type { System } from '../system/system.js';
import { requireFitting } from './fitting_adapter.js';

const root = mkdtempSync(join(tmpdir(), 'iospec fitting '));
after(() => {
  rmSync(root, { recursive: true });
});

const TOY = `# toy

\`\`\`c
int toy_open(void);
int toy_close(void);
static void on_opened(void* context);
static int toy_helper(void);
MOCKABLE_FUNCTION(, int, toy_unused);
\`\`\`

## toy_open

**SRS_TOY_01_001: [** \`toy_open\` shall return 0. **]**

## toy_close

**SRS_TOY_01_002: [** \`toy_close\` shall return 0. **]**

## on_opened

**SRS_TOY_01_003: [** \`on_opened\` shall return. **]**

## toy_helper

**SRS_TOY_01_004: [** \`toy_helper\` shall return 0. **]**
`;
const toy = parseSpecification({ file: 'toy_requirements.md', text: TOY });

function adapter(functions: readonly string[], capabilities: Capabilities = {}): AdapterDescription {
  return {
    specifier: 'file:///mine.mjs',
    name: 'mine',
    version: '1',
    specification: 'toy',
    capabilities,
    functions,
    source: { files: [], sha256: '' },
  };
}

const BOTH = ['toy_open', 'toy_close'];

function system(
  definition: Partial<SystemDefinition> = {},
  file: string | null = '/steps/toy/system.mjs',
): System {
  const place = { name: 'toy', file, folder: null, root };
  return { name: 'toy', place, definition: { name: 'toy', ...definition } };
}

test('an adapter with the functions of its document fits; callbacks and what is static are inside it', async () => {
  await requireFitting(adapter(BOTH), toy, system());
});

test('a function that it lacks is told, and how many more', async () => {
  await assert.rejects(requireFitting(adapter(['toy_open']), toy, system()), {
    name: 'UsageError',
    message: 'adapter mine lacks toy_close of toy_requirements.md',
  });
  await assert.rejects(requireFitting(adapter([]), toy, system()), {
    message: 'adapter mine lacks toy_open and 1 other function of toy_requirements.md',
  });
});

test('functions of a side that it does not play are not demanded', async () => {
  const sides = [
    { subjects: /^toy_close$/, capability: 'side', value: 'server', given: 'the adapter is a server' },
  ];
  const two = system({ sides, capabilities: { side: ['client', 'server'] } });
  await requireFitting(adapter(['toy_open'], { side: 'client' }), toy, two);
  await assert.rejects(
    requireFitting(adapter(['toy_open'], { side: 'server' }), toy, two),
    /lacks toy_close/,
  );
});

test('a capability must be one that something asks for, with a value that it can have', async () => {
  const known = system({
    capabilities: { design: ['direct', 'chained'], asynchronousClose: [true, false] },
    seams: { socket: 'does not take it' },
  });
  await requireFitting(adapter(BOTH, { design: 'direct', log: false, socket: false }), toy, known);
  const cases: readonly (readonly [Capabilities, string])[] = [
    [{ log: 'no' }, "adapter mine: its capability `log` is 'no', not true or false"],
    [
      { design: 'sideways' },
      "adapter mine: its capability `design` is 'sideways', not 'direct' or 'chained'",
    ],
    [
      { asyncClose: true },
      'adapter mine declares an unknown capability asyncClose; the nearest is asynchronousClose',
    ],
  ];
  for (const [capabilities, message] of cases)
    await assert.rejects(requireFitting(adapter(BOTH, capabilities), toy, known), { message });
});

test('where nobody wrote a system, steps may ask for any capability', async () => {
  await requireFitting(adapter(BOTH, { voice: 'alto' }), toy, system({}, null));
});

test('of another version of its document an adapter needs the functions that both have', async () => {
  const own = join(root, 'spec/toy_requirements.md');
  mkdirSync(join(root, 'spec'));
  writeFileSync(own, TOY);
  const newer = parseSpecification({
    file: join(root, 'newer.md'),
    text: TOY.replaceAll('toy_close', 'toy_shut'),
  });
  await requireFitting(adapter(BOTH), newer, system());
  await assert.rejects(requireFitting(adapter(['toy_close']), newer, system()), /lacks toy_open of/);
  // The document that the system was written for is demanded whole.
  await assert.rejects(
    requireFitting(adapter(['toy_open']), await readSpecification(own), system()),
    /lacks toy_close/,
  );
});
