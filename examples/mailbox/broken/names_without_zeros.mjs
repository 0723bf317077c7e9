import { brokenBelow } from './broken.mjs';

const plain = (file) => file.replace(/-0+/, '-');

/** Its tenth letter comes before its second: that takes a mailbox that was destroyed, and more than nine letters. */
export const adapter = brokenBelow('names_without_zeros', (disk) => ({
  disk_write: (file, bytes) => disk.disk_write(plain(file), bytes),
  disk_read: (file) => disk.disk_read(plain(file)),
  disk_remove: (file) => disk.disk_remove(plain(file)),
}));

export const violates = ['SRS_MAILBOX_01_021'];
