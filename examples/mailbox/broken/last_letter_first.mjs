import { broken } from './broken.mjs';

/** It delivers the letters from the last one to the first. */
export const adapter = broken('last_letter_first', (sound) => ({
  mailbox_collect(mailbox, on_letter, on_letter_context) {
    mailbox?.files.reverse();
    return sound.mailbox_collect(mailbox, on_letter, on_letter_context);
  },
}));

export const violates = ['SRS_MAILBOX_01_021'];
