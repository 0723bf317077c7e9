import type { StateChange } from '../../../src/stage/stage.js';
import type { Timeline } from '../../../src/timeline/timeline.js';

interface Observation {
  readonly sequence: number;
  readonly states: readonly string[];
}

const CLOSED = 'TLSIO_STATE_EXT_CLOSED';
const OPENING = 'TLSIO_STATE_EXT_OPENING';
const OPEN = 'TLSIO_STATE_EXT_OPEN';
const CLOSING = 'TLSIO_STATE_EXT_CLOSING';
const ERROR = 'TLSIO_STATE_EXT_ERROR';

const AFTER_OPEN_RESULT = new Map(
  Object.entries<readonly string[]>({
    IO_OPEN_OK: [OPEN],
    // "All transitions into TLSIO_STATE_EXT_CLOSED are understood to pass through TLSIO_STATE_EXT_CLOSING."
    IO_OPEN_ERROR: [CLOSING, CLOSED],
    IO_OPEN_CANCELLED: [CLOSING],
  }),
);

/**
 * The history of the adapter's external state as the document's section "External State" derives it: from which
 * functions were called and which callbacks were performed, and from nothing inside the adapter.
 */
export function externalStates(timeline: Timeline): readonly StateChange[] {
  const observations: Observation[] = [];
  for (const call of timeline.calls) {
    if (call.returned === null) continue;
    if (call.function === 'tlsio_create' && call.result !== null) {
      observations.push({ sequence: call.returned, states: [CLOSED] });
    }
    if (call.function === 'tlsio_open_async' && call.result === 0) {
      observations.push({ sequence: call.returned, states: [OPENING] });
    }
    if (call.function === 'tlsio_close_async' && call.result === 0) {
      const closedAlready = timeline.callbacks.some(
        ({ registration }) => registration.call === call && registration.parameter === 'on_io_close_complete',
      );
      // The completion callback may come before close_async returns; the call's own mark then comes first.
      observations.push({ sequence: closedAlready ? call.sequence : call.returned, states: [CLOSING] });
    }
  }
  for (const { registration, arguments: given, sequence } of timeline.callbacks) {
    if (registration.parameter === 'on_io_open_complete') {
      observations.push({ sequence, states: AFTER_OPEN_RESULT.get(String(given.open_result)) ?? [] });
    }
    if (registration.parameter === 'on_io_close_complete') observations.push({ sequence, states: [CLOSED] });
    if (registration.parameter === 'on_io_error') observations.push({ sequence, states: [ERROR] });
  }
  return observations
    .sort((left, right) => left.sequence - right.sequence)
    .flatMap(({ sequence, states }) => states.map((state) => ({ state, sequence })))
    .filter(({ state }, index, all) => index === 0 || state !== all[index - 1]?.state);
}
