import { Given, Then, When } from '../../../../src/system/phrase_registry.js';
import { preparing } from '../../../../src/stage/preparation.js';
import { messagesTo } from '../../stage/pool_exchanges.js';
import type { TlspoolWorld } from '../../stage/world.js';

Given(/^the pool has a client$/, async function (this: TlspoolWorld) {
  await preparing('connect a client', async () => {
    this.stage.service.connected();
    await this.stage.settle();
  });
});

When(/^the client closes its connection$/, async function (this: TlspoolWorld) {
  this.stage.service.client.end.close();
  await this.stage.settle();
});

/** With all that its clients have passed to it, and what it has made of it. */
Then(/^the TLS Pool shall keep no descriptor but its socket$/, async function (this: TlspoolWorld) {
  if (this.isBlindTo('descriptors')) return;
  const { recorder } = this.stage;
  const kept = (): readonly string[] => [...recorder.owned.values()].filter((how) => how !== 'listen');
  await this.stage.comes(() => kept().length === 0);
  this.expect.that(kept().length === 0, 'descriptors are open', 'none', kept().join(', '));
});

Then(/^another client shall be served$/, async function (this: TlspoolWorld) {
  const { stage } = this;
  const { service, wire } = stage;
  const other = service.connect();
  const request = service.request('PING');
  service.send(other, request);
  const isAnswer = (message: Buffer): boolean =>
    wire.command(message) === 'PING' && wire.number(message, 'reqid') === wire.number(request, 'reqid');
  await stage.comes(() => messagesTo(other).some(isAnswer));
  const count = messagesTo(other).filter(isAnswer).length;
  this.expect.that(count === 1, 'PING of another client is answered', '1 message', `${count}`);
  other.end.close();
});
