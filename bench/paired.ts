/** How often each side is measured. */
export interface Rounds {
  /** Rounds that are not counted, first. */
  readonly warmUp: number;
  readonly counted: number;
}

/**
 * Measures several things in turn, A B A B …, so that a machine whose speed drifts slows all of them. Every other round
 * goes backwards, so that none always follows the same one.
 *
 * @returns A series for each, in the order given; values at one index belong together.
 */
export async function inTurn<T>(
  measures: readonly (() => Promise<T>)[],
  { warmUp, counted }: Rounds,
): Promise<readonly (readonly T[])[]> {
  const series: T[][] = measures.map(() => []);
  for (let round = -warmUp; round < counted; round += 1) {
    const order = measures.map((_measure, index) => index);
    if (round % 2 !== 0) order.reverse();
    for (const index of order) {
      const value = await measures[index]?.();
      if (round >= 0 && value !== undefined) series[index]?.push(value);
    }
  }
  return series;
}

/** What a piece of work took, in milliseconds. */
export interface Cost {
  readonly wall: number;
  /** Time that the processor spent in this process's own code, its garbage collector included. */
  readonly cpu: number;
}

/** Times work in this process. */
export async function costOf(work: () => unknown): Promise<Cost> {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user } = process.cpuUsage(before);
  return { wall: performance.now() - start, cpu: user / 1000 };
}
