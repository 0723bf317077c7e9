import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Trace } from '../trace/model.js';
import { requireTrace, TraceError } from '../trace/schema.js';
import { REPORT_FORMATS, TRACE_FORMAT, type ReportFormat } from './formats.js';
import { UserError } from '../errors.js';

/** Cucumber's own messages, in the order in which they came. */
export const MESSAGES_FILE = 'messages.ndjson';
/** How they begin; a run without a scenario has none. */
const MESSAGES_MARK = /^(?:$|\{"(?:meta|source|gherkinDocument|pickle|hook|stepDefinition|testRunStarted)":)/;

/** Bytes of a file in which a report's mark stands. */
const HEAD = 4096;

/** The files that a run writes. */
const REPORTS: readonly Pick<ReportFormat, 'file' | 'mark'>[] = [
  { file: MESSAGES_FILE, mark: MESSAGES_MARK },
  ...REPORT_FORMATS,
];

/** Characters that are written at a time. */
const PIECE = 64 * 1024;

/** A reports folder that can't be used; its message is the one line a user sees. */
export class ReportsFolderError extends UserError {
  constructor(folder: string, reason: string) {
    super(`${folder}: ${reason}`);
  }
}

/**
 * Makes a reports folder ready for a run that is sure to begin: it exists, can be written, and holds no report of an
 * earlier run.
 * @throws ReportsFolderError
 */
export function openReports(folder: string): void {
  makeReportsFolder(folder);
  guarded(folder, () => {
    for (const { file } of REPORTS) {
      rmSync(join(folder, file), { force: true });
      rmSync(join(folder, `${file}.part`), { force: true });
    }
  });
}

/**
 * Sees to it that a reports folder exists, can be written, and holds nothing under a report's name that iospec did not
 * write; what is in it stays.
 * @throws ReportsFolderError
 */
export function makeReportsFolder(folder: string): void {
  guarded(folder, () => {
    makeFolder(resolve(folder));
    if (!statSync(folder).isDirectory()) throw new Error('is a file, not a folder');
    const foreign = REPORTS.find(({ file, mark }) => isForeign(join(folder, file), mark));
    if (foreign !== undefined)
      throw new Error(
        `contains a file ${foreign.file} that iospec did not write; choose another --reports folder`,
      );
    const probe = join(folder, `.iospec-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  });
}

function isForeign(file: string, mark: RegExp): boolean {
  if (!existsSync(file)) return false;
  // A pipe of that name would be waited for.
  if (!statSync(file).isFile()) return true;
  const descriptor = openSync(file, 'r');
  try {
    const head = Buffer.alloc(HEAD);
    const length = readSync(descriptor, head, 0, HEAD, 0);
    return !mark.test(head.toString('utf8', 0, length));
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Writes every report of a trace, each whole or not at all.
 * @returns Paths of the files.
 * @throws ReportsFolderError
 */
export function writeReports(folder: string, trace: Trace): readonly string[] {
  return REPORT_FORMATS.map((format) => writeReport(folder, format, trace));
}

/**
 * Writes the trace alone: what a run that is killed leaves behind.
 * @throws ReportsFolderError
 */
export function writeTrace(folder: string, trace: Trace): void {
  writeReport(folder, TRACE_FORMAT, trace);
}

function writeReport(folder: string, { file, render }: ReportFormat, trace: Trace): string {
  const path = join(folder, file);
  const text = render(trace);
  guarded(folder, () => {
    if (typeof text === 'string') writeFileSync(`${path}.part`, text);
    else writePieces(`${path}.part`, text);
    renameSync(`${path}.part`, path);
  });
  return path;
}

function writePieces(path: string, pieces: Iterable<string>): void {
  const descriptor = openSync(path, 'w');
  let waiting: string[] = [];
  let length = 0;
  const write = (): void => {
    writeFileSync(descriptor, waiting.join(''));
    waiting = [];
    length = 0;
  };
  try {
    for (const piece of pieces) {
      waiting.push(piece);
      length += piece.length;
      if (length >= PIECE) write();
    }
    write();
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Reads the trace of an earlier run.
 * @throws ReportsFolderError or TraceError when there is none that can be read.
 */
export function readReports(folder: string): Trace {
  const path = join(folder, TRACE_FORMAT.file);
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new ReportsFolderError(folder, 'is a file, not a folder');
  if (!existsSync(path)) throw new ReportsFolderError(path, 'no such file; `iospec verify` writes it');
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new TraceError(path, error instanceof Error ? error.message : String(error));
  }
  return requireTrace(value, path);
}

/** Level by level: Node.js's own recursive way never ends where a file system refuses (`/proc`). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  makeFolder(parent);
  if (!statSync(parent).isDirectory()) throw new Error(`${parent} is a file, not a folder`);
  mkdirSync(folder);
}

function guarded(folder: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    throw new ReportsFolderError(folder, error instanceof Error ? error.message : String(error));
  }
}
