import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compose } from '../../src/scenario/index.js';
import { bundledDocument, bundledRules, bundledText } from '../../test/bundled_systems.js';
import { FAULTS, faultsAt } from './underlying/faults.js';

const SOURCE = bundledText('tlsio');
const RULES = await bundledRules('tlsio');

/** The text of one rule, from its name to the next rule. */
function rule(label: string, text = SOURCE): string {
  const features = compose(bundledDocument('tlsio', RULES, text));
  const found = features
    .map((feature) => feature.text.split(`  Rule: ${label}\n`)[1])
    .find((part) => part !== undefined);
  return (found ?? '').split(/\n\n {2}[@#]/)[0] ?? '';
}

/** Its steps, one list for each scenario, the first Given left out. */
function steps(label: string, text = SOURCE): readonly (readonly string[])[] {
  return rule(label, text)
    .split('Scenario Outline:')
    .slice(1)
    .map((scenario) => [...scenario.matchAll(/^ +(?:When|Then|And) (.*)$/gm)].map((match) => match[1] ?? ''));
}

test('the sample of the design', () => {
  assert.equal(
    rule('SRS_TLSIO_30_033'),
    `    If the on_io_error parameter is NULL, \`tlsio_open_async\` shall log an error and return \`_FAILURE_\`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_open_async is called and the on_io_error parameter is NULL
      Then tlsio_open_async shall log an error
      And tlsio_open_async shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |
`.trimEnd(),
  );
});

const DELETE =
  'the adapter shall delete each message after calling its on_send_complete with the associated callback_context and IO_SEND_CANCELLED';
const CLOSING = ['the adapter shall iterate through any unsent messages in the queue', DELETE];
const CLOSED = [
  'the adapter shall forcibly close any existing connections',
  'the adapter shall then call the on_io_close_complete function',
  'the adapter shall pass the on_io_close_complete_context that was supplied in tlsio_close_async',
];

describe('defined phrases', () => {
  test('a definition has a scenario in which the phrase happens', () => {
    assert.deepEqual(steps('SRS_TLSIO_30_009'), [['the adapter enters TLSIO_STATE_EXT_CLOSING', ...CLOSING]]);
    assert.equal(steps('SRS_TLSIO_30_002')[0]?.[0], 'the failed message is destroyed');
  });

  test('a phrase brings its meaning along', () => {
    assert.deepEqual(steps('SRS_TLSIO_30_022'), [
      [
        'the adapter is in <state>',
        'tlsio_destroy is called',
        'the adapter shall enter TLSIO_STATE_EXT_CLOSING',
        ...CLOSING,
        'the adapter shall then enter TLSIO_STATE_EXT_CLOSED before completing the destroy process',
        ...CLOSED,
      ],
    ]);
  });

  test('a value that changes in a definition changes wherever the phrase is used', () => {
    const changed = SOURCE.replace(
      '`callback_context` and `IO_SEND_CANCELLED`. **]**',
      '`callback_context` and `IO_SEND_ERROR`. **]**',
    );
    assert.notEqual(changed, SOURCE);
    for (const label of ['SRS_TLSIO_30_009', 'SRS_TLSIO_30_056', 'SRS_TLSIO_30_022']) {
      const found = steps(label, changed).flat();
      assert.ok(found.includes(DELETE.replace('IO_SEND_CANCELLED', 'IO_SEND_ERROR')), label);
      assert.ok(!found.includes(DELETE), label);
    }
  });

  test('the retry sequence is its numbered list', () => {
    assert.deepEqual(steps('SRS_TLSIO_30_200'), [
      [
        'an injected fault, <fault>, causes on_io_open_complete to return with IO_OPEN_ERROR',
        'tlsio_close_async has been called and the on_io_close_complete callback has been received',
        'tlsio_open_async has been called successfully',
        'tlsio_dowork has been called as necessary to permit this sequence of events',
        'the "high-level retry sequence" shall succeed',
        'the on_io_open_complete callback has been received with IO_OPEN_OK',
      ],
    ]);
  });
});

describe('sections', () => {
  test('behaviours belong to the state that selects them', () => {
    assert.deepEqual(steps('SRS_TLSIO_30_080')[0]?.[0], 'the adapter is in TLSIO_STATE_EXT_OPENING');
    assert.deepEqual(steps('SRS_TLSIO_30_102')[0]?.[0], 'the adapter is in TLSIO_STATE_EXT_OPEN');
    assert.deepEqual(
      steps('SRS_TLSIO_30_070')[0]?.[0],
      'tlsio_dowork is called and the tlsio_handle parameter is NULL',
    );
  });

  test('what the prose demands of an adapter is a Given', () => {
    assert.equal(
      steps('SRS_TLSIO_30_107')[0]?.[0],
      "an adapter whose underlying TLS connection has an asynchronous 'closing' state",
    );
  });
});

describe('cells and sequences', () => {
  test('a cell that tells adapters apart has a scenario for each', () => {
    const enter = ['the adapter shall enter TLSIO_STATE_EXT_CLOSING', ...CLOSING];
    assert.deepEqual(steps('TLSIO_STATE_EXT_OPEN/tlsio_close_async'), [
      [
        'an adapter with internal async close',
        'the adapter is in TLSIO_STATE_EXT_OPEN',
        'tlsio_close_async is called',
        'tlsio_close_async shall be ok',
        ...enter,
      ],
      [
        'an adapter without internal async close',
        'the adapter is in TLSIO_STATE_EXT_OPEN',
        'tlsio_close_async is called',
        'tlsio_close_async shall be ok',
        ...enter,
        'the adapter shall then immediately enter TLSIO_STATE_EXT_CLOSED',
        ...CLOSED,
      ],
    ]);
  });

  test('what a cell says in brackets counts where it is an effect', () => {
    assert.deepEqual(steps('TLSIO_STATE_EXT_OPENING/tlsio_dowork')[0]?.slice(2), [
      'tlsio_dowork shall be ok',
      'tlsio_dowork shall continue opening',
      'the adapter shall remain in TLSIO_STATE_EXT_OPENING or enter TLSIO_STATE_EXT_OPEN',
    ]);
    assert.deepEqual(steps('TLSIO_STATE_EXT_OPEN/tlsio_destroy')[0]?.slice(2), [
      'tlsio_destroy shall force immediate close',
      'the adapter shall be destroyed',
    ]);
  });

  test('a sequence keeps the words that lead its calls', () => {
    assert.match(
      rule('sequence/telemetry-send'),
      /\| Looping over \| tlsio_openssl_dowork \| {6}\|\n +\| {14}\| tlsio_openssl_send {3}\|/,
    );
  });
});

test('the listing of SRS_TLSIO_30_001 stands below its Then', () => {
  assert.match(
    rule('SRS_TLSIO_30_001'),
    /Then the tlsio shall implement and export .* defined in the xio\.h\n {8}```c\n {8}typedef OPTIONHANDLER_HANDLE[^]*IO_INTERFACE_DESCRIPTION;\n {8}```\n/,
  );
});

test('every fault has a phrase that runs over it, beside the others that strike where it does, but for silence', () => {
  const columns = RULES.alternatives.filter(({ column }) => column === 'fault').map(({ values }) => values);
  const points = [...new Set(Object.values(FAULTS))];
  for (const values of columns) {
    const known = points.filter((point) => faultsAt(point).some((fault) => values.includes(fault)));
    assert.deepEqual(
      values.filter((fault) => fault !== 'an allocation that fails'),
      known.flatMap(faultsAt),
    );
  }
  const left = points.filter((point) => faultsAt(point).some((fault) => !columns.flat().includes(fault)));
  assert.deepEqual(left, ['silence']);
});

test('a feature names its document and hash, and carries the tag of its system', () => {
  const document = bundledDocument('tlsio', RULES);
  const feature = compose(document).find(({ path }) => path === 'tlsio/tlsio_create.feature');
  assert.deepEqual(feature?.text.split('\n').slice(0, 4), [
    `# Composed from tlsio_requirements.md, sha256 ${document.sha256}.`,
    '# Do not edit: iospec generate writes this file.',
    '@tlsio',
    'Feature: tlsio: tlsio_create',
  ]);
});
