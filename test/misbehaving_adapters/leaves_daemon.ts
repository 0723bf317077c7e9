import { spawnSync } from 'node:child_process';
import { misbehaving, type Expected } from './misbehaving.js';

// Nothing in the worker knows of it any more, so that no scenario is to blame; but it must not outlive the run.
export const expected: Expected = { verdict: 'passed', reason: '' };

const daemon = `require('node:child_process')
  .spawn(process.execPath, ['-e', 'setTimeout(() => {}, 120000)'], { detached: true, stdio: 'ignore' }).unref()`;

export const adapter = misbehaving('leaves_daemon', () => {
  spawnSync(process.execPath, ['-e', daemon]);
});
