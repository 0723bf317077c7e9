import { Buffer } from 'node:buffer';
import { GenericStage, PreparationError } from 'iospec/system';
import { deliveriesIn, postedIn } from './letters.mjs';

/** A mailbox over a disk. What the document's prototypes tell, the generic stage knows. */
export class MailboxStage extends GenericStage {
  constructor(world, disk) {
    super(world, { underlying: disk.kind, dependencies: { disk: disk.functions } });
    this.disk = disk;
  }

  /** Letters that were posted and not delivered yet, the oldest first. */
  get waiting() {
    const { timeline } = this.world;
    return postedIn(timeline).slice(deliveriesIn(timeline).length);
  }

  /** Posts letters, no two of them alike. */
  post(count) {
    for (let number = 1; number <= count; number += 1) {
      const letter = Buffer.from(`letter ${number}`);
      const { result } = this.call('mailbox_post', { letter, size: letter.length });
      if (result !== 'MAILBOX_OK')
        throw new PreparationError(`post letter ${number}`, { cause: new Error(`it gave ${result}`) });
    }
  }

  call(functionName, given) {
    const call = super.call(functionName, given);
    this.noteState(this.waiting.length === 0 ? 'MAILBOX_STATE_EMPTY' : 'MAILBOX_STATE_HOLDING');
    return call;
  }

  async enterState(state) {
    await super.prepareFor('mailbox_post');
    if (state === 'MAILBOX_STATE_HOLDING') this.post(1);
  }

  /** Without a letter there is nothing to collect. */
  async prepareFor(functionName) {
    await super.prepareFor(functionName);
    if (functionName === 'mailbox_collect') this.post(1);
  }

  /** A fault that met no write did not occur: such a scenario says nothing about the adapter. */
  afterCall(functionName) {
    const { fault } = this.disk;
    if (fault === null) return;
    throw new PreparationError(`have a write fail because of ${fault.reason}`, {
      cause: new Error(`${functionName} wrote nothing`),
    });
  }

  async dispose() {
    await super.dispose();
    this.disk.files.dispose();
  }
}
