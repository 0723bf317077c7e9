import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withHeaders } from './headers.js';
import { parseSpecification } from './index.js';

test('each header adds what those before it and the document lack; what nothing uses stays away', () => {
  const toy = parseSpecification({
    file: 'toy_requirements.md',
    text: '```c\nint toy_open(ON_OPEN on_open, void* context);\n```\n\n**SRS_TOY_01_001: [** `toy_open` shall return 0. **]**\n',
  });
  const first =
    'typedef void(*ON_OPEN)(void* context, ON_DONE on_done);\ntypedef void(*ON_SHUT)(void* context);';
  const second = 'typedef void(*ON_DONE)(void* context);\ntypedef int(*ON_OPEN)(void);';
  const { prototypes } = withHeaders(toy, [first, second]);
  assert.deepEqual(
    prototypes.map(({ name, parameters }) => [name, parameters.length]),
    [
      ['toy_open', 2],
      ['ON_OPEN', 2],
      ['ON_DONE', 1],
    ],
  );
  assert.equal(withHeaders(toy, []), toy);
});
