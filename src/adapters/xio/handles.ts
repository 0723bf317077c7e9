import type { CONCRETE_IO_HANDLE } from './xio.js';

/**
 * The handles that an adapter has given out, and the instances behind them. A handle is opaque, and one that was
 * released is known no more, so that a call after destroy fails instead of touching a dead instance.
 */
export class Handles<Instance> {
  private readonly instances = new WeakMap<CONCRETE_IO_HANDLE, Instance>();

  give(instance: Instance): CONCRETE_IO_HANDLE {
    return this.giveFor(() => instance);
  }

  /** Gives a handle out to an instance that knows its own. */
  giveFor(make: (handle: CONCRETE_IO_HANDLE) => Instance): CONCRETE_IO_HANDLE {
    const handle = Object.freeze({});
    this.instances.set(handle, make(handle));
    return handle;
  }

  find(handle: CONCRETE_IO_HANDLE | null): Instance | null {
    return handle === null ? null : (this.instances.get(handle) ?? null);
  }

  release(handle: CONCRETE_IO_HANDLE): void {
    this.instances.delete(handle);
  }
}
