import { Then } from '../../../src/system/phrase_registry.js';
import { preparing } from '../../../src/stage/preparation.js';
import { defineCircumstance, prepareUnlessChosen } from '../../../src/phrases/circumstances.js';
import { pingCommand } from '../stage/client_side.js';
import type { TlspoolStage } from '../stage/stage.js';
import { enterFlowState, prepareFor } from '../stage/states.js';
import type { TlspoolWorld } from '../stage/world.js';

/** Numbers that the requests of a connection can have. */
const REQUEST_NUMBERS = 0x10000;

defineCircumstance<TlspoolWorld>(
  'the (identity|localid) has (\\d+) bytes',
  async (world, functionName, parameter = '', size = '') => {
    await prepareUnlessChosen(world, functionName);
    return { [parameter]: 'x'.repeat(Number(size)) };
  },
);

defineCircumstance<TlspoolWorld>(
  'the cbid of the command names no callback that waits',
  async (world, functionName) => {
    await prepareUnlessChosen(world, functionName);
    return { command: { ...pingCommand(world.stage.wire), cbid: 5 } };
  },
);

defineCircumstance<TlspoolWorld>('a descriptor comes with a renegotiation', async (world, functionName) => {
  await prepareUnlessChosen(world, functionName);
  const { client, wire } = world.stage;
  await preparing('get a descriptor', () => client.prepareConnection());
  const command = wire.commandOf({ cmd: 'STARTTLS', flags: 'RENEGOTIATE' });
  return { command, descriptor: client.next?.descriptor };
});

defineCircumstance<TlspoolWorld>('an answer comes after the call', async ({ stage }) => {
  await enterFlowState(stage, 'TLSPOOL_FLOW_IDENTITY_AND_FEATURES');
  answerLate(stage, (answer) => {
    stage.call('tlspool_async_request');
    answer();
  });
  return {};
});

/** Every number that the client is free to use is in use when the answer comes: one that it freed too soon is among them. */
defineCircumstance<TlspoolWorld>('the answer comes after the call', async ({ stage }, functionName) => {
  await prepareFor(stage, functionName);
  answerLate(stage, (answer) => {
    stage.client.requestUntilRefused(REQUEST_NUMBERS);
    answer();
    stage.call('tlspool_async_process');
    // The others' own answers are no part of this.
    stage.call('tlspool_async_closed');
  });
  return {};
});

/** Gets the answer to the client's last request ready for when the call has returned. */
function answerLate(stage: TlspoolStage, then: (answer: () => void) => void): void {
  const { client } = stage;
  client.place.pump();
  const reqid = client.lastReqid();
  stage.afterwards = () => {
    then(() => {
      client.inject({ reqid, cmd: 'PING', facilities: stage.wire.facilities });
    });
  };
}

Then(/^\w+ shall have kept it from every (?:request|callback)$/, async function (this: TlspoolWorld) {
  const { client } = this.stage;
  await this.stage.settle();
  const made = this.timeline.callbacks.filter(({ sequence }) => sequence >= this.mark);
  const length = made.length + client.answersOfUnrecorded;
  this.expect.that(length === 0, 'the late answer is given to nobody', 'no callback', `${length}`);
});
