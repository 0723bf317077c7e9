import { enterStateOrWithdraw, Given } from 'iospec/system';

Given(/^the mailbox is in (\w+)$/, function (state) {
  return enterStateOrWithdraw(this, state);
});

Given(/^(\d+) letters are waiting$/, async function (count) {
  await this.stage.prepareFor('mailbox_post');
  this.stage.post(Number(count));
});

Given(/^(\d+) letters were left by an earlier mailbox of the same owner$/, async function (count) {
  await this.stage.prepareFor('mailbox_post');
  this.stage.post(Number(count));
  this.stage.call('mailbox_destroy');
});

/** A duty of some mailboxes alone: by what the adapter says of itself, never by an id. */
Given(/^the mailbox is bounded$/, function () {
  if (this.adapter.capabilities.bounded === true) return undefined;
  return this.withdraw('notApplicable', 'bounded is false: the mailbox takes any number of letters');
});
