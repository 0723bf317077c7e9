import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { whereDescriptorsPass } from '../../src/adapters/testing/where_descriptors_pass.js';
import { packageRoot } from '../../src/package.js';
import { compareAdapters } from '../../src/trace/comparison.js';
import type { Trace, Verdict } from '../../src/trace/model.js';
import { verify } from '../../src/verify/verify.js';
import { constant, moved, swapped, writeSpoilt, type Edit, type Side } from './testing/spoilt_adapters.js';

const PREFIX = 'SRS_TLSPOOL_01_';
const DOCUMENT = join(packageRoot, 'spec/tlspool_requirements.md');

const root = mkdtempSync(join(tmpdir(), 'iospec spoilt codec '));
after(() => {
  rmSync(root, { recursive: true });
});

/** The bundled adapter of one side with something wrong in its own tables, and what that shows in. */
interface Spoilt {
  readonly name: string;
  readonly side: Side;
  readonly edits: readonly Edit[];
  /** Ends of the ids that fail, and of the cells. */
  readonly failed: string;
  /** Of those whose scenarios can't be prepared with it, and so are neither for nor against it. */
  readonly notRun?: string;
}

const reqidAndCbid = [swapped('wire', 'reqid', 'cbid')];
const localidAndRemoteid = [swapped('wire', 'localid', 'remoteid')];
const twoCommands = [swapped('commands', 'STARTTLS_LOCALID', 'PLAINTEXT_CONNECT')];

const SWAPPED: readonly Spoilt[] = [
  {
    name: 'reqid_and_cbid_client',
    side: 'client',
    edits: reqidAndCbid,
    failed: `011 012 013 018 036 040 068 069 070 071 080 081 082 085 091 093 120 133 140 143 171 190 260 262 300 301
      304 305 312 320 323 351
      FLOW_HANDSHAKE/ERROR FLOW_HANDSHAKE/STARTTLS_LOCALID FLOW_IDENTITY_AND_FEATURES/ERROR`,
    notRun: `005 006 007 026 052 062 063 064 065 066 067 073 074 084 106 124 130 150 152 200 210 261 263 322 324 340
      FLOW_HANDSHAKE/PLAINTEXT_CONNECT FLOW_HANDSHAKE/STARTTLS
      FLOW_LOCAL_IDENTITY_CHECK/ERROR FLOW_LOCAL_IDENTITY_CHECK/disconnection
      FLOW_LOCAL_IDENTITY_CHECK/tlspool_flow_accept FLOW_LOCAL_IDENTITY_CHECK/tlspool_flow_refuse
      FLOW_OVER/tlspool_flow_ping FLOW_OVER/tlspool_flow_starttls
      FLOW_PROTECTED/disconnection FLOW_PROTECTED/tlspool_flow_starttls
      FLOW_RECONNECT/ERROR FLOW_RECONNECT/disconnection
      FLOW_RECONNECT/tlspool_flow_accept FLOW_RECONNECT/tlspool_flow_refuse`,
  },
  {
    name: 'reqid_and_cbid_pool',
    side: 'pool',
    edits: reqidAndCbid,
    failed: '015 052 053 055 056 057 058 059 072 300 301 322 343 346',
    notRun: `016 017 041 042 043 044 045 047 049 054 060 090 092 100 101 102 103 104 105 107 231 250 251 252 314 334`,
  },
  {
    name: 'localid_and_remoteid_client',
    side: 'client',
    edits: localidAndRemoteid,
    failed: '037 063 312 313',
  },
  { name: 'localid_and_remoteid_pool', side: 'pool', edits: localidAndRemoteid, failed: '051 076 312 313' },
  {
    name: 'two_commands_client',
    side: 'client',
    edits: twoCommands,
    failed: `011 012 013 018 052 068 069 070 071 080 081 082 085 091 093 120 130 133 140 143 152 171 190 260 261 262 263
      312 323 324 FLOW_HANDSHAKE/PLAINTEXT_CONNECT FLOW_HANDSHAKE/STARTTLS_LOCALID`,
    notRun: `005 006 007 062 063 064 065 066 067 073 074 084 106 150 200 210 304 305 320 322 340
      FLOW_HANDSHAKE/STARTTLS
      FLOW_LOCAL_IDENTITY_CHECK/ERROR FLOW_LOCAL_IDENTITY_CHECK/disconnection
      FLOW_LOCAL_IDENTITY_CHECK/tlspool_flow_accept FLOW_LOCAL_IDENTITY_CHECK/tlspool_flow_refuse
      FLOW_PROTECTED/disconnection FLOW_PROTECTED/tlspool_flow_starttls
      FLOW_RECONNECT/ERROR FLOW_RECONNECT/disconnection
      FLOW_RECONNECT/tlspool_flow_accept FLOW_RECONNECT/tlspool_flow_refuse`,
  },
  {
    name: 'two_commands_pool',
    side: 'pool',
    edits: twoCommands,
    failed: `014 015 017 046 047 050 051 075 092 240 241 302 308 323 324 330 331 335`,
    notRun: `016 041 042 043 044 045 049 052 053 054 056 057 058 059 060 072 090 100 101 102 103 104 105 107 231
      242 243 244 245 246 247 250 251 252 301 314 316 322 334 343 346`,
  },
  {
    name: 'two_errors_client',
    side: 'client',
    edits: [swapped('errors', 'E_TLSPOOL_CLIENT_REFUSES_CALLBACK', 'E_TLSPOOL_FACILITY_STARTTLS')],
    failed: '025 066 067 068 304 340 347',
  },
  {
    name: 'two_errors_pool',
    side: 'pool',
    edits: [swapped('errors', 'E_TLSPOOL_CIPHER_SOCKET_NEEDED', 'E_TLSPOOL_PLAIN_SOCKET_NEEDED')],
    failed: '041 058 342 343',
  },
];

