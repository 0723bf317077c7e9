import { render } from '../../../src/timeline/render.js';
import type { CallRecord } from '../../../src/timeline/timeline.js';
import type { LibraryCall } from '../underlying/underlying.js';
import type { WsioStage } from './stage.js';
import type { WsioWorld } from './world.js';

/** Bytes that are taken of a message that is sent in part. */
export const PART = 5;

/**
 * The next write takes only a part; `afterwards` happens before it returns. The event behind it comes whether the adapter
 * asks for it or not: that it does is the matter of other sentences.
 */
export function writePart({ under }: WsioStage, size = PART, afterwards: () => void = () => undefined): void {
  under.observed.script('lws_write', (real, [wsi, buf, , protocol]) => {
    const written = size === 0 ? 0 : real(wsi, buf, size, protocol);
    under.askToWrite();
    afterwards();
    return written;
  });
}

/** The next write claims more than it was given. */
export function writeTooMuch({ under }: WsioStage): void {
  under.observed.script('lws_write', (real, [wsi, buf, len, protocol]) => real(wsi, buf, len, protocol) + 1);
}

/** Sends that the scenario queued before its action. */
export function queued(world: WsioWorld): readonly CallRecord[] {
  return world.timeline.calls.filter(
    ({ function: name, result, sequence }) => name === 'wsio_send' && result === 0 && sequence < world.mark,
  );
}

export function payloadOf(call: CallRecord | undefined): Buffer {
  return Buffer.from(call?.arguments.buffer as Uint8Array);
}

export function writtenBy(call: LibraryCall | undefined): Buffer {
  return Buffer.from(call?.arguments[1] as Uint8Array).subarray(0, Number(call?.arguments[2]));
}

export function expectBytes(world: WsioWorld, what: string, wanted: Buffer, seen: Buffer): void {
  world.expect.that(wanted.equals(seen), what, render(wanted), render(seen));
}
