import { Then } from '../../../src/system/phrase_registry.js';
import { callbacksIn, callsBelowIn } from '../../../src/timeline/questions.js';
import { observed } from '../../../src/stage/outcome.js';
import { scopeOf } from '../../../src/phrases/scope.js';
import type { TlsioWorld } from '../stage/world.js';

/** "ok" in a cell: the call did what it is for, and says so if it can say anything. */
Then(/^(tlsio_\w+) shall be ok$/, function (this: TlsioWorld, name: string) {
  const { result, returned } = this.call;
  const returnsInt = this.prototype(name)?.returnType === 'int';
  this.expect.that(returned !== null, `${name} returns`, 'a return', 'none');
  this.expect.that(
    result === (returnsInt ? 0 : undefined),
    `${name} is ok`,
    returnsInt ? '0' : 'nothing',
    observed(result),
  );
});

Then(/^the adapter shall be destroyed$/, async function (this: TlsioWorld) {
  const { under } = this.stage;
  const returned = this.call.returned ?? Infinity;
  await this.stage.settleWithoutDowork();
  this.expect.that(
    !under.peer.connected,
    'the connection is gone',
    'no connection',
    'the peer still has one',
  );
  const late = this.timeline.callbacks.filter(({ sequence }) => sequence > returned).length;
  this.expect.that(late === 0, 'nothing is called back any more', 'no callback', `${late}`);
  if (under.design !== 'chained') return;
  const [created, destroyed] = [under.calls('concrete_io_create'), under.calls('concrete_io_destroy')];
  this.expect.that(created === destroyed, 'the owned xio is destroyed once', `${created}`, `${destroyed}`);
});

/** Immediate: by the time the call returns, and not on some later tlsio_dowork. */
Then(/^(tlsio_\w+) shall force immediate close$/, async function (this: TlsioWorld, name: string) {
  const pending = this.stage.history.at(-1)?.state;
  if (name === 'tlsio_close_async') {
    const closed = pending === 'TLSIO_STATE_EXT_CLOSED';
    this.expect.that(
      closed,
      'the close is complete when the call returns',
      'TLSIO_STATE_EXT_CLOSED',
      pending ?? 'none',
    );
  }
  await this.stage.settleWithoutDowork();
  const { connected } = this.stage.under.peer;
  this.expect.that(
    !connected,
    'the connection is closed without tlsio_dowork',
    'no connection',
    'one still stands',
  );
});

Then(/^tlsio_dowork shall continue opening$/, async function (this: TlsioWorld) {
  const { under } = this.stage;
  await this.stage.waitUntil('the handshake that tlsio_dowork carries on', () => under.peer.handshakes > 0);
  this.expect.that(
    under.peer.handshakes === 1,
    'the handshake goes on',
    '1 handshake',
    `${under.peer.handshakes}`,
  );
});

Then(/^tlsio_dowork shall send and receive as necessary$/, async function (this: TlsioWorld) {
  const { stage } = this;
  const [outgoing, incoming] = [Buffer.from('from the adapter'), Buffer.from('from the peer')];
  stage.call('tlsio_send_async', { buffer: outgoing, size: outgoing.length });
  stage.under.peer.send(incoming);
  await stage.settle();
  const sent = stage.under.peer.received;
  this.expect.that(sent.equals(outgoing), 'tlsio_dowork sends', outgoing.toString(), sent.toString());
  const received = receivedBytes(this);
  this.expect.that(
    received.equals(incoming),
    'tlsio_dowork receives',
    incoming.toString(),
    received.toString(),
  );
});

Then(/^tlsio_dowork shall continue graceful closing$/, async function (this: TlsioWorld) {
  const { under } = this.stage;
  await this.stage.settle();
  const { closedGracefully } = under.peer;
  this.expect.that(closedGracefully, 'the peer is told of the close', 'a close_notify at the peer', 'none');
  const errors = callbacksIn(scopeOf(this, 'tlsio_dowork'), 'on_io_error').length;
  this.expect.that(errors === 0, 'no error is reported', 'no on_io_error', `${errors}`);
  const pumped = callsBelowIn(scopeOf(this, 'tlsio_dowork'), 'concrete_io_dowork').length;
  this.expect.that(pumped > 0, 'the owned xio is pumped on', 'concrete_io_dowork', `${pumped} calls`);
});

/** All application bytes that the adapter delivered since the scenario acted. */
export function receivedBytes(world: TlsioWorld): Buffer {
  return Buffer.concat(
    callbacksIn(scopeOf(world, 'the adapter'), 'on_bytes_received').map(
      ({ arguments: given }) => given.buffer as Buffer,
    ),
  );
}
