import { callsOf, defineCircumstance, prepareUnlessChosen, scopeOf, Then } from 'iospec/system';
import { deliveriesIn, isDelivery, postedIn } from '../stage/letters.mjs';
import { REASONS } from '../underlying/folder_disk.mjs';

/** "If the letter cannot be written for any reason" is a scenario for each reason. */
defineCircumstance(
  'the letter cannot be written because of (.+)',
  { runsOver: [{ joint: ' because of ', column: 'reason', values: REASONS }] },
  async (world, functionName, reason) => {
    await prepareUnlessChosen(world, functionName);
    world.stage.disk.failNextWrite(reason);
    return {};
  },
);

/** Calls of a function of the disk since the scenario's action. */
function callsBelow({ stage, mark }, name) {
  return stage.disk.calls.filter((call) => call.name === name && call.sequence >= mark);
}

function filesOf(calls) {
  return calls
    .map(({ file }) => file)
    .sort()
    .join(', ');
}

Then(/^(\w+) shall write the letter to a new file by calling (\w+)$/, function (functionName, below) {
  // An adapter with a disk of its own is neither right nor wrong here: it shows nothing.
  if (this.isBlindTo('disk')) return;
  const [call] = callsOf(scopeOf(this, functionName), functionName);
  const letter = String(call.arguments.letter);
  const written = callsBelow(this, below);
  const texts = written.map(({ bytes }) => String(bytes)).join(', ');
  this.expect.that(texts === letter, `${functionName} writes the letter`, letter, texts || 'nothing');
  const before = this.stage.disk.calls.filter(({ sequence }) => sequence < this.mark);
  const isNew = before.every(({ file }) => file !== written[0].file);
  this.expect.that(isNew, 'the file is new', `none of ${filesOf(before)}`, written[0].file);
});

Then(/^(\w+) shall remove the file of each letter by calling (\w+)$/, function (functionName, below) {
  if (this.isBlindTo('disk')) return;
  const { disk } = this.stage;
  const written = filesOf(disk.calls.filter(({ name }) => name === 'disk_write'));
  const removed = filesOf(callsBelow(this, below));
  this.expect.that(removed === written, `${functionName} removes the files`, written, removed || 'none');
  const left = disk.files.names().join(', ');
  this.expect.that(left === '', 'no file is left', 'none', left);
});

Then(/^(\w+) shall find them by calling (\w+)$/, function (functionName, below) {
  if (!this.isBlindTo('disk')) {
    const isCalled = callsBelow(this, below).length > 0;
    this.expect.that(isCalled, `${functionName} calls ${below}`, `a call of ${below}`, 'none');
  }
  const posted = postedIn(this.timeline);
  // A look into the new mailbox is no action of the scenario's.
  this.probe('mailbox_collect');
  const delivered = deliveriesIn(this.timeline);
  const lost = posted.filter((letter) => !delivered.some((one) => isDelivery(one, letter)));
  this.expect.that(lost.length === 0, 'the new mailbox has all letters', 'none lost', lost.join(', '));
});
