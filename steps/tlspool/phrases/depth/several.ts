import { When } from '../../../../src/system/phrase_registry.js';
import { preparing } from '../../../../src/stage/preparation.js';
import { act } from '../../stage/outbox.js';
import type { TlspoolWorld } from '../../stage/world.js';
import { begin, exchange, goOn, isOver, refusal, send, stateOf } from '../../stage/exchanges.js';

When(/^(\d+) exchanges are under way$/, async function (this: TlspoolWorld, count: number) {
  await preparing('begin the exchanges', async () => {
    for (let number = 0; number < count; number += 1) await begin(this.stage, 'STARTTLS');
  });
  act(this);
});

When(
  /^exchange (\d+) is brought to (TLSPOOL_FLOW_\w+)( and accepts it)?$/,
  async function (this: TlspoolWorld, number: string, state: string, accepts: string | null) {
    const { stage } = this;
    const one = exchange(stage, number);
    while (stateOf(stage, one) !== state) await goOn(stage, one);
    if (accepts !== null) await goOn(stage, one);
  },
);

When(
  /^the TLS Pool sends ERROR with (\w+) to exchange (\d+)$/,
  async function (this: TlspoolWorld, word: string, number: string) {
    const one = exchange(this.stage, number);
    await send(this.stage, this.stage.wire.encode(refusal(one, word)));
  },
);

/** One step each, in turn, as long as one of them has not come to its end. */
When(/^exchanges ([\d, ]+) go on in turn$/, async function (this: TlspoolWorld, order: string) {
  const { stage } = this;
  const ones = order.split(', ').map((number) => exchange(stage, number));
  while (ones.some((one) => !isOver(stage, one)))
    for (const one of ones) if (!isOver(stage, one)) await goOn(stage, one);
});
