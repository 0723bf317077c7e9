import { _FAILURE_ } from './xio.js';
import type { CONCRETE_IO_HANDLE, OPTIONHANDLER_HANDLE } from './xio.js';

/** Sets one option on an instance (`pfSetOption` of the C utility library); 0, or non-zero when it is not taken. */
export type SetOption = (handle: CONCRETE_IO_HANDLE, optionName: string, value: unknown) => number;

/**
 * Collects the options of one instance and feeds them to another of the same adapter. The values are immutable, so
 * that what was collected stays what it was after its instance is destroyed.
 */
export class OptionHandler implements OPTIONHANDLER_HANDLE {
  private readonly collected: { readonly name: string; readonly value: unknown }[] = [];

  constructor(private readonly setOption: SetOption) {}

  get options(): readonly { readonly name: string; readonly value: unknown }[] {
    return this.collected;
  }

  /** Adds an option behind those that are there; 0. */
  OptionHandler_AddOption(name: string, value: unknown): number {
    this.collected.push({ name, value });
    return 0;
  }

  /** Sets the options on `destination` in the order they were added; stops at the first that is not taken. */
  OptionHandler_FeedOptions(destination: CONCRETE_IO_HANDLE): number {
    const taken = this.collected.every(({ name, value }) => this.setOption(destination, name, value) === 0);
    return taken ? 0 : _FAILURE_;
  }
}

/** An empty collection for an adapter whose options are set with `setOption`. */
export function OptionHandler_Create(setOption: SetOption): OptionHandler {
  return new OptionHandler(setOption);
}
