import type { SourceSlice } from './source.js';
import { UserError } from '../errors.js';

/** An input that can't be read as a specification. Its message is the one line a user sees: file, place, reason. */
export class SpecificationError extends UserError {
  constructor(
    /** The file that the message names. */
    readonly file: string,
    readonly reason: string,
    /** The passage at fault, where there is one. */
    readonly slice: SourceSlice | null = null,
  ) {
    super(`${file}${slice === null ? '' : `:${slice.line}:${slice.column}`}: ${reason}`);
  }
}
