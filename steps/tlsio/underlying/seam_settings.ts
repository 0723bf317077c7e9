import type { Completion, CompletionPlan } from './underlying.js';

/** What a scenario has set for the seam between the adapter and its underlying IO; read at each step that it governs. */
export class SeamSettings {
  /** Size of the pieces that received bytes come in; null: as they come. */
  deliverPieces: number | null = null;
  /** Size of the pieces that sent bytes are taken in; null: whole. */
  takePieces: number | null = null;
  private holding = false;
  private readonly plans = new Map<Completion, Required<CompletionPlan>>();
  private readonly listeners = new Set<() => void>();

  /** True while what the adapter sends is held. */
  get held(): boolean {
    return this.holding;
  }

  hold(): void {
    this.holding = true;
  }

  release(): void {
    this.holding = false;
    for (const listener of this.listeners) listener();
  }

  /** @returns What ends it: `listener` is not told any more. */
  onRelease(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  plan(completion: Completion): Required<CompletionPlan> {
    return this.plans.get(completion) ?? { late: 0, times: 1 };
  }

  setPlan(completion: Completion, plan: CompletionPlan): void {
    this.plans.set(completion, { late: plan.late ?? 0, times: plan.times ?? 1 });
  }
}

/** The size of a setting for pieces, checked: a RangeError for what is no number of bytes. */
export function pieceSize(size: number | null): number | null {
  if (size !== null && (!Number.isInteger(size) || size < 1))
    throw new RangeError(`a piece of ${size} bytes cannot be`);
  return size;
}
