import type { ArmedFaults } from '../armed_faults.js';
import { systemError } from '../line/line.js';
import { MemoryLine } from '../line/memory_line.js';
import type { TlsServerPeer } from '../peer/tls_server_peer.js';
import type { Recorder } from '../../../../src/stage/recorder.js';
import type { Wire } from '../wire.js';
import { createLineIo } from '../line/line_io.js';

/** The port that a mock's peer is said to listen on. */
const PORT = 8883;

/** A wire in memory: nothing of it leaves the process, and its order is the same in every run. */
export function createMockWire(peer: TlsServerPeer, faults: ArmedFaults, recorder: Recorder): Wire {
  let lines: readonly MemoryLine[] = [];
  const dialling = new Set<NodeJS.Immediate>();

  const dial: Wire['dial'] = (address, listener) => {
    peer.askedFor(address);
    const line = new MemoryLine(recorder);
    lines = [...lines.filter(({ isOver }) => !isOver), line];
    const turn = setImmediate(() => {
      dialling.delete(turn);
      recorder.move();
      if (faults.strike('a refused connection')) {
        line.dispose();
        listener.failed(systemError('ECONNREFUSED', `connect ${address.host}:${address.port}`));
        return;
      }
      peer.accept(line.far);
      listener.connected();
    });
    dialling.add(turn);
    return line.near;
  };

  const xio = createLineIo(dial);
  return {
    port: PORT,
    dial,
    io: xio.io,
    moving: () => [
      ...(dialling.size > 0 ? [{ what: 'a connection being made', waitsForAdapter: false }] : []),
      ...lines.flatMap((line) => line.moving()),
      ...xio.moving(),
    ],
    dispose: () => {
      for (const turn of dialling) clearImmediate(turn);
      for (const line of lines) line.dispose();
      return Promise.resolve();
    },
  };
}
