import type { Address, LwsCalls, NativeCallback } from './lws_calls.js';
import { isHeard } from './reasons.js';

/**
 * The one function that every context has the library call back, and who listens for which context. It is made once:
 * koffi calls a function that was made inside a callback on a wrong stack later on, and a context may be made there.
 */
export class Dispatcher {
  /** The function, for C. */
  readonly address: Address;
  private readonly listeners = new Map<Address, NativeCallback>();
  /** Those whose contexts are being made, the innermost last. */
  private readonly early: NativeCallback[] = [];

  constructor(calls: Pick<LwsCalls, 'register' | 'lws_get_context'>) {
    this.address = calls.register((wsi, reason, ...rest) => {
      if (!isHeard(reason)) return 0;
      const listener = this.listeners.get(calls.lws_get_context(wsi)) ?? this.early.at(-1);
      return listener === undefined ? 0 : listener(wsi, reason, ...rest);
    });
  }

  /** Has somebody listen while a context is made and, if it could be, as long as it lives. */
  listen(listener: NativeCallback, make: () => Address | null): Address | null {
    this.early.push(listener);
    try {
      const context = make();
      if (context !== null) this.listeners.set(context, listener);
      return context;
    } finally {
      this.early.pop();
    }
  }

  forget(context: Address): void {
    this.listeners.delete(context);
  }
}
