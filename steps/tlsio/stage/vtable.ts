import type { CONCRETE_IO_HANDLE, IO_INTERFACE_DESCRIPTION } from '../../../src/adapters/xio/xio.js';
import { waitUntil } from '../underlying/index.js';
import { requireSeam } from '../../../src/stage/seams.js';
import type { TlsioWorld } from './world.js';

/** Time for a step that takes long by its nature, in milliseconds. */
export const LONG_STEP_MS = 120_000;
/** Time for one thing that must come, in milliseconds: shorter than what a run takes for a stall. */
export const DEADLINE_MS = 20_000;
/** Nothing under way for so long, in milliseconds, means that nothing more comes. */
const STANDSTILL_MS = 1_000;

/**
 * The adapter by its VTable, past the timeline: for scenarios of so many calls that nobody would read them, and that
 * would weigh more than what they are about.
 */
export class Quickly {
  readonly io: IO_INTERFACE_DESCRIPTION;

  constructor(private readonly world: TlsioWorld) {
    if (world.stage.under.design === 'direct') requireSeam(world.adapter.capabilities, 'connect');
    this.io = world.stage.call('tlsio_get_interface_description').result as IO_INTERFACE_DESCRIPTION;
  }

  /** Calls dowork until the condition holds (true), or nothing moves any more (false). */
  async pumpUntil(
    what: string,
    handle: CONCRETE_IO_HANDLE | null,
    condition: () => boolean,
  ): Promise<boolean> {
    const { under } = this.world.stage;
    let activity = under.activity();
    let since = performance.now();
    const standsStill = (): boolean => {
      if (activity !== under.activity()) {
        activity = under.activity();
        since = performance.now();
      }
      return performance.now() - since > STANDSTILL_MS;
    };
    const pump = (): void => {
      this.io.concrete_io_dowork(handle);
    };
    await waitUntil(what, () => condition() || standsStill(), pump, DEADLINE_MS, under);
    // A double remembers the arguments and the result of every call, and nobody asks about so many.
    for (const double of Object.values(under.doubles.io ?? {})) double.resetHistory();
    return condition();
  }
}
