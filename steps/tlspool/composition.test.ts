import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compose, plainRules } from '../../src/scenario/index.js';
import { sideOf } from '../../src/scenario/sides.js';
import { bundledDocument, bundledRules, bundledText } from '../../test/bundled_systems.js';

const SOURCE = bundledText('tlspool');
const system = await bundledRules('tlspool');
const CLIENT = 'the adapter is a client';
const POOL = 'the adapter is a pool';

/** The rules of a document by their names. */
function rulesOf(text: string): ReadonlyMap<string, string> {
  const features = compose(bundledDocument('tlspool', system, text));
  const parts = features.flatMap((feature) => feature.text.split(/^ {2}Rule: /m).slice(1));
  return new Map(parts.map((part) => [part.split('\n')[0] ?? '', part]));
}

const rules = rulesOf(SOURCE);

/** Steps of all scenarios of a rule, the first Given left out. */
function steps(label: string, of = rules): readonly string[] {
  const [, scenarios = ''] = (of.get(label) ?? '').split(/(?=Scenario Outline:)(.*)/s);
  return [...scenarios.matchAll(/^ +(?:When|Then|And) (.*)$/gm)].map((match) => match[1] ?? '');
}

describe('the sides of a document', () => {
  test('are told by what a duty is about', () => {
    for (const subject of ['the client', 'tlspool_async_open', 'tlspool_flow_ping'])
      assert.deepEqual(sideOf(subject, system), [CLIENT], subject);
    for (const subject of ['the TLS Pool', 'tlspool_service_stop'])
      assert.deepEqual(sideOf(subject, system), [POOL], subject);
    for (const subject of [null, 'the application', 'the peer', 'not the client', 'tlspool_service'])
      assert.deepEqual(sideOf(subject, system), []);
  });

  test('are none where the system has none', () => {
    assert.deepEqual(sideOf('the client', plainRules('tlspool')), []);
  });

  test('are in every scenario of a requirement, before what happens, and one only', () => {
    for (const [label, rule] of rules) {
      for (const scenario of rule.split('Scenario Outline:').slice(1)) {
        const sides = scenario.split('\n').filter((line) => line.includes('the adapter is a '));
        assert.equal(sides.length, 1, label);
        const [given = ''] = scenario.split(/^ +When /m);
        assert.match(given, /the adapter is a (client|pool)$/m, label);
      }
    }
  });

  test('follow the subject, not who acts in the condition', () => {
    assert.deepEqual(steps('SRS_TLSPOOL_01_021')[0], POOL);
    assert.deepEqual(steps('SRS_TLSPOOL_01_025')[0], CLIENT);
    assert.deepEqual(steps('SRS_TLSPOOL_01_220')[0], POOL);
    const turned = SOURCE.replace(
      'When the client sends `PING`, the TLS Pool shall send `PING` and',
      'When the client sends `PING`, the client shall send `PING` and',
    );
    assert.notEqual(turned, SOURCE);
    assert.equal(steps('SRS_TLSPOOL_01_021', rulesOf(turned))[0], CLIENT);
  });
});

describe('the state table of a flow', () => {
  test('a message is an event that the pool sends', () => {
    assert.deepEqual(steps('TLSPOOL_FLOW_IDENTITY_AND_FEATURES/PING'), [
      CLIENT,
      'the client is in TLSPOOL_FLOW_IDENTITY_AND_FEATURES',
      'the TLS Pool sends PING',
      'the client shall enter TLSPOOL_FLOW_INTRODUCED',
    ]);
  });

  test('a disconnection is one that it causes', () => {
    assert.deepEqual(steps('TLSPOOL_FLOW_PROTECTED/disconnection'), [
      CLIENT,
      'the client is in TLSPOOL_FLOW_PROTECTED',
      'the TLS Pool closes the connection',
      'the client shall remain in TLSPOOL_FLOW_PROTECTED',
    ]);
  });

  test('a call is one, and has a result beside its state', () => {
    assert.deepEqual(steps('TLSPOOL_FLOW_RECONNECT/tlspool_flow_accept'), [
      CLIENT,
      'the client is in TLSPOOL_FLOW_RECONNECT',
      'tlspool_flow_accept is called',
      'tlspool_flow_accept shall be ok',
      'the client shall enter TLSPOOL_FLOW_HANDSHAKE',
    ]);
  });

  test('every cell of the document has a scenario', () => {
    const cells = [...SOURCE.matchAll(/^\| (TLSPOOL_FLOW_\w+) +\| (\w+) +\| (?:ok|fail|enter|remain)/gm)];
    assert.equal(cells.length, 30);
    for (const [, state, event] of cells) assert.ok(rules.has(`${state}/${event}`), `${state}/${event}`);
  });
});
