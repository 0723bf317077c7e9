import { readdirSync, readFileSync } from 'node:fs';

/** Variable in the environment of a worker, and so of whatever is started in it, by which that is found again. */
export const STRAY_MARK = 'IOSPEC_WORKER';

/** Looks after which it is given up: between two of them a process can start another. */
const LOOKS = 5;

/**
 * Ends the processes that a worker has left behind and that went out of its process group, as daemons do. Where the
 * system does not show other processes' environments (/proc), there is no finding them.
 * @param mark The worker's value of {@link STRAY_MARK}.
 */
export function endStrays(mark: string): void {
  const entry = `${STRAY_MARK}=${mark}`;
  for (let look = 0; look < LOOKS; look += 1) {
    const strays = processes().filter((id) => environmentOf(id).includes(entry));
    if (strays.length === 0) return;
    for (const id of strays) end(id);
  }
}

function processes(): readonly number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function environmentOf(id: number): readonly string[] {
  try {
    return readFileSync(`/proc/${id}/environ`, 'latin1').split('\0');
  } catch {
    return [];
  }
}

function end(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has gone by itself.
  }
}
