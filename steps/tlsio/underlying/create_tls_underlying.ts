import { setImmediate as turn } from 'node:timers/promises';
import { ObservedCalls } from '../../../src/stage/observed_calls.js';
import { ArmedFaults } from './armed_faults.js';
import { certificatesFor } from '../../../src/stage/certificates.js';
import { observedInterface } from './chained/observed_interface.js';
import { ChainedSeam } from './chained/seam.js';
import { DirectConnector } from './direct/direct_connector.js';
import { canShow, type FaultName } from './faults.js';
import { createLoopbackWire } from './loopback/loopback_wire.js';
import { createMockWire } from './mock/mock_wire.js';
import { TlsServerPeer } from './peer/tls_server_peer.js';
import { Recorder, type Observer } from '../../../src/stage/recorder.js';
import { pieceSize, SeamSettings } from './seam_settings.js';
import type { Completion, CompletionPlan, TlsUnderlying } from './underlying.js';
import type { Address } from './wire.js';

export interface TlsUnderlyingOptions {
  readonly kind: 'mock' | 'loopback';
  readonly design: 'chained' | 'direct';
  /** Host name in the adapter's configuration; the peer's certificate is made for it. Default: `localhost`. */
  readonly hostname?: string;
  /** Who hears what happens below the adapter. */
  readonly observer: Observer;
}

/** What a tlsio adapter stands on, made anew for one scenario. Dispose of it when the scenario is over. */
export async function createTlsUnderlying(options: TlsUnderlyingOptions): Promise<TlsUnderlying> {
  const { kind, design, hostname = 'localhost' } = options;
  const certificates = await certificatesFor(hostname);
  const recorder = new Recorder(options.observer);
  const faults = new ArmedFaults(recorder);
  const settings = new SeamSettings();
  const peer = new TlsServerPeer(certificates, faults, recorder, () => {
    strikeWhileOpen();
  });
  const wire =
    kind === 'mock' ? createMockWire(peer, faults, recorder) : await createLoopbackWire(peer, faults);
  const connector = new DirectConnector(wire, { recorder, faults, settings, peer });
  const seam = new ChainedSeam(wire.io, faults, settings, peer, recorder);
  const doubles = kind === 'mock' ? 'stubs' : 'spies';
  const io = design === 'chained' ? observedInterface(seam.io, { recorder, doubles }) : null;
  const connect = new ObservedCalls(
    { connect: connector.connect },
    {
      recorder,
      doubles,
      given: (_name, [address]) => addressInWords(address as Address),
      got: ({ result }) => (result === null ? 'NULL' : 'a connection'),
    },
  );

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
      underlying_io_interface: io?.face ?? null,
      underlying_io_parameters: io === null ? null : { hostname, port: wire.port },
    },
    connect: connect.face.connect,
    trustedCerts: certificates.authority,
    client: certificates.client,
    peer,
    observed: { io, connect },
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

function addressInWords({ host, port }: Address): string {
  return `${host}:${port}`;
}

function refuseWhatNodeRulesOut(completion: Completion, plan: CompletionPlan): void {
  if (completion === 'close')
    throw new RangeError('the close of a socket completes by itself: it cannot be scripted');
  if (completion === 'send' && (plan.times ?? 1) > 1)
    throw new RangeError('a write of a stream completes once only');
}
