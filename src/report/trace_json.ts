import type { Trace } from '../trace/model.js';
import { requireTrace } from '../trace/schema.js';
import { jsonPieces } from './json_pieces.js';

/** Levels of a trace down to its scenarios, each of which is a piece. */
const DEPTH = 6;

/**
 * The trace itself, in pieces: it is by far the longest report.
 * @throws TraceError when it does not keep its own schema.
 */
export function renderTraceJson(trace: Trace): Iterable<string> {
  return piecesOf(requireTrace(trace, 'trace.json'));
}

function* piecesOf(trace: Trace): Generator<string> {
  yield* jsonPieces(trace, DEPTH);
  yield '\n';
}
