import assert from 'node:assert/strict';
import { constants } from 'node:os';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { TlspoolUser } from '../testing/tlspool_user.js';
import { COMMANDS, IDENTITY } from './commands.js';
import { TLSPOOL_ERRORS } from './errors.js';
import { FIELDS, readBytes, readNumber, readText } from './wire.js';

const { ERROR, PING, STARTTLS, STARTTLS_LOCALID, PLAINTEXT_CONNECT } = COMMANDS;
const { EPIPE, EPROTO } = constants.errno;

/** How each state is reached. */
const ROUTES: Readonly<Record<string, (user: TlspoolUser, flow: object) => void>> = {
  TLSPOOL_FLOW_UNPROTECTED: () => undefined,
  TLSPOOL_FLOW_IDENTITY_AND_FEATURES: (user, flow) => {
    assert.equal(user.ping(flow), 0);
  },
  TLSPOOL_FLOW_INTRODUCED: (user, flow) => {
    user.ping(flow);
    user.answer(user.sent(), { producer: IDENTITY, facilities: 1 });
  },
  TLSPOOL_FLOW_HANDSHAKE: (user, flow) => {
    assert.equal(user.starttls(flow), 0);
  },
  TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK: (user, flow) => {
    user.starttls(flow);
    user.answer(user.sent(), { cmd: STARTTLS_LOCALID, cbid: 1, localid: 'me' });
  },
  TLSPOOL_FLOW_RECONNECT: (user, flow) => {
    user.starttls(flow);
    user.answer(user.sent(), { cmd: PLAINTEXT_CONNECT, cbid: 1 });
  },
  TLSPOOL_FLOW_PROTECTED: (user, flow) => {
    user.starttls(flow);
    user.answer(user.sent(), { cmd: PLAINTEXT_CONNECT, cbid: 1 });
    user.client.tlspool_flow_accept(flow, null);
    user.answer(user.sent(), { cmd: STARTTLS });
  },
  TLSPOOL_FLOW_OVER: (user, flow) => {
    user.starttls(flow);
    user.answer(user.sent(), { cmd: ERROR, tlserrno: 7 });
  },
};

/** Which call does something in which state; everywhere else it fails. */
const CALLS: Readonly<
  Record<
    string,
    { readonly call: (user: TlspoolUser, flow: object) => number; readonly in: readonly string[] }
  >
> = {
  ping: { call: (user, flow) => user.ping(flow), in: ['TLSPOOL_FLOW_UNPROTECTED'] },
  starttls: {
    call: (user, flow) => user.starttls(flow),
    in: ['TLSPOOL_FLOW_UNPROTECTED', 'TLSPOOL_FLOW_INTRODUCED'],
  },
  accept: {
    call: (user, flow) => user.client.tlspool_flow_accept(flow, null),
    in: ['TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK', 'TLSPOOL_FLOW_RECONNECT'],
  },
  refuse: {
    call: (user, flow) => user.client.tlspool_flow_refuse(flow),
    in: ['TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK', 'TLSPOOL_FLOW_RECONNECT'],
  },
};

/** The messages that a waiting flow expects, and the states after them; ERROR ends every wait. */
const EXPECTED: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  TLSPOOL_FLOW_IDENTITY_AND_FEATURES: { [PING]: 'TLSPOOL_FLOW_INTRODUCED' },
  TLSPOOL_FLOW_HANDSHAKE: {
    [STARTTLS_LOCALID]: 'TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK',
    [PLAINTEXT_CONNECT]: 'TLSPOOL_FLOW_RECONNECT',
  },
  TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK: {},
  TLSPOOL_FLOW_RECONNECT: {},
};

function inState(state: string) {
  const user = new TlspoolUser();
  const flow = user.flow();
  ROUTES[state]?.(user, flow);
  assert.equal(flow.state, state);
  user.told.length = 0;
  return { user, flow };
}

