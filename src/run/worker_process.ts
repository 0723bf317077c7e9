import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Readable } from 'node:stream';
import type { TimelineEntry } from '../timeline/timeline_entry.js';
import { openFlightRecord, readFlightRecord } from './flight_record.js';
import { readLines } from './lines.js';
import { MESSAGE_DESCRIPTOR, type WorkerMessage, type WorkerRequest } from './protocol.js';
import { StallWatch, starvedMs } from './stall_watch.js';
import { endStrays, STRAY_MARK } from './strays.js';

/** How a worker process ended. */
export interface WorkerEnd {
  /** Exit status, null after a signal. */
  readonly code: number | null;
  readonly signal: string | null;
  /** True when it was killed because it told nothing for too long. */
  readonly stalled: boolean;
  /** End of its standard error since the last message that began a scenario. */
  readonly stderr: string;
  /** Timeline of the scenario that began last, as far as it had come. */
  readonly timeline: readonly TimelineEntry[];
}

export interface WorkerOptions {
  /** A worker that tells nothing for so long is killed. */
  readonly timeoutMs: number;
  /** Time that it may take, where that is more, until its first scenario begins: what it loads is no scenario's fault. */
  readonly startMs?: number;
  /** Ends the worker when it fires. */
  readonly signal: AbortSignal;
  readonly onMessage: (message: WorkerMessage) => void;
}

/** Characters of standard error that are kept. */
const TAIL = 8192;
/** How long the pipes of a dead worker may stay open in the hands of something that it started. */
const DRAIN_MS = 1000;

const program = fileURLToPath(new URL(import.meta.url.replace(/worker_process(?=\.[jt]s$)/, 'worker')));

/**
 * Starts a worker, gives it its task and listens until it and everything it started is gone.
 * @throws Error when no process can be started.
 */
export async function runWorker(request: WorkerRequest, options: WorkerOptions): Promise<WorkerEnd> {
  const flight = openFlightRecord();
  const mark = randomUUID();
  // A process group of its own: what the worker starts goes with it, and Ctrl-C reaches the supervisor alone.
  const child = spawn(process.execPath, [...process.execArgv, program], {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe', flight.descriptor],
    detached: true,
    // What it writes ends in reports, so no environment may ask for colours there.
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1', [STRAY_MARK]: mark },
  }) as ChildProcessWithoutNullStreams;
  const tail = new Tail();
  let stalled = false;
  const watch = new StallWatch({
    limitMs: Math.max(options.timeoutMs, options.startMs ?? 0),
    starvedMs: () => (child.pid === undefined ? 0 : starvedMs(child.pid)),
    onStall: () => {
      stalled = true;
      killGroup(child);
    },
  });
  const abort = (): void => {
    killGroup(child);
  };
  options.signal.addEventListener('abort', abort);
  child.stdout.resume();
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    tail.add(chunk);
  });
  const messages = child.stdio[MESSAGE_DESCRIPTOR] as Readable;
  const note = (text: string): void => {
    tail.add(`${text.slice(0, TAIL)}\n`);
  };
  const onLine = (line: string): void => {
    const message = parse(line);
    if (message === null) {
      note(line);
      return;
    }
    const begins = 'envelope' in message && message.envelope.testCaseStarted !== undefined;
    if (begins) tail.clear();
    watch.heard(begins ? options.timeoutMs : undefined);
    options.onMessage(message);
  };
  readLines(messages, onLine, note);
  // A worker that dies at once closes its standard input before it is written.
  child.stdin.on('error', () => undefined).end(JSON.stringify(request));
  if (options.signal.aborted) abort();
  try {
    const { code, signal } = await ended(child);
    endStrays(mark);
    return { code, signal, stalled, stderr: tail.text, timeline: readFlightRecord(flight.descriptor) };
  } finally {
    watch.stop();
    flight.close();
    options.signal.removeEventListener('abort', abort);
  }
}

function ended(child: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => {
      killGroup(child);
      setTimeout(() => {
        for (const stream of child.stdio) stream?.destroy();
      }, DRAIN_MS).unref();
    });
    child.once('close', (code, signal) => {
      resolve({ code, signal });
    });
  });
}

/** Ends the worker and everything in its process group. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // No such group (any more), or a system without groups.
    child.kill('SIGKILL');
  }
}

function parse(line: string): WorkerMessage | null {
  try {
    const message: unknown = JSON.parse(line);
    return typeof message === 'object' && message !== null ? (message as WorkerMessage) : null;
  } catch {
    return null;
  }
}

/** The end of a text of any length. */
class Tail {
  private kept = '';

  add(chunk: string): void {
    this.kept = (this.kept + chunk).slice(-TAIL);
  }

  clear(): void {
    this.kept = '';
  }

  get text(): string {
    return this.kept.trim();
  }
}
