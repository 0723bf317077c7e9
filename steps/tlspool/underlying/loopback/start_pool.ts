import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeRoot, runsFromSource } from '../../../../src/package.js';
import { credentials } from '../credentials.js';

/** The bundled pool as a program: nothing of it is loaded into this process. */
const PROGRAM = join(codeRoot, `src/adapters/tlspool/service/pool_process.${runsFromSource ? 'ts' : 'js'}`);

/** A pool in a process of its own. */
export interface PoolProcess {
  /** Its socket. */
  readonly path: string;
  readonly pid: number;
  /** Ends it; resolves when it is gone. */
  readonly stop: () => Promise<void>;
}

/** Starts the bundled pool in a process that does not keep this one alive, and that ends with it. */
export async function startPool(): Promise<PoolProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'iospec tlspool '));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove);
  const path = join(folder, 'pool.sock');
  const child = fork(PROGRAM, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.send({ path, credentials: await credentials() });
  const [isReady] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown];
  if (isReady !== true) throw new Error('the pool could not be started');
  child.unref();
  child.channel?.unref();
  return {
    path,
    pid: child.pid ?? 0,
    stop: async () => {
      const gone = once(child, 'exit');
      child.ref();
      child.disconnect();
      await gone;
      process.off('exit', remove);
      remove();
    },
  };
}
