import { Worker } from 'node:worker_threads';

const LOOK_EVERY_MS = 500;

/**
 * Ends this process and its group when its parent is gone, even while the main thread is stuck in an endless loop:
 * a supervisor that was killed leaves nothing behind.
 */
export function endWithParent(): void {
  const code = `
    const { workerData } = require('node:worker_threads');
    setInterval(() => {
      if (process.ppid === workerData.parent) return;
      try { process.kill(-process.pid, 'SIGKILL'); } catch { process.kill(process.pid, 'SIGKILL'); }
    }, workerData.every);`;
  new Worker(code, {
    eval: true,
    execArgv: [],
    workerData: { parent: process.ppid, every: LOOK_EVERY_MS },
  }).unref();
}
