import { defineSystem } from 'iospec/system';
import { monitors } from './stage/monitors.mjs';
import { MailboxStage } from './stage/stage.mjs';
import { Disk } from './underlying/disk.mjs';
import { folderDisk } from './underlying/folder_disk.mjs';
import { mockDisk } from './underlying/mock_disk.mjs';

/** A mailbox stands on a disk: a scripted one, or a folder of this machine's. */
export default defineSystem({
  name: 'mailbox',
  kind: 'mailbox',
  underlyings: {
    mock: (world) => new Disk('mock', mockDisk(), world),
    files: (world) => new Disk('files', folderDisk(), world),
  },
  stage: (world, disk) => new MailboxStage(world, disk),
  capabilities: { bounded: [true, false] },
  seams: { disk: 'does not keep its letters on the disk that iospec gives' },
  monitors,
  adapters: { mailbox: '../../mailbox.mjs', endless_mailbox: '../../endless_mailbox.mjs' },
});
