import { brokenBelow } from './broken.mjs';

/** It removes no file, so that letters are delivered again by the next mailbox of the owner. */
export const adapter = brokenBelow('letters_kept', () => ({ disk_remove: () => true }));

export const violates = ['SRS_MAILBOX_01_023'];
