import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Readable } from 'node:stream';
import { compileCacheEnvironment } from '../compile_cache.js';
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
  /** True when it was killed because it reported nothing for too long. */
  readonly stalled: boolean;
  /** End of its standard error since the last message that began a scenario. */
  readonly stderr: string;
  /** Timeline of the scenario that began last, as far as it had come. */
  readonly timeline: readonly TimelineEntry[];
}

/** How a task of a worker ended: with the worker alive, or with its end. */
export type TaskEnd = { readonly kind: 'done' } | ({ readonly kind: 'ended' } & WorkerEnd);

export interface TaskOptions {
  /** A worker that tells nothing for so long is killed. */
  readonly timeoutMs: number;
  /** Time that it may take, where that is more, until its first scenario begins: what it loads is no scenario's fault. */
  readonly startMs?: number;
  readonly onMessage: (message: WorkerMessage) => void;
}

/** A worker process. It does one task after the other, until one ends it. */
export interface WorkerProcess {
  /** Gives it a task, and listens until that is done or the worker and everything it started is gone. */
  perform(request: WorkerRequest, options: TaskOptions): Promise<TaskEnd>;
  /** Lets it end, and waits until it and everything it started is gone. */
  end(): Promise<void>;
}

/** Characters of standard error that are kept. */
const TAIL = 8192;
/** How long the pipes of a dead worker may stay open in the hands of something that it started. */
const DRAIN_MS = 1000;

const program = fileURLToPath(new URL(import.meta.url.replace(/worker_process(?=\.[jt]s$)/, 'worker')));

interface Task {
  readonly options: TaskOptions;
  readonly watch: StallWatch;
  readonly finish: () => void;
}

/**
 * Starts a worker.
 * @param signal Ends it when it fires.
 */
export function startWorker(signal: AbortSignal): WorkerProcess {
  const flight = openFlightRecord();
  const mark = randomUUID();
  // A process group of its own: what the worker starts goes with it, and Ctrl-C reaches the supervisor alone.
  const child = spawn(process.execPath, [...process.execArgv, program], {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe', flight.descriptor],
    detached: true,
    // What it writes ends in reports, so no environment may ask for colours there.
    env: {
      ...process.env,
      ...compileCacheEnvironment(),
      FORCE_COLOR: undefined,
      NO_COLOR: '1',
      [STRAY_MARK]: mark,
    },
  }) as ChildProcessWithoutNullStreams;
  const tail = new Tail();
  let stalled = false;
  let task: Task | null = null;
  const abort = (): void => {
    killGroup(child);
  };
  signal.addEventListener('abort', abort);
  child.stdout.resume();
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    tail.add(chunk);
  });
  const note = (text: string): void => {
    tail.add(`${text.slice(0, TAIL)}\n`);
  };
  const onLine = (line: string): void => {
    const message = parse(line);
    if (message === null || task === null) {
      note(line);
      return;
    }
    const begins = message.kind === 'envelope' && message.envelope.testCaseStarted !== undefined;
    if (begins) tail.clear();
    task.watch.heard(begins ? task.options.timeoutMs : undefined);
    if (message.kind === 'done') task.finish();
    else task.options.onMessage(message);
  };
  readLines(child.stdio[MESSAGE_DESCRIPTOR] as Readable, onLine, note);
  // A worker that dies at once closes its standard input before it is written.
  child.stdin.on('error', () => undefined);
  const gone = ended(child).then(({ code, signal: ending }): TaskEnd => {
    endStrays(mark);
    const timeline = readFlightRecord(flight.descriptor);
    flight.close();
    signal.removeEventListener('abort', abort);
    return { kind: 'ended', code, signal: ending, stalled, stderr: tail.text, timeline };
  });
  // Whoever waits for a task hears of it; nobody may be waiting.
  gone.catch(() => undefined);
  if (signal.aborted) abort();
  return {
    perform: async (request, options) => {
      const watch = new StallWatch({
        limitMs: Math.max(options.timeoutMs, options.startMs ?? 0),
        starvedMs: () => (child.pid === undefined ? 0 : starvedMs(child.pid)),
        onStall: () => {
          stalled = true;
          killGroup(child);
        },
      });
      const done = new Promise<TaskEnd>((resolve) => {
        const finish = (): void => {
          resolve({ kind: 'done' });
        };
        task = { options, watch, finish };
      });
      child.stdin.write(`${JSON.stringify(request)}\n`);
      try {
        return await Promise.race([done, gone]);
      } finally {
        task = null;
        watch.stop();
      }
    },
    end: async () => {
      // One that is at work and does not look for more would go on until it is done.
      if (task !== null) killGroup(child);
      child.stdin.end();
      await gone;
    },
  };
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

const KINDS: ReadonlySet<unknown> = new Set<WorkerMessage['kind']>([
  'envelope',
  'timeline',
  'adapter',
  'uncaught',
  'notice',
  'refused',
  'done',
]);

function parse(line: string): WorkerMessage | null {
  try {
    const message: unknown = JSON.parse(line);
    const isMessage =
      typeof message === 'object' && message !== null && 'kind' in message && KINDS.has(message.kind);
    return isMessage ? (message as WorkerMessage) : null;
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
