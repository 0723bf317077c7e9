import { readFileSync } from 'node:fs';

/** Milliseconds between two looks, for all but short limits. */
const LOOK_MS = 1_000;
const LOOKS_PER_LIMIT = 5;
/** Times its limit after which a silent process has stalled however little of a processor it got. */
const PATIENCE = 10;

export interface StallOptions {
  /** Silence after which a process has stalled, in milliseconds. */
  readonly limitMs: number;
  /** Milliseconds for which the process was ready to run since its start, and no processor was free for it. */
  readonly starvedMs: () => number;
  /** Told once. */
  readonly onStall: () => void;
}

/**
 * Notices that a process has fallen silent. Time in which it waited for a processor does not count: on a busy machine an
 * adapter is not to blame for it.
 */
export class StallWatch {
  private readonly looking: NodeJS.Timeout;
  private silentSince = performance.now();
  private starvedBefore = 0;
  private starved = 0;
  private limitMs: number;

  constructor(private readonly options: StallOptions) {
    this.limitMs = options.limitMs;
    this.looking = setInterval(this.look, Math.min(LOOK_MS, options.limitMs / LOOKS_PER_LIMIT));
  }

  /** The process has said something; from now on another limit may hold. */
  heard(limitMs = this.limitMs): void {
    this.limitMs = limitMs;
    this.silentSince = performance.now();
    this.starvedBefore = this.starved;
  }

  stop(): void {
    clearInterval(this.looking);
  }

  private readonly look = (): void => {
    this.starved = this.options.starvedMs();
    const silent = performance.now() - this.silentSince;
    const starved = this.starved - this.starvedBefore;
    if (silent - starved < this.limitMs && silent < PATIENCE * this.limitMs) return;
    this.stop();
    this.options.onStall();
  };
}

/** See {@link StallOptions.starvedMs}; 0 where the system does not tell, or the process is gone. */
export function starvedMs(pid: number): number {
  try {
    const [, waited] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
    return Number(waited) / 1e6;
  } catch {
    return 0;
  }
}
