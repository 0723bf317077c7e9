import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TimelineEntry } from '../timeline/timeline_entry.js';

/** Timeline entries kept of a scenario; of an endless one the end matters. */
export const ENTRIES_KEPT = 2000;
/** Tries to remove a file that a process which is just ending may still have open. */
const REMOVALS = 10;

/**
 * The timeline of the scenario that is running, in a file without a name that a worker and its supervisor share. Each
 * entry is in the system's hands before `add` returns, so that it outlives a process that is killed with the next
 * statement; but nobody is woken to read it, as by a pipe, while scenarios end as they should.
 */
export class FlightRecord {
  private kept: TimelineEntry[] = [];
  private size = 0;

  /** @param descriptor Of a file that {@link openFlightRecord} has opened, in this process or in its parent. */
  constructor(private readonly descriptor: number) {}

  /** What was added since the scenario began, or the end of it. */
  get entries(): readonly TimelineEntry[] {
    return this.kept;
  }

  /** A scenario begins: what was written of the one before is not needed any more. */
  begin(): void {
    this.kept = [];
    this.replace('');
  }

  /** Appends an entry. */
  add(entry: TimelineEntry): void {
    if (this.kept.push(entry) > 2 * ENTRIES_KEPT) {
      this.kept = this.kept.slice(-ENTRIES_KEPT);
      this.replace(this.kept.map(lineOf).join(''));
    } else {
      this.size += this.write(lineOf(entry), this.size);
    }
  }

  private replace(text: string): void {
    this.size = this.write(text, 0);
    ftruncateSync(this.descriptor, this.size);
  }

  private write(text: string, position: number): number {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length;)
      written += writeSync(this.descriptor, bytes, written, bytes.length - written, position + written);
    return bytes.length;
  }
}

function lineOf(entry: TimelineEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

/** A file for a flight record, as the supervisor holds it. */
export interface FlightFile {
  readonly descriptor: number;
  /** Closes it; it is gone when the worker has closed it as well. */
  readonly close: () => void;
}

/** Opens a file for a flight record. */
export function openFlightRecord(): FlightFile {
  const folder = mkdtempSync(join(tmpdir(), 'iospec-'));
  const descriptor = openSync(join(folder, 'flight'), 'w+');
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true, maxRetries: REMOVALS });
  };
  // Windows keeps the name for as long as somebody has the file open.
  const isNameless = process.platform !== 'win32';
  if (isNameless) remove();
  const close = (): void => {
    closeSync(descriptor);
    if (!isNameless) remove();
  };
  return { descriptor, close };
}

/** The entries in a flight record, in their order; a last one that was not written to its end is left out. */
export function readFlightRecord(descriptor: number): readonly TimelineEntry[] {
  const bytes = Buffer.alloc(fstatSync(descriptor).size);
  for (let read = 0; read < bytes.length;) {
    const more = readSync(descriptor, bytes, read, bytes.length - read, read);
    if (more === 0) break;
    read += more;
  }
  const lines = bytes.toString('utf8').split('\n').slice(0, -1);
  return lines.flatMap((line) => entryIn(line) ?? []);
}

function entryIn(line: string): TimelineEntry | null {
  try {
    return JSON.parse(line) as TimelineEntry;
  } catch {
    return null;
  }
}
