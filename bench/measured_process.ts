import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ACCOUNTS, type Account } from './account.js';

/** What a command and the processes that it started have used. */
export interface Usage {
  /** Milliseconds from start to end. */
  readonly wall: number;
  /** Processor time of all processes, milliseconds. */
  readonly cpu: number;
  /** MiB: the peak of the first process and of the largest of those that it started one after the other. */
  readonly peak: number;
}

/**
 * Runs Node.js on a program and takes the account of it.
 * @param folder - where it may write, and where the account is kept meanwhile.
 * @param status - that it has to end with.
 * @throws Error when it ends with another one.
 */
export async function usageOf(program: readonly string[], folder: string, status = 0): Promise<Usage> {
  const accounts = join(folder, 'accounts.ndjson');
  rmSync(accounts, { force: true });
  const start = performance.now();
  const child = spawn(process.execPath, [...program], {
    cwd: folder,
    env: {
      ...process.env,
      [ACCOUNTS]: accounts,
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${new URL('account.js', import.meta.url).href}`,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors = (errors + chunk).slice(-2000)));
  const [code] = (await once(child, 'close')) as [number | null];
  const wall = performance.now() - start;
  if (code !== status) throw new Error(`${program[0]} ended with ${code}: ${errors}`);
  const all = existsSync(accounts) ? readFileSync(accounts, 'utf8').trim().split('\n') : [];
  const used = all.map((line) => JSON.parse(line) as Account);
  const own = used.find(({ pid }) => pid === child.pid)?.peak ?? NaN;
  const others = used.filter(({ pid }) => pid !== child.pid).map(({ peak }) => peak);
  return {
    wall,
    cpu: used.reduce((sum, { cpu }) => sum + cpu, 0),
    peak: own + Math.max(0, ...others),
  };
}