for (const state of Object.keys(ROUTES)) {
  describe(`a flow in ${state}`, () => {
    for (const [name, { call, in: fitting }] of Object.entries(CALLS)) {
      it(`${fitting.includes(state) ? 'takes' : 'refuses'} ${name}`, () => {
        const { user, flow } = inState(state);
        if (state !== 'TLSPOOL_FLOW_UNPROTECTED') user.latest();
        const before = user.descriptors.open;
        const result = call(user, flow);
        if (fitting.includes(state)) {
          assert.equal(result, 0);
          assert.notEqual(flow.state, state);
          user.sent();
          return;
        }
        assert.notEqual(result, 0);
        assert.equal(flow.state, state);
        assert.ok(user.isSilent);
        assert.match(user.logged.at(-1) ?? '', new RegExp(state));
        // The other end of the connection that was to be handed over is the test's.
        assert.equal(user.descriptors.open, before + (name === 'starttls' ? 1 : 0));
      });
    }

    const expected = EXPECTED[state];
    if (expected === undefined) return;

    it('ends with the error of the pool, and keeps nothing open', () => {
      const { user, flow } = inState(state);
      user.answer(user.latest(), { cmd: ERROR, tlserrno: -5 });
      assert.equal(flow.state, 'TLSPOOL_FLOW_OVER');
      assert.deepEqual(user.told, [['error', 'of errors', -5]]);
    });

    it('ends with the connection to the pool', () => {
      const { user, flow } = inState(state);
      user.pool.close();
      user.process();
      assert.equal(flow.state, 'TLSPOOL_FLOW_OVER');
      assert.deepEqual(user.told, [['error', 'of errors', EPIPE]]);
    });

    for (const cmd of [0, PING, STARTTLS, STARTTLS_LOCALID, PLAINTEXT_CONNECT, 0x2b, 0x7f]) {
      const next = expected[cmd] ?? 'TLSPOOL_FLOW_OVER';
      it(`goes to ${next} with the command 0x${cmd.toString(16)}`, () => {
        const { user, flow } = inState(state);
        user.answer(user.latest(), { cmd, cbid: 1 });
        assert.equal(flow.state, next);
        if (next === 'TLSPOOL_FLOW_OVER') assert.deepEqual(user.told, [['error', 'of errors', EPROTO]]);
        else assert.notEqual(user.told[0]?.[0], 'error');
      });
    }

    it('says nothing to anybody once it is destroyed', () => {
      const { user, flow } = inState(state);
      const { message } = user.latest();
      user.client.tlspool_flow_destroy(flow);
      user.pool.write(message);
      user.process();
      user.pool.close();
      user.process();
      assert.deepEqual(user.told, []);
      assert.notEqual(user.ping(flow), 0);
    });
  });
}

describe('a flow from plain view to TLS', () => {
  it('goes through all states, tells its application each with its context, and passes two descriptors', () => {
    const user = new TlspoolUser();
    const flow = user.flow();
    user.ping(flow);
    user.answer(user.sent(), { producer: 'a pool', facilities: 3 });
    user.starttls(flow);
    const request = user.sent();
    assert.equal(request.passed.length, 1);
    user.answer(request, { cmd: STARTTLS_LOCALID, cbid: 1, localid: 'who' });
    assert.equal(user.client.tlspool_flow_accept(flow, 'me'), 0);
    const identity = user.sent();
    assert.equal(readText(identity.message, 'localid'), 'me');
    user.answer(identity, { cmd: PLAINTEXT_CONNECT, cbid: 2 });
    assert.equal(user.client.tlspool_flow_accept(flow, null), 0);
    const reconnected = user.sent();
    assert.equal(reconnected.passed.length, 1);
    assert.deepEqual(readBytes(reconnected.message, 'ctlkey'), readBytes(request.message, 'ctlkey'));
    user.answer(reconnected, { cmd: STARTTLS, cbid: 77 });
    assert.deepEqual(user.told, [
      ['introduced', 'of ping', 'a pool', 3],
      ['local identity', 1, 'who'],
      ['reconnect', 2],
      ['protected', 3],
    ]);
    user.pool.close();
    user.process();
    assert.equal(flow.state, 'TLSPOOL_FLOW_PROTECTED');
    assert.equal(user.told.length, 4);
  });

  it('is over where the pool lacks what was asked for', () => {
    const { user, flow } = inState('TLSPOOL_FLOW_IDENTITY_AND_FEATURES');
    user.answer(user.sent(), { facilities: 2 });
    assert.equal(flow.state, 'TLSPOOL_FLOW_OVER');
    assert.deepEqual(user.told, [['error', 'of errors', TLSPOOL_ERRORS.E_TLSPOOL_FACILITY_STARTTLS]]);
  });

  it('is over where the pool claims success without a descriptor for plain text', () => {
    const { user, flow } = inState('TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK');
    user.client.tlspool_flow_accept(flow, null);
    user.answer(user.sent(), { cmd: STARTTLS });
    assert.deepEqual(user.told, [['error', 'of errors', EPROTO]]);
  });

  it('is protected by STARTTLS alone, and closes its end of the plain text for everything else', () => {
    for (const cmd of [0, PING, 0x2b, 0x7f]) {
      const { user, flow } = inState('TLSPOOL_FLOW_RECONNECT');
      user.client.tlspool_flow_accept(flow, null);
      const answer = user.sent();
      const before = user.descriptors.open;
      user.answer(answer, { cmd });
      assert.deepEqual(user.told, [['error', 'of errors', EPROTO]]);
      assert.equal(user.descriptors.open, before - 1);
    }
  });

  it('refuses an identity for an application that takes no such question', () => {
    const user = new TlspoolUser();
    const flow = user.flow();
    user.starttls(flow, null);
    user.answer(user.sent(), { cmd: STARTTLS_LOCALID, cbid: 4 });
    const { message } = user.sent();
    assert.deepEqual([readNumber(message, 'cmd'), readNumber(message, 'cbid')], [ERROR, 4]);
    assert.equal(flow.state, 'TLSPOOL_FLOW_HANDSHAKE');
    assert.deepEqual(user.told, []);
  });

  it('can be answered and destroyed inside its callbacks', () => {
    const user = new TlspoolUser();
    const flow = user.flow();
    user.inside.set('local identity', () => {
      assert.equal(user.client.tlspool_flow_accept(flow, null), 0);
    });
    user.inside.set('reconnect', () => {
      user.client.tlspool_flow_destroy(flow);
    });
    user.starttls(flow);
    user.answer(user.sent(), { cmd: STARTTLS_LOCALID, cbid: 1 });
    user.answer(user.sent(), { cmd: PLAINTEXT_CONNECT, cbid: 2 });
    const { message } = user.sent();
    assert.deepEqual([readNumber(message, 'cmd'), readNumber(message, 'cbid')], [ERROR, 2]);
  });

  it('has no more than one descriptor for plain text, however often the pool asks for one', () => {
    const { user, flow } = inState('TLSPOOL_FLOW_RECONNECT');
    const open: number[] = [];
    for (const cbid of [2, 3, 4]) {
      user.client.tlspool_flow_accept(flow, null);
      const answered = user.sent();
      for (const one of answered.passed) user.descriptors.close(one);
      open.push(user.descriptors.open);
      user.answer(answered, { cmd: PLAINTEXT_CONNECT, cbid });
    }
    assert.deepEqual(open, [open[0], open[0], open[0]]);
  });

  it('still ends with the connection when its answer could not be sent, and keeps nothing open', () => {
    for (const call of ['tlspool_flow_accept', 'tlspool_flow_refuse'] as const) {
      const { user, flow } = inState('TLSPOOL_FLOW_RECONNECT');
      user.pool.close();
      const before = user.descriptors.open;
      for (let times = 0; times < 2; times += 1) assert.notEqual(user.client[call](flow, null), 0);
      assert.equal(flow.state, 'TLSPOOL_FLOW_RECONNECT');
      assert.equal(user.descriptors.open, before);
      user.process();
      assert.equal(flow.state, 'TLSPOOL_FLOW_OVER');
      assert.deepEqual(user.told, [['error', 'of errors', EPIPE]]);
    }
  });
});

