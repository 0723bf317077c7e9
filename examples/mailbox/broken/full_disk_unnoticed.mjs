import { brokenBelow } from './broken.mjs';

/** It does not look whether a letter was written. */
export const adapter = brokenBelow('full_disk_unnoticed', (disk) => ({
  disk_write(file, bytes) {
    disk.disk_write(file, bytes);
    return true;
  },
}));

export const violates = ['SRS_MAILBOX_01_014'];
