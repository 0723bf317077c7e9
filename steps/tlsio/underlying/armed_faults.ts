import { FAULTS, type FaultName } from './faults.js';
import type { Recorder } from '../../../src/stage/recorder.js';

/** The faults that are armed and have not struck yet. Each strikes once. */
export class ArmedFaults {
  private readonly armed = new Set<FaultName>();
  private readonly counts = new Map<FaultName, number>();

  constructor(private readonly recorder: Recorder) {}

  arm(fault: FaultName): void {
    this.armed.add(fault);
    this.recorder.fault(fault, `armed for: ${FAULTS[fault]}`);
  }

  /** True when the fault was armed: it strikes here and now, and is no longer armed. */
  strike(fault: FaultName): boolean {
    if (!this.armed.delete(fault)) return false;
    this.counts.set(fault, this.struck(fault) + 1);
    this.recorder.fault(fault, 'strikes');
    return true;
  }

  /** None strikes any more. */
  disarm(): void {
    this.armed.clear();
  }

  struck(fault: FaultName): number {
    return this.counts.get(fault) ?? 0;
  }
}
