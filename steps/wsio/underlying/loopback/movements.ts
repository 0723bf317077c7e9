import type { Movement } from '../../../../src/stage/under_way.js';
import type { WebSocketServerPeer } from './websocket_server_peer.js';

/** How a connection of the library's is doing. */
export interface LibraryConnection {
  /** A connection is being made. */
  readonly connecting: boolean;
  /** It stands, as far as the library knows. */
  readonly standing: boolean;
  /** A service would find something to do. */
  readonly hasWork: boolean;
  /** Messages that the library took, and messages that came, whether or not the adapter was told. */
  readonly sent: number;
  readonly noted: number;
}

/**
 * Both ends are in this process: what one has done and the other has not noticed is on its way.
 * @param waitsForService - the library notices nothing by itself, and nobody has it look
 */
export function movements(
  near: readonly LibraryConnection[],
  peer: WebSocketServerPeer,
  waitsForService: boolean,
): readonly Movement[] {
  const toPeer = (what: string): Movement => ({
    what: `${what} on the way to the peer`,
    waitsForAdapter: false,
  });
  const toAdapter = (what: string, waitsForAdapter = waitsForService): Movement => ({
    what: `${what} on the way to the adapter`,
    waitsForAdapter,
  });
  const connecting = near.filter((connection) => connection.connecting).length;
  const standing = near.filter((connection) => connection.standing);
  const far = peer.connections.filter(({ closed }) => !closed);
  const all: Movement[] = [];
  if (connecting > peer.held) all.push({ what: 'a connection being made', waitsForAdapter: waitsForService });
  if (connecting < peer.held) all.push(toPeer('the end of an attempt'));
  for (const { hasWork } of near) {
    if (hasWork) all.push({ what: 'what the adapter has not asked for', waitsForAdapter: true });
  }
  if (standing.length < far.length) all.push(toPeer('an end'));
  if (standing.length > far.length) all.push(toAdapter('an end'));
  const [here] = standing;
  const [there] = far;
  if (here === undefined || there === undefined || standing.length > 1 || far.length > 1) return all;
  if (here.sent > there.arrived) all.push({ ...toPeer('a message'), waitsForAdapter: waitsForService });
  if (there.sent > here.noted) all.push(toAdapter('a message', waitsForService || here.hasWork));
  if (there.ended) all.push(toAdapter('an end'));
  return all;
}
