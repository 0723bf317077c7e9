import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { firstLine, UserError } from '../errors.js';
import { startWorker, type WorkerProcess } from '../run/worker_process.js';
import type { AdapterDescription } from '../subject/description.js';
import { resolveModule } from '../subject/resolve_module.js';

/** A module that can't be taken under test; its message is the one line a user sees. */
export class AdapterError extends UserError {}

/** Status by which Node.js ends when nothing is left that could settle an `await` of the module that it runs. */
const UNSETTLED = 13;
/** Workers that load adapters at the same time. */
const AT_A_TIME = Math.max(2, availableParallelism());
/** Workers that are kept when they have described an adapter, so that they go on to judge it; they take some 60 MB each. */
const KEPT = 4;

export interface DescribeOptions {
  /** Time that loading an adapter may take, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * Asks adapters what they claim, each in a worker of its own: a third-party module is loaded nowhere else. The worker stays for
 * the scenarios that the adapter is judged by.
 */
export class AdapterWorkers {
  /** Workers that have described an adapter and wait for its scenarios, by the adapter's URL. */
  private readonly ready = new Map<string, WorkerProcess>();
  /** Workers that are describing. */
  private readonly busy = new Set<WorkerProcess>();
  private kept = 0;
  private isOver = false;
  /** Those who wait for a worker to be done with loading. */
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly options: DescribeOptions) {}

  /**
   * @param url URL of the adapter's module.
   * @param given What the user calls it.
   * @throws AdapterError when it can't be loaded, or is no adapter.
   */
  async describe(url: string, given: string): Promise<AdapterDescription> {
    while (!this.isOver && this.busy.size >= AT_A_TIME)
      await new Promise<void>((go) => this.waiting.push(go));
    if (this.isOver) throw new AdapterError(`${given}: the run ended before it was loaded`);
    const stays = this.kept < KEPT;
    if (stays) this.kept += 1;
    const worker = startWorker(this.options.signal);
    this.busy.add(worker);
    const descriptions: AdapterDescription[] = [];
    const refusals: string[] = [];
    const end = await worker
      .perform(
        { kind: 'describe', adapter: url, stays },
        {
          timeoutMs: this.options.timeoutMs,
          onMessage: (message) => {
            if (message.kind === 'adapter') descriptions.push(message.adapter);
            else if (message.kind === 'refused') refusals.push(message.reason);
            else if (message.kind === 'uncaught') refusals.push(message.error.message);
          },
        },
      )
      .finally(() => {
        this.busy.delete(worker);
        this.waiting.shift()?.();
      });
    const [description] = descriptions;
    const isKept = description !== undefined && stays && end.kind === 'done' && !this.isOver;
    if (isKept && !this.ready.has(url)) this.ready.set(url, worker);
    else await worker.end();
    if (description !== undefined) return description;
    const ending =
      end.kind === 'done'
        ? 'it described no adapter'
        : end.stalled
          ? 'it never finished loading'
          : end.code === UNSETTLED
            ? 'it never finished loading: nothing settles an `await` at its top level'
            : `loading it ended the process (${end.signal ?? `status ${end.code}`})`;
    const reason = firstLine(refusals[0] ?? ending).replace(/^(?:\w*Error: )+/, '');
    throw new AdapterError(`${given}: ${reason.replace(`${url}: `, '')}`);
  }

  /** The worker that has described an adapter, once; null when there is none any more. */
  readonly take = ({ specifier }: AdapterDescription): WorkerProcess | null => {
    const worker = this.ready.get(specifier) ?? null;
    this.ready.delete(specifier);
    return worker;
  };

  /** Ends the workers that nobody took, and those that are still describing. */
  async end(): Promise<void> {
    this.isOver = true;
    for (const go of this.waiting.splice(0)) go();
    const left = [...this.ready.values(), ...this.busy];
    this.ready.clear();
    await Promise.all(left.map((worker) => worker.end()));
  }
}

/** The URL of a module: of a path, a URL or an installed package; null where there is no such module. */
export function moduleUrl(given: string): string | null {
  if (/^(?:file|data|node):/.test(given)) return given;
  if (existsSync(given) && !isFolder(given)) return pathToFileURL(resolve(given)).href;
  const file = resolveModule(given, process.cwd());
  return file === null ? null : pathToFileURL(file).href;
}

/** True for the path of a folder, which is no module. */
export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
