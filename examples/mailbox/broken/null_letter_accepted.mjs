import { broken } from './broken.mjs';

/** It takes a letter that is NULL for one without a text, and says that it was posted. */
export const adapter = broken('null_letter_accepted', (sound) => ({
  mailbox_post: (mailbox, letter, size) =>
    letter === null ? 'MAILBOX_OK' : sound.mailbox_post(mailbox, letter, size),
}));

export const violates = ['SRS_MAILBOX_01_010'];