/**
 * The rows of the table of fields that a side writes or reads beside `reqid` and `cbid`, in as few adapters as don't hide
 * each other's defects.
 */
const MOVED: readonly Spoilt[] = [
  { name: 'cmd_client', side: 'client', edits: [toTheEnd('cmd', 4)], failed: '302' },
  {
    name: 'payload_client',
    side: 'client',
    edits: [constant('wire', 'HEADER_SIZE', 12)],
    failed: '303',
  },
  { name: 'flags_client', side: 'client', edits: [toTheEnd('flags', 4)], failed: '308' },
  {
    name: 'fields_client',
    side: 'client',
    edits: [
      toTheEnd('tlserrno', 4),
      toTheEnd('message', 128),
      toTheEnd('producer', 136),
      toTheEnd('facilities', 4),
      toTheEnd('ipproto', 1),
      toTheEnd('localid', 128),
      toTheEnd('remoteid', 128),
      toTheEnd('ctlkey', 16),
      toTheEnd('service', 16),
    ],
    failed: '304 305 306 307 310 312 313 314 315',
  },
  { name: 'cmd_pool', side: 'pool', edits: [toTheEnd('cmd', 4)], failed: '302' },
  { name: 'flags_pool', side: 'pool', edits: [toTheEnd('flags', 4)], failed: '308' },
  {
    name: 'fields_pool',
    side: 'pool',
    edits: [
      toTheEnd('tlserrno', 4),
      toTheEnd('message', 128),
      toTheEnd('producer', 136),
      toTheEnd('facilities', 4),
      toTheEnd('localid', 128),
      toTheEnd('remoteid', 128),
      toTheEnd('ctlkey', 16),
      toTheEnd('timeout', 4),
    ],
    failed: '304 305 306 307 312 313 314 316',
  },
];

/** The bundled adapters stay as they are; the document has two rows of its table the other way round. */
const ROWS = ['| 20 | 128 |', '| 148 | 128 |'] as const;

function toTheEnd(field: string, size: number): Edit {
  return moved(field, 388 - size);
}

/** `012` and `FLOW_OVER/tlspool_flow_ping` as the labels that they are the ends of. */
function labelsOf(ends: string): readonly string[] {
  return ends
    .split(/\s+/)
    .filter((end) => end !== '')
    .map((end) => (/^\d+$/.test(end) ? `${PREFIX}${end}` : `TLSPOOL_${end}`))
    .sort();
}

