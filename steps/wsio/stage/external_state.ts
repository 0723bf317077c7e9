import type { StateChange } from '../../../src/stage/stage.js';
import type { Timeline } from '../../../src/timeline/timeline.js';

/** The states of a wsio as its document's words have them. */
export type WsioState = 'closed' | 'opening' | 'open' | 'error';

const AFTER_OPEN_RESULT = new Map(
  Object.entries<WsioState>({
    IO_OPEN_OK: 'open',
    IO_OPEN_ERROR: 'closed',
    IO_OPEN_CANCELLED: 'closed',
  }),
);

/** The history of the state as calls and callbacks show it. */
export function externalStates({ calls, callbacks }: Timeline): readonly StateChange[] {
  const changes: StateChange[] = [];
  for (const { function: name, result, sequence, returned } of calls) {
    if (returned === null) continue;
    if (name === 'wsio_create' && result !== null) changes.push({ state: 'closed', sequence: returned });
    // Whatever completes an open comes after its call has begun.
    if (name === 'wsio_open' && result === 0) changes.push({ state: 'opening', sequence });
    if (name === 'wsio_close' && result === 0) changes.push({ state: 'closed', sequence: returned });
  }
  for (const { registration, arguments: given, sequence } of callbacks) {
    const opened = AFTER_OPEN_RESULT.get(String(given.open_result));
    if (registration.parameter === 'on_io_open_complete' && opened !== undefined) {
      changes.push({ state: opened, sequence });
    }
    if (registration.parameter === 'on_io_error') changes.push({ state: 'error', sequence });
  }
  return changes
    .sort((left, right) => left.sequence - right.sequence)
    .filter(({ state }, index, all) => index === 0 || state !== all[index - 1]?.state);
}
