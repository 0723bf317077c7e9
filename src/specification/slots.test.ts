import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpecification } from './parse.js';
import { readSpecification } from './read.js';

test('the tlsio document fills every slot of its VTable', async () => {
  const { slots, structs } = await readSpecification('spec/tlsio_requirements.md');
  const pairs = Object.fromEntries(slots.map(({ slot, function: name }) => [slot, name]));
  assert.equal(pairs.concrete_io_open, 'tlsio_open_async');
  assert.equal(pairs.concrete_io_close, 'tlsio_close_async');
  const members = structs.find(({ name }) => name === 'IO_INTERFACE_DESCRIPTION')?.members ?? [];
  assert.deepEqual(Object.keys(pairs).sort(), members.map(({ name }) => name).sort());
});

test('a slot belongs to the function of its section, and to none outside of one', () => {
  const { slots } = parseSpecification({
    file: 'toy.md',
    text: `# toy

Implementation of \`toy_nothing\`.

## toy_open

The implementation of \`slot_open\`, see there.

\`\`\`c
int toy_open(void);
\`\`\`

It is no implementation of \`slot_other\`.

**SRS_TOY_01_001: [** \`toy_open\` shall return 0. **]**
`,
  });
  assert.deepEqual(
    slots.map(({ slot, function: name, slice }) => [slot, name, slice.line]),
    [['slot_open', 'toy_open', 7]],
  );
});
