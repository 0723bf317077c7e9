import { setImmediate as turn } from 'node:timers/promises';
import type { Connector } from '../../../src/adapters/xio/dependencies.js';
import { spiesOf, stubsOf } from '../../../src/stage/doubles.js';
import { ArmedFaults } from './armed_faults.js';
import { certificatesFor } from '../../../src/stage/certificates.js';
import { recordedInterface } from './chained/recorded_interface.js';
import { ChainedSeam } from './chained/seam.js';
import { DirectConnector } from './direct/direct_connector.js';
import { canShow, type FaultName } from './faults.js';
import { createLoopbackWire } from './loopback/loopback_wire.js';
import { createMockWire } from './mock/mock_wire.js';
import { TlsServerPeer } from './peer/tls_server_peer.js';
import { Recorder, type OnUnderlyingEvent } from '../../../src/stage/recorder.js';
import { pieceSize, SeamSettings } from './seam_settings.js';
import type { Completion, CompletionPlan, TlsUnderlying } from './underlying.js';

export interface TlsUnderlyingOptions {
  readonly kind: 'mock' | 'loopback';
  readonly design: 'chained' | 'direct';
  /** Host name in the adapter's configuration; the peer's certificate is made for it. Default: `localhost`. */
  readonly hostname?: string;
  readonly onEvent: OnUnderlyingEvent;
}

/** What a tlsio adapter stands on, made anew for one scenario. Dispose of it when the scenario is over. */
export async function createTlsUnderlying(options: TlsUnderlyingOptions): Promise<TlsUnderlying> {
  const { kind, design, hostname = 'localhost' } = options;
  const certificates = await certificatesFor(hostname);
  const recorder = new Recorder(options.onEvent);
  const faults = new ArmedFaults(recorder);
  const settings = new SeamSettings();
  const peer = new TlsServerPeer(certificates, faults, recorder, () => {
    strikeWhileOpen();
  });
  const wire =
    kind === 'mock'
      ? createMockWire(peer, faults, recorder)
      : await createLoopbackWire(peer, faults, recorder);
  const connector = new DirectConnector(wire, { recorder, faults, settings, peer });
  const seam = new ChainedSeam(wire.io, faults, settings, peer, recorder);
  const doublesOf = kind === 'mock' ? stubsOf : spiesOf;
  const io = design === 'chained' ? doublesOf(seam.io) : null;
  const doubles = doublesOf({ connect: connector.connect });

  const strikeWhileOpen = (): void => {
    if (faults.strike('a peer that stops reading')) peer.stopReading();
    if (faults.strike('a peer that closes')) peer.close();
    if (faults.strike('a peer that resets')) peer.reset();
    if (faults.strike('an underlying IO that fails while open')) {
      seam.failWhileOpen();
      connector.failWhileOpen();
    }
  };
  const supports = (fault: FaultName): boolean => canShow(design, fault);

  return {
    kind,
    design,
    isInMemory: kind === 'mock',
    config: {
      hostname,
      port: wire.port,
      underlying_io_interface: io === null ? null : recordedInterface(io, recorder),
      underlying_io_parameters: io === null ? null : { hostname, port: wire.port },
    },
    connect: recordedConnector((address) => doubles.connect(address), recorder),
    trustedCerts: certificates.authority,
    client: certificates.client,
    peer,
    doubles: {
      io,
      get connect() {
        return doubles.connect;
      },
    },
    supports,
    inject: (fault) => {
      if (!supports(fault)) throw new Error(`${fault}: a ${design} design over a ${kind} cannot show it`);
      faults.arm(fault);
      if (peer.secured) strikeWhileOpen();
    },
    struck: (fault) => faults.struck(fault),
    calls: (name) => recorder.calls(name),
    deliverInPiecesOf: (size) => {
      settings.deliverPieces = pieceSize(size);
    },
    takeInPiecesOf: (size) => {
      settings.takePieces = pieceSize(size);
    },
    scriptCompletion: (completion, plan) => {
      if (design === 'direct') refuseWhatNodeRulesOut(completion, plan);
      settings.setPlan(completion, plan);
    },
    holdSends: () => {
      settings.hold();
    },
    releaseSends: () => {
      settings.release();
    },
    moving: () => [...wire.moving(), ...peer.moving(), ...seam.moving(), ...connector.moving()],
    activity: () => recorder.activity,
    dispose: async () => {
      recorder.dispose();
      faults.disarm();
      seam.dispose();
      await connector.dispose();
      await peer.dispose();
      await wire.dispose();
      // What node:tls and node:net still do behind a stream or server that closed is done within two turns.
      await turn();
      await turn();
    },
  };
}

function recordedConnector(connect: Connector, recorder: Recorder): Connector {
  return (address) => {
    recorder.call('connect', `${address.host}:${address.port}`);
    const connection = connect(address);
    recorder.returned('connect', connection === null ? 'NULL' : 'a connection');
    return connection;
  };
}

function refuseWhatNodeRulesOut(completion: Completion, plan: CompletionPlan): void {
  if (completion === 'close')
    throw new RangeError('the close of a socket completes by itself: it cannot be scripted');
  if (completion === 'send' && (plan.times ?? 1) > 1)
    throw new RangeError('a write of a stream completes once only');
}
