import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVERYTHING, type RunSelection } from '../run/selection.js';
import type { Trace } from '../trace/model.js';
import { planVerification, type Verification } from './planned_verification.js';
import { judge, type Listeners } from './verification.js';

/** Seconds after which a silent scenario has hung, unless a caller says otherwise. */
const TIMEOUT_S = 30;

/** What `verify` is asked for. Everything can be left out. */
export interface VerifyRequest
  extends Partial<Omit<Verification, 'selection' | 'timeoutMs'>>, Partial<Omit<Listeners, 'onInterim'>> {
  /** What the run is limited to. */
  readonly selection?: Partial<RunSelection>;
  /** Seconds after which a silent scenario has hung. Otherwise 30. */
  readonly timeout?: number;
}

/**
 * Judges adapters by documents, as `iospec verify` does, and gives what it found. The features of the run are written below
 * `reports`; without one they go to a temporary folder, and are gone afterwards.
 *
 * @example
 * const trace = await verify({ documents: ['store_requirements.md'], adapters: ['./store.mjs'] });
 * console.log(trace.summary.conforming);
 *
 * @throws UserError, with one line for the user, where something can't be read or is asked for that is not there.
 */
export async function verify(request: VerifyRequest = {}): Promise<Trace> {
  const { signal = new AbortController().signal, timeout = TIMEOUT_S, selection = {} } = request;
  const folder = request.reports ?? mkdtempSync(join(tmpdir(), 'iospec-verify-'));
  try {
    const planned = await planVerification(
      {
        documents: request.documents ?? [],
        adapters: request.adapters ?? [],
        steps: request.steps ?? [],
        configuration: request.configuration ?? null,
        selection: { ...EVERYTHING, ...selection },
        reports: folder,
        parallel: request.parallel ?? 1,
        repeat: request.repeat ?? 1,
        timeoutMs: timeout * 1000,
      },
      signal,
    );
    return await judge(planned, {
      signal,
      onEnvelope: request.onEnvelope ?? (() => undefined),
      onProgress: request.onProgress ?? (() => undefined),
      ...(request.onNotice === undefined ? {} : { onNotice: request.onNotice }),
      onInterim: () => undefined,
    });
  } finally {
    if (request.reports === undefined) rmSync(folder, { recursive: true, force: true });
  }
}
