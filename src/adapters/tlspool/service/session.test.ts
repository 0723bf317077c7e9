import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import type { TLSSocket } from 'node:tls';
import { setImmediate as turn } from 'node:timers/promises';
import { startPool, type PoolProcess } from '../../../../steps/tlspool/underlying/loopback/start_pool.js';
import { PoolClient, until } from '../../testing/tlspool_service_user.js';
import { whereDescriptorsPass } from '../../testing/where_descriptors_pass.js';
import { COMMANDS } from '../commands.js';
import { systemDescriptors } from '../system_descriptors.js';
import { readNumber } from '../wire.js';

const onLinux = {
  ...whereDescriptorsPass,
  timeout: 60_000,
};

/** More than all buffers on the way hold. */
const MUCH = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => index % 249));

describe('what a pool carries', onLinux, () => {
  let pool: PoolProcess;
  let client: PoolClient;
  before(async () => {
    pool = await startPool();
    client = new PoolClient(systemDescriptors, pool.path);
  });
  after(() => {
    client.end.close();
    return pool.stop();
  });

  /** A protected connection: the peer, and the application's descriptor. */
  async function session(): Promise<{ readonly peer: TLSSocket; readonly plain: number }> {
    const peer = client.connection(1);
    const pair = systemDescriptors.pair();
    assert.ok(pair !== null);
    client.answer(await client.next(), { reqid: 2 }, [pair[1]]);
    assert.equal(readNumber((await client.next()).message, 'cmd'), COMMANDS.STARTTLS);
    return { peer, plain: pair[0] };
  }

  async function readOf(stream: Duplex): Promise<Buffer> {
    const got: Buffer[] = [];
    stream.on('data', (bytes: Buffer) => got.push(bytes));
    await once(stream, 'end');
    return Buffer.concat(got);
  }

  it('reaches an application that reads slowly, whole, although the peer has closed', async () => {
    const { peer, plain } = await session();
    peer.end(MUCH);
    peer.resume();
    const got: Buffer[] = [];
    for (;;) {
      const { length, bytes } = systemDescriptors.receive(plain, 1000);
      if (length === 0) break;
      if (length > 0) got.push(bytes);
      if (got.length % 8 === 0) await turn();
    }
    systemDescriptors.close(plain);
    assert.equal(Buffer.concat(got).length, MUCH.length);
    assert.ok(Buffer.concat(got).equals(MUCH));
  });

  it('reaches the peer, whole, although the application has closed', async () => {
    const { peer, plain } = await session();
    const application = systemDescriptors.stream(plain);
    const read = readOf(peer);
    application.write(MUCH, () => application.destroy());
    assert.ok((await read).equals(MUCH));
    peer.end();
    await until('the connection is closed', () => peer.destroyed);
  });

  it('goes both ways at once, and one way after the other has ended', async () => {
    const { peer, plain } = await session();
    const application = systemDescriptors.stream(plain);
    const [atPeer, atApplication] = [readOf(peer), readOf(application)];
    application.end(MUCH);
    peer.write(MUCH);
    assert.ok((await atPeer).equals(MUCH));
    peer.end('the last words');
    assert.ok((await atApplication).equals(Buffer.concat([MUCH, Buffer.from('the last words')])));
  });

  it('ends with a peer that is gone without a word', async () => {
    const { peer, plain } = await session();
    peer.destroy();
    await until('the application sees the end', () => systemDescriptors.receive(plain, 1).length === 0);
    systemDescriptors.close(plain);
    await client.ping(3);
  });
});
