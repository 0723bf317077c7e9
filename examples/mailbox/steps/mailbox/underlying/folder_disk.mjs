import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnavailableError } from 'iospec/system';

/** Has no room for anything, as a full disk has none. */
const FULL = '/dev/full';

/** Why a write fails, and how that is brought about at the last moment; gives the path that is written to. */
const CAUSES = new Map([
  ['a full disk', () => FULL],
  [
    'a missing folder',
    (folder, path) => {
      rmSync(folder, { recursive: true });
      return path;
    },
  ],
  [
    'a folder with its name',
    (_folder, path) => {
      mkdirSync(path);
      return path;
    },
  ],
]);

/** The reasons for which a write fails, over every disk. */
export const REASONS = [...CAUSES.keys()];

/** Files of a real folder, made for one scenario. Their faults are real as well. */
export function folderDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'mailbox-'));
  const pathOf = (file) => join(folder, file);

  return {
    write: (file, bytes) => succeeds(() => writeFileSync(pathOf(file), bytes)),
    failingWrite(reason) {
      if (reason === 'a full disk' && !existsSync(FULL))
        throw new UnavailableError(`there is no ${FULL} on this machine`);
      const cause = CAUSES.get(reason);
      return (file, bytes) => succeeds(() => writeFileSync(cause(folder, pathOf(file)), bytes));
    },
    read: (file) => (existsSync(pathOf(file)) ? readFileSync(pathOf(file)) : null),
    remove: (file) => succeeds(() => rmSync(pathOf(file))),
    names: () => (existsSync(folder) ? readdirSync(folder).sort() : []),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function succeeds(work) {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
