import assert from 'node:assert/strict';
import { openSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { credentials } from '../../../steps/tlspool/underlying/credentials.js';
import { startPool, type PoolProcess } from '../../../steps/tlspool/underlying/loopback/start_pool.js';
import { PoolClient, ServedPool, until } from '../testing/tlspool_service_user.js';
import { TlspoolUser } from '../testing/tlspool_user.js';
import { whereDescriptorsPass } from '../testing/where_descriptors_pass.js';
import type { TLSPOOL_CREDENTIALS } from './api.js';
import { COMMANDS } from './commands.js';
import type { Descriptors } from './descriptors.js';
import { systemDescriptors } from './system_descriptors.js';
import { encode, readNumber } from './wire.js';

/** Bytes that somebody sends in one write, and how many descriptors with them. */
interface Write {
  readonly bytes: Uint8Array;
  readonly passed: number;
}

const numbers = (most: number): fc.Arbitrary<number> =>
  fc.oneof(fc.constantFrom(0, 1, 2, 3, 4), fc.nat({ max: most }));

/** A message that is nearly one: its header often means something, what is behind it seldom. */
const nearlyMessage = fc
  .record({
    payload: fc.oneof(fc.uint8Array({ minLength: 380, maxLength: 380 }), fc.constant(Buffer.alloc(380))),
    reqid: numbers(0xffff),
    cbid: numbers(0xffff),
    cmd: fc.oneof(fc.constantFrom(...Object.values(COMMANDS)), numbers(0xffffffff)),
    flags: fc.option(fc.constantFrom(0x6, 0x9, 0xf, 0x10006, 0x20006, 0x106, 0x4006)),
  })
  .map(({ payload, flags, ...header }) => {
    const message = encode(header);
    message.set(payload, 8);
    if (flags !== null) message.writeUInt32LE(flags, 8);
    return message;
  });

const hostileWrites: fc.Arbitrary<readonly Write[]> = fc.array(
  fc.record({
    bytes: fc.oneof(
      { weight: 4, arbitrary: nearlyMessage },
      { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 900 }) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(nearlyMessage, fc.integer({ min: 1, max: 387 }))
          .map(([message, at]) => message.subarray(0, at)),
      },
    ),
    passed: fc.oneof({ weight: 2, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.nat({ max: 3 }) }),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Sends what a hostile client does, with descriptors that `make` makes, until the other side has had enough. */
function sendAll(descriptors: Descriptors, to: number, writes: readonly Write[], make: () => number): void {
  for (const { bytes, passed } of writes) {
    const along = Array.from({ length: passed }, make);
    descriptors.send(to, bytes, along);
    for (const one of along) descriptors.close(one);
  }
}

describe('a pool', { timeout: 120_000 }, () => {
  let shown: TLSPOOL_CREDENTIALS;
  before(async () => {
    shown = await credentials();
  });

  it('takes whatever a client sends, serves the others, and lets go of everything when it has gone', async () => {
    await fc.assert(
      fc.asyncProperty(hostileWrites, fc.boolean(), async (writes, closes) => {
        const pool = new ServedPool(shown);
        const { descriptors } = pool;
        const friend = pool.client();
        const hostile = descriptors.connect('pool.sock');
        const make = (): number => {
          const [one, other] = descriptors.pair();
          descriptors.close(other);
          return one;
        };
        sendAll(descriptors, hostile, writes, make);
        await friend.ping(1);
        if (closes) descriptors.close(hostile);
        await friend.ping(2);
        pool.stop();
        descriptors.close(hostile);
        friend.end.close();
        await until('no descriptor is open', () => descriptors.open === 0);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('answers a hostile client’s own next request, where its messages are whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(nearlyMessage, { maxLength: 8 }), async (messages) => {
        const pool = new ServedPool(shown);
        const client = pool.client();
        for (const message of messages) client.send(message);
        await client.ping(0xabcd);
        client.end.close();
        pool.stop();
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });
});

const onLinux = {
  ...whereDescriptorsPass,
  timeout: 120_000,
};

describe('a pool in a process of its own', onLinux, () => {
  let pool: PoolProcess;
  before(async () => {
    pool = await startPool();
  });
  after(() => pool.stop());

  it('takes whatever a client sends, with whatever descriptors, and serves the others', async () => {
    const friend = new PoolClient(systemDescriptors, pool.path);
    let made = 0;
    const make = (): number => {
      made += 1;
      if (made % 4 === 0) return openSync('/dev/null', 'r+');
      if (made % 4 === 1) return systemDescriptors.connect(pool.path);
      const pair = systemDescriptors.pair();
      assert.ok(pair !== null);
      if (made % 4 === 2) systemDescriptors.send(pair[1], Buffer.from('no TLS'), []);
      systemDescriptors.close(pair[1]);
      return pair[0];
    };
    await fc.assert(
      fc.asyncProperty(hostileWrites, async (writes) => {
        const hostile = systemDescriptors.connect(pool.path);
        assert.ok(hostile >= 0);
        sendAll(systemDescriptors, hostile, writes, make);
        await friend.ping(1);
        systemDescriptors.close(hostile);
        await friend.ping(2);
      }),
      { numRuns: 60, endOnFailure: true },
    );
    friend.end.close();
  });
});

describe('a client', { timeout: 120_000 }, () => {
  /** What the application does when it is asked. */
  const replies = fc.array(fc.constantFrom('accept', 'refuse', 'destroy', 'nothing'), { minLength: 1 });

  it('takes whatever a pool sends, ends each exchange at most once, and lets go of everything', () => {
    fc.assert(
      fc.property(hostileWrites, replies, fc.boolean(), (writes, answers, isOwn) => {
        const user = new TlspoolUser();
        const { client, descriptors } = user;
        const flows = [user.flow(), user.flow(), user.flow()];
        const [pinged, ...protectedFlows] = flows;
        assert.ok(pinged !== undefined);
        let asked = 0;
        const reply = (): void => {
          const answer = answers[asked % answers.length];
          asked += 1;
          for (const flow of protectedFlows) {
            if (answer === 'accept') client.tlspool_flow_accept(flow, null);
            else if (answer === 'refuse') client.tlspool_flow_refuse(flow);
            else if (answer === 'destroy') client.tlspool_flow_destroy(flow);
          }
        };
        for (const name of ['local identity', 'reconnect', 'error', 'protected'])
          user.inside.set(name, reply);
        user.ping(pinged);
        const ciphers = protectedFlows.map((flow) => {
          const [cipher, other] = descriptors.pair();
          user.starttls(flow, 'answers', cipher);
          return other;
        });
        user.pool.pump();
        const own = user.pool.incoming.map(({ message }) => readNumber(message, 'reqid'));
        writes.forEach(({ bytes, passed }, index) => {
          // Whole messages of a pool that is hostile within an exchange; the number is that of one of them.
          const message = Buffer.from(bytes);
          if (isOwn && message.length === 388) message.writeUInt16LE(own[index % own.length] ?? 0, 0);
          const along = Array.from({ length: passed }, () => descriptors.pair());
          user.pool.write(
            message,
            along.map(([one]) => one),
          );
          for (const one of along.flat()) descriptors.close(one);
          user.process();
        });
        user.pool.pump();
        const { incoming } = user.pool;
        user.pool.close();
        for (const one of incoming.flatMap(({ passed }) => passed)) descriptors.close(one);
        assert.notEqual(user.process(), 0);
        const errors = user.told.filter(([name]) => name === 'error').length;
        assert.ok(errors <= flows.length, `${errors} errors for ${flows.length} flows`);
        for (const flow of flows) client.tlspool_flow_destroy(flow);
        client.tlspool_async_closed(user.handle);
        for (const one of ciphers) descriptors.close(one);
        assert.equal(descriptors.open, 0);
      }),
      { numRuns: 500 },
    );
  });

  it('goes on with one pool whatever another one sends', async () => {
    const friend = new TlspoolUser();
    await fc.assert(
      fc.asyncProperty(hostileWrites, async (writes) => {
        const user = new TlspoolUser();
        user.request('one', { cmd: COMMANDS.PING });
        for (const { bytes } of writes) user.pool.write(bytes);
        user.process();
        await turn();
        friend.told.length = 0;
        friend.request('other', { cmd: COMMANDS.PING });
        friend.answer(friend.sent(), {});
        assert.deepEqual(friend.told, [['other', COMMANDS.PING, 0]]);
        user.pool.close();
        user.process();
        assert.equal(user.told.length, 1);
      }),
      { numRuns: 200 },
    );
  });
});
