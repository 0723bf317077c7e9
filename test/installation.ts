// Packages installed from the tarballs that `npm pack` makes, as anybody would.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../src/package.js';
import type { Executed } from './verify.js';

/** The package of a system that comes as an example. */
export const example = join(packageRoot, 'examples/mailbox');

/** Runs a program in a folder. */
export async function execute(program: string, words: readonly string[], cwd: string): Promise<Executed> {
  const child = spawn(program, words, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: program === 'npm' && process.platform === 'win32',
    // What runs is not the code whose coverage is asked for.
    env: { ...process.env, NODE_V8_COVERAGE: '' },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  return { status, stdout, stderr };
}

/** Runs npm in a folder, whichever package the run of npm is about that this process may belong to. */
function npm(folder: string, ...words: readonly string[]): Promise<Executed> {
  return execute('npm', ['--prefix', folder, ...words], folder);
}

/**
 * Packs a package.
 * @returns Path of the tarball, in `destination`.
 */
export async function packed(folder: string, destination: string): Promise<string> {
  const words = ['pack', '--ignore-scripts', '--json', '--pack-destination', destination];
  const { status, stdout, stderr } = await npm(folder, ...words);
  assert.equal(status, 0, stderr);
  const [tarball] = JSON.parse(stdout) as readonly { readonly filename: string }[];
  return join(destination, tarball?.filename ?? '');
}

const UNREACHABLE = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b.*/;

/**
 * Installs tarballs in a folder.
 * @returns Why that can't be done here, where the registry can't be reached; null when it is done.
 */
export async function install(folder: string, ...tarballs: readonly string[]): Promise<string | null> {
  const words = ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs];
  const { status, stderr } = await npm(folder, ...words);
  if (status === 0) return null;
  const [reason] = UNREACHABLE.exec(stderr) ?? [];
  assert.ok(reason !== undefined, stderr);
  return `what iospec depends on can't be had here: ${reason}`;
}
