import { spawn } from 'node:child_process';
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
import { dirname, join, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { packageRoot } from '../../../src/package.js';

/** The files of a folder, by path below it. */
export type Files = ReadonlyMap<string, string>;

/** What one run of the command showed. */
export interface Execution {
  /** The words behind `iospec`. */
  readonly words: readonly string[];
  /** Exit status; null after a signal. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The folder's files before the run. */
  readonly before: Files;
  /** The folder's files after the run. */
  readonly files: Files;
}

/** A signal for the command, sent as soon as a file appears in its folder. */
export interface Interruption {
  readonly signal: NodeJS.Signals;
  readonly whenThereIs: string;
}

/** The command as users start it: compiled. */
const PROGRAM = join(packageRoot, 'dist/src/cli/iospec.js');

/** Time that a run may take, in milliseconds; far more than any needs, a third of what a step has. */
const DEADLINE_MS = 100_000;
const LOOK_EVERY_MS = 20;

/** An empty temporary folder that the command is run in. */
export class Workplace {
  private readonly folder = mkdtempSync(join(tmpdir(), 'iospec-'));

  /** Where the command looks for others (`PATH`), relative to the folder; null: where everybody does. */
  searchPath: string | null = null;

  write(file: string, content: string | Uint8Array): void {
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  makeFolder(path: string): void {
    mkdirSync(join(this.folder, path), { recursive: true });
  }

  delete(file: string): void {
    rmSync(join(this.folder, file));
  }

  get files(): Files {
    const entries = readdirSync(this.folder, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    return new Map(
      paths.map((path) => [
        path.slice(this.folder.length + 1).replaceAll(sep, '/'),
        readFileSync(path, 'utf8'),
      ]),
    );
  }

  /**
   * Runs `iospec` with these words as a process of its own.
   * @throws Error when it can't be started or does not end in time.
   */
  async run(words: readonly string[], interruption: Interruption | null = null): Promise<Execution> {
    if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM}: no such file; npm run build makes it`);
    const before = this.files;
    const child = spawn(process.execPath, [PROGRAM, ...words], {
      cwd: this.folder,
      env: this.searchPath === null ? process.env : { ...process.env, PATH: this.searchPath },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: DEADLINE_MS,
      killSignal: 'SIGKILL',
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output.stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output.stderr += chunk));
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (interruption !== null) {
      while (child.exitCode === null && !existsSync(join(this.folder, interruption.whenThereIs))) {
        await pause(LOOK_EVERY_MS);
      }
      child.kill(interruption.signal);
    }
    const status = await ended;
    if (child.signalCode === 'SIGKILL' && interruption?.signal !== 'SIGKILL') {
      throw new Error(`iospec ${words.join(' ')} did not end in time; it wrote: ${output.stderr}`);
    }
    return { words, status, ...output, before, files: this.files };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
