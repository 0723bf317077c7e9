// Loaded into every process of a measured run (--import): says at its end what it has used.
import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** What one process has used. */
export interface Account {
  readonly pid: number;
  /** Peak of its resident memory, MiB. */
  readonly peak: number;
  /** Processor time, user and system, milliseconds. */
  readonly cpu: number;
}

/** Names the file that accounts are written to, one JSON line for each process. */
export const ACCOUNTS = 'IOSPEC_BENCH_ACCOUNTS';

const file = process.env[ACCOUNTS];
if (isMainThread && file !== undefined) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const account: Account = {
      pid: process.pid,
      peak: maxRSS / 1024,
      cpu: (userCPUTime + systemCPUTime) / 1000,
    };
    appendFileSync(file, `${JSON.stringify(account)}\n`);
  });
}
