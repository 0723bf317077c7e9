import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeRoot, runsFromSource } from '../src/package.js';
import { requireTrace } from '../src/trace/schema.js';
import type { Trace, Verdict } from '../src/trace/model.js';

const command = join(codeRoot, 'src/cli', `iospec.${runsFromSource ? 'ts' : 'js'}`);

/** What a run of the command ended with. */
export interface Executed {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a run of `iospec verify` ended with. */
export interface Verified extends Executed {
  readonly trace: Trace;
}

export interface ExecuteOptions {
  /** Variables of its environment, beside those of this process. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Receives the process as soon as it is started. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs `iospec` in a process of its own. */
export async function iospec(
  words: readonly string[],
  { environment = {}, onStart = () => undefined }: ExecuteOptions = {},
): Promise<Executed> {
  const child = spawn(process.execPath, [...process.execArgv, command, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  onStart(child);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  return { status, stdout, stderr };
}

/**
 * Runs `iospec verify`.
 * @param reports Folder for its reports, absolute.
 */
export async function verified(
  words: readonly string[],
  reports: string,
  options: ExecuteOptions = {},
): Promise<Verified> {
  const executed = await iospec(['verify', ...words, '--reports', reports], options);
  return { ...executed, trace: traceIn(reports) };
}

/** The trace in a reports folder. */
export function traceIn(reports: string): Trace {
  const file = join(reports, 'trace.json');
  return requireTrace(JSON.parse(readFileSync(file, 'utf8')), file);
}

/** Labels of the requirements, cells and sequences with one of these verdicts, sorted. */
export function labelsWith({ specifications }: Trace, ...verdicts: readonly Verdict[]): readonly string[] {
  return specifications
    .flatMap(({ requirements }) => requirements)
    .filter(({ verdict }) => verdicts.includes(verdict))
    .map(({ label }) => label)
    .sort();
}