describe('what a flow sends', () => {
  it('has known flags only, never a renegotiation, and always the role', () => {
    fc.assert(
      fc.property(fc.nat({ max: 0xffffffff }), fc.constantFrom('CLIENT', 'SERVER'), (flags, side) => {
        const user = new TlspoolUser();
        const [cipher] = user.descriptors.pair();
        const never = (): void => {
          assert.fail('a callback comes');
        };
        const role = side === 'CLIENT' ? 'TLSPOOL_ROLE_CLIENT' : 'TLSPOOL_ROLE_SERVER';
        const flow = user.flow();
        const { tlspool_flow_starttls } = user.client;
        const result = tlspool_flow_starttls(
          flow,
          cipher,
          role,
          flags,
          null,
          null,
          null,
          null,
          null,
          never,
          null,
          never,
          null,
        );
        assert.equal(result, 0);
        const sent = readNumber(user.sent().message, 'flags');
        assert.equal(sent & ~0x5ff0f, 0);
        assert.equal(sent & (flags & 0x5ff0f), flags & 0x5ff0f);
        const own = side === 'CLIENT' ? 0x9 : 0x6;
        assert.equal(sent & own, own);
      }),
    );
  });

  it('holds texts as long as their fields, and no longer ones', () => {
    const user = new TlspoolUser();
    for (const name of ['localid', 'remoteid', 'service'] as const) {
      const longest = FIELDS[name].size - 1;
      for (const length of [longest, longest + 1]) {
        const texts = { localid: null, remoteid: null, service: null, [name]: 'x'.repeat(length) };
        const [cipher, other] = user.descriptors.pair();
        const before = user.descriptors.open;
        const result = user.client.tlspool_flow_starttls(
          user.flow(),
          cipher,
          'TLSPOOL_ROLE_CLIENT',
          0,
          texts.localid,
          texts.remoteid,
          texts.service,
          null,
          null,
          () => undefined,
          null,
          () => undefined,
          null,
        );
        assert.equal(result === 0, length === longest, `${name} of ${length} bytes`);
        assert.equal(user.descriptors.open, before - 1);
        user.descriptors.close(other);
      }
    }
    const { user: asked, flow } = inState('TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK');
    assert.notEqual(asked.client.tlspool_flow_accept(flow, 'x'.repeat(128)), 0);
    assert.equal(asked.client.tlspool_flow_accept(flow, 'x'.repeat(127)), 0);
  });
});
