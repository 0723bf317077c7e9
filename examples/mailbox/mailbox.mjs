import { defineAdapter } from 'iospec/adapter';

/** Letters that a bounded mailbox holds. */
const LIMIT = 16;

/** A mailbox as the document describes it; `limit` is how many letters it holds. */
export function create_mailbox({ log, disk }, limit) {
  function refuse(reason, result) {
    log('AZ_LOG_ERROR', reason);
    return result;
  }

  return {
    mailbox_create(owner) {
      if (owner === null) return refuse('a mailbox needs an owner', null);
      const files = disk.disk_names().filter((file) => file.startsWith(`${owner}-`));
      return { owner, files, posted: Number(/(\d+)$/.exec(files.at(-1) ?? '0')[1]) };
    },

    mailbox_destroy() {
      // The letters are on the disk, and stay there.
    },

    mailbox_post(mailbox, letter, size) {
      if (mailbox === null) return refuse('there is no mailbox', 'MAILBOX_INVALID_ARGUMENT');
      if (letter === null || size === 0) return refuse('there is no letter', 'MAILBOX_INVALID_ARGUMENT');
      if (mailbox.files.length >= limit) return refuse('the mailbox is full', 'MAILBOX_FULL');
      mailbox.posted += 1;
      // With leading zeros the order of the names is that of the letters.
      const file = `${mailbox.owner}-${String(mailbox.posted).padStart(6, '0')}`;
      if (!disk.disk_write(file, letter.subarray(0, size)))
        return refuse(`${file} cannot be written`, 'MAILBOX_DISK_ERROR');
      mailbox.files.push(file);
      return 'MAILBOX_OK';
    },

    mailbox_collect(mailbox, on_letter, on_letter_context) {
      if (mailbox === null) return refuse('there is no mailbox', 'MAILBOX_INVALID_ARGUMENT');
      if (on_letter === null) return refuse('nobody takes the letters', 'MAILBOX_INVALID_ARGUMENT');
      if (mailbox.files.length === 0) return 'MAILBOX_NO_LETTER';
      for (const file of mailbox.files.splice(0)) {
        const letter = disk.disk_read(file);
        on_letter(on_letter_context, letter, letter.length);
        disk.disk_remove(file);
      }
      return 'MAILBOX_OK';
    },
  };
}

export default defineAdapter({
  specification: 'mailbox',
  name: 'mailbox',
  version: '1.0.0',
  capabilities: { bounded: true },
  create: (dependencies) => create_mailbox(dependencies, LIMIT),
});
