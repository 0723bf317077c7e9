import { setImmediate as turn } from 'node:timers/promises';
import { Recorder, type Observer } from '../../../src/stage/recorder.js';
import { Seam } from './seam.js';
import type { Ground, WsUnderlying } from './underlying.js';

/**
 * Makes a library and its peer for one scenario.
 * @throws UnavailableError when the library is not on this machine.
 */
export type MakeGround = (recorder: Recorder) => Promise<Ground>;

/** What a wsio stands on, made anew for one scenario. Dispose of it when the scenario is over. */
export async function createWsUnderlying(makeGround: MakeGround, observer: Observer): Promise<WsUnderlying> {
  const recorder = new Recorder(observer);
  const ground = await makeGround(recorder);
  const seam = new Seam(ground, recorder);
  return {
    kind: ground.kind,
    isInMemory: ground.kind === 'mock',
    observed: seam.observed,
    plain: ground.plain,
    secure: ground.secure,
    peer: ground.peer,
    asksForCertificates: ground.asksForCertificates,
    events: seam.events,
    tell: (event) => {
      seam.tell(event);
    },
    tellNow: (event) => {
      seam.tellNow(event);
    },
    askToWrite: () => {
      seam.askToWrite();
    },
    holdWrites: () => {
      seam.hold();
    },
    releaseWrites: () => {
      seam.release();
    },
    moving: () => [
      ...ground.moving(),
      ...(seam.pending > 0 ? [{ what: 'an event to be told', waitsForAdapter: true }] : []),
    ],
    activity: () => recorder.activity,
    dispose: async () => {
      recorder.dispose();
      await ground.dispose();
      // What the sockets still do behind a server that closed is done within two turns.
      await turn();
      await turn();
    },
  };
}
