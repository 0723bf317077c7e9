import type { CONCRETE_IO_HANDLE, IO_INTERFACE_DESCRIPTION } from '../../../src/adapters/xio/xio.js';
import { Pump } from '../../../src/stage/pump.js';
import { requireSeam } from '../../../src/stage/seams.js';
import type { TlsioWorld } from './world.js';

/** Time for a step that takes long by its nature, in milliseconds. */
export const LONG_STEP_MS = 120_000;

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

  /**
   * Calls dowork until the condition holds (true), or nothing can come any more (false).
   * @throws Error when it is still under way at the deadline.
   */
  async pumpUntil(
    what: string,
    handle: CONCRETE_IO_HANDLE | null,
    condition: () => boolean,
  ): Promise<boolean> {
    const { under } = this.world.stage;
    const pump = new Pump(under, () => {
      this.io.concrete_io_dowork(handle);
    });
    const awaited = await pump.comes(condition);
    if (awaited === 'deadline') throw new Error(`${what} did not come in time`);
    under.observed.io?.forget();
    return awaited === 'came';
  }
}
