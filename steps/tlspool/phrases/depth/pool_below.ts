import { Given, Then, When } from '../../../../src/system/phrase_registry.js';
import { COMMANDS } from '../../../../src/adapters/tlspool/commands.js';
import { readNumber } from '../../../../src/adapters/tlspool/wire.js';
import { preparing } from '../../../../src/stage/preparation.js';
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
  const { service } = stage;
  const other = service.connect();
  const request = service.request(COMMANDS.PING);
  service.send(other, request);
  const isAnswer = (message: Buffer): boolean =>
    readNumber(message, 'cmd') === COMMANDS.PING &&
    readNumber(message, 'reqid') === readNumber(request, 'reqid');
  await stage.comes(() => other.messages.some(isAnswer));
  const count = other.messages.filter(isAnswer).length;
  this.expect.that(count === 1, 'PING of another client is answered', '1 message', `${count}`);
  other.end.close();
});