/** Judges by the document, or by another one, over an underlying IO: all of it or some of its ids. */
async function judgedBy(
  document: string,
  adapters: readonly string[],
  underlying: string,
  asked: readonly string[] | null,
): Promise<Trace> {
  // The coverage of broken adapters would be that of copies.
  delete process.env.NODE_V8_COVERAGE;
  const trace = await verify({
    documents: [document],
    adapters,
    selection: { underlying: [underlying], tags: 'not @long', requirements: asked },
    parallel: 2,
  });
  assert.ok(trace.complete);
  return trace;
}

/** Judges spoilt adapters in one run. */
async function judged(
  spoilt: readonly Spoilt[],
  underlying: string,
  asked: readonly string[] | null = null,
): Promise<Trace> {
  const folder = mkdtempSync(join(root, 'run '));
  const adapters = spoilt.map(({ name, side, edits }) => writeSpoilt(folder, name, side, edits));
  const trace = await judgedBy('tlspool', adapters, underlying, asked);
  assert.equal(trace.summary.conforming, false);
  return trace;
}

/** Labels of what has one of these verdicts with an adapter alone. */
function labelsWith(
  { specifications }: Trace,
  adapter: string,
  ...wanted: readonly Verdict[]
): readonly string[] {
  return specifications
    .flatMap((specification) => compareAdapters(specification, [adapter]))
    .filter(({ verdicts: [verdict] }) => verdict !== undefined && wanted.includes(verdict))
    .map(({ requirement }) => requirement.label)
    .sort();
}

function expectByAssertion({ specifications }: Trace, adapter: string): void {
  for (const { label, scenarios } of specifications.flatMap(({ requirements }) => requirements))
    for (const scenario of scenarios.filter((one) => one.adapter === adapter && one.verdict === 'failed'))
      assert.ok(
        scenario.error?.step === 'throughout the scenario' || scenario.error?.expected != null,
        `${label} fails by something else than an assertion: ${scenario.error?.message ?? ''}`,
      );
}

describe('an adapter with two of its own numbers swapped fails what shows them, and nothing else', () => {
  let trace: Trace;
  before(async () => {
    trace = await judged(SWAPPED, 'mock');
  });

  for (const { name, failed, notRun = '' } of SWAPPED) {
    test(name.replaceAll('_', ' '), () => {
      assert.deepEqual(labelsWith(trace, name, 'failed'), labelsOf(failed));
      assert.deepEqual(labelsWith(trace, name, 'notRun'), labelsOf(notRun));
      const others = ['crashed', 'hung', 'unbound', 'unobservable', 'flaky'] as const;
      assert.deepEqual(labelsWith(trace, name, ...others), []);
      expectByAssertion(trace, name);
    });
  }
});

test('over the loopback as well, where the other side is the bundled one', whereDescriptorsPass, async () => {
  const spoilt = SWAPPED.filter(({ name }) => /^(?:localid_and_remoteid_client|two_errors)/.test(name));
  const asked = [...new Set(spoilt.flatMap(({ failed }) => labelsOf(failed)))];
  const trace = await judged(spoilt, 'loopback', asked);
  for (const { name, failed } of spoilt) {
    assert.deepEqual(labelsWith(trace, name, 'failed'), labelsOf(failed), name);
    expectByAssertion(trace, name);
  }
});

test('a field that has another place in the adapter fails its row', async () => {
  const trace = await judged(MOVED, 'mock', labelsOf(MOVED.map(({ failed }) => failed).join(' ')));
  for (const { name, failed } of MOVED) {
    const all = labelsWith(trace, name, 'failed');
    assert.deepEqual(
      labelsOf(failed).filter((label) => !all.includes(label)),
      [],
      name,
    );
    expectByAssertion(trace, name);
  }
});

test('the judge reads the places of fields from the document', async () => {
  const asked = labelsOf('037 312 313 321');
  const document = readFileSync(DOCUMENT, 'utf8');
  const [one, other] = ROWS;
  assert.equal(document.split(one).length, 2);
  assert.equal(document.split(other).length, 2);
  const file = join(root, 'tlspool_requirements.md');
  writeFileSync(file, document.replace(one, '| one |').replace(other, one).replace('| one |', other));
  const trace = await judgedBy(file, [], 'mock', asked);
  assert.deepEqual(labelsWith(trace, 'tlspool_client', 'failed'), labelsOf('037 312 313'));
  assert.deepEqual(labelsWith(trace, 'tlspool_service', 'failed'), labelsOf('312 313'));
});
