import type {
  CONCRETE_IO_HANDLE,
  IO_INTERFACE_DESCRIPTION,
  IO_SEND_RESULT,
} from '../../../../src/adapters/xio/xio.js';
import { _FAILURE_, IO_OPEN_ERROR } from '../../../../src/stage/xio.js';
import type { ArmedFaults } from '../armed_faults.js';
import type { TlsServerPeer } from '../peer/tls_server_peer.js';
import type { Recorder } from '../../../../src/stage/recorder.js';
import type { SeamSettings } from '../seam_settings.js';
import type { Movement } from '../../../../src/stage/under_way.js';
import { ChainedSession } from './chained_session.js';

type ParametersOf<Name extends keyof IO_INTERFACE_DESCRIPTION> = Parameters<IO_INTERFACE_DESCRIPTION[Name]>;

interface Instance {
  session: ChainedSession | null;
  /** Close completions that the scenario made late: calls of dowork to come, and what is told. */
  closing: { left: number; tell: () => void }[];
}

/**
 * The seam between a chained adapter and the xio it owns, real or in memory: passes everything on as it is, unless the
 * scenario wants a fault, a piece, a delay or a hold there.
 */
export class ChainedSeam {
  private readonly instances = new Map<CONCRETE_IO_HANDLE, Instance>();

  constructor(
    private readonly below: IO_INTERFACE_DESCRIPTION,
    private readonly faults: ArmedFaults,
    private readonly settings: SeamSettings,
    private readonly peer: TlsServerPeer,
    private readonly recorder: Recorder,
  ) {}

  readonly io: IO_INTERFACE_DESCRIPTION = {
    concrete_io_create: (parameters) => this.create(parameters),
    concrete_io_destroy: (handle) => {
      this.destroy(handle);
    },
    concrete_io_open: (...parameters) => this.open(parameters),
    concrete_io_close: (...parameters) => this.close(parameters),
    concrete_io_send: (...parameters) => this.send(parameters),
    concrete_io_dowork: (handle) => {
      this.dowork(handle);
    },
    concrete_io_setoption: (handle, name, value) => this.below.concrete_io_setoption(handle, name, value),
    concrete_io_retrieveoptions: (handle) => this.below.concrete_io_retrieveoptions(handle),
  };

  /** Every instance that is open fails now. */
  failWhileOpen(): void {
    for (const { session } of this.instances.values()) session?.breakNow();
  }

  moving(): readonly Movement[] {
    return [...this.instances.values()].flatMap(({ session, closing }) => [
      ...(session?.moving() ?? []),
      ...(closing.length > 0 ? [{ what: 'a late close completion', waitsForAdapter: true }] : []),
    ]);
  }

  /** Destroys what the adapter left behind. */
  dispose(): void {
    for (const handle of [...this.instances.keys()]) this.destroy(handle);
  }

  private create(parameters: unknown): CONCRETE_IO_HANDLE | null {
    if (this.faults.strike('an underlying IO that cannot be created')) return null;
    const handle = this.below.concrete_io_create(parameters);
    if (handle !== null) this.instances.set(handle, { session: null, closing: [] });
    return handle;
  }

  private destroy(handle: CONCRETE_IO_HANDLE | null): void {
    const instance = this.find(handle);
    if (handle !== null) this.instances.delete(handle);
    const session = instance?.session;
    if (instance !== undefined) instance.session = null;
    session?.close();
    this.below.concrete_io_destroy(handle);
  }

  private open(parameters: ParametersOf<'concrete_io_open'>): number {
    const [handle, on_open, open_context, on_bytes, bytes_context, on_error, error_context] = parameters;
    if (this.faults.strike('an underlying IO whose open call fails')) return _FAILURE_;
    const instance = this.find(handle);
    if (instance?.session !== null || on_open === null || on_bytes === null || on_error === null) {
      return this.below.concrete_io_open(...parameters);
    }
    const session = new ChainedSession(
      {
        opened: (result) => {
          if (result === IO_OPEN_ERROR && instance.session === session) instance.session = null;
          on_open(open_context, result);
        },
        received: (data) => {
          on_bytes(bytes_context, data, data.length);
        },
        error: () => {
          on_error(error_context);
        },
      },
      this.settings,
      this.recorder,
      (data, done) =>
        this.below.concrete_io_send(
          handle,
          data,
          data.length,
          (_, result) => {
            done(result);
          },
          null,
        ),
    );
    instance.session = session;
    if (this.faults.strike('an underlying IO that fails to open')) {
      session.openLater(IO_OPEN_ERROR);
      return 0;
    }
    const result = this.below.concrete_io_open(
      handle,
      (_, opened) => {
        session.opened(opened);
      },
      null,
      (_, buffer, size) => {
        session.received(buffer, size);
      },
      null,
      () => {
        session.error();
      },
      null,
    );
    if (result !== 0 && this.find(handle)?.session === session) instance.session = null;
    return result;
  }

  private send(parameters: ParametersOf<'concrete_io_send'>): number {
    const [handle, buffer, size, on_send_complete, context] = parameters;
    const session = this.find(handle)?.session ?? null;
    if (session?.broken === true) return _FAILURE_;
    if (this.peer.secured && this.faults.strike('an underlying IO that fails to send')) return _FAILURE_;
    if (session === null || buffer === null || on_send_complete === null || size === 0) {
      return this.below.concrete_io_send(...parameters);
    }
    const data = Buffer.from(buffer.subarray(0, size));
    const complete = (result: IO_SEND_RESULT): void => {
      on_send_complete(context, result);
    };
    if (this.peer.secured && this.faults.strike('a connection that breaks while sending')) {
      const half = size >> 1;
      if (half > 0) this.below.concrete_io_send(handle, data, half, () => undefined, null);
      this.peer.reset();
      return session.send(data.subarray(half), complete);
    }
    return session.send(data, complete);
  }

  private close(parameters: ParametersOf<'concrete_io_close'>): number {
    const [handle, on_close, context] = parameters;
    const instance = this.find(handle);
    const session = instance?.session ?? null;
    if (instance === undefined || session === null) return this.below.concrete_io_close(...parameters);
    if (this.faults.strike('an underlying IO that fails to close')) return _FAILURE_;
    instance.session = null;
    session.close();
    const complete = (): void => {
      this.completeClose(instance, () => on_close?.(context));
    };
    if (session.openBelow) return this.below.concrete_io_close(handle, complete, null);
    complete();
    return 0;
  }

  private completeClose(instance: Instance, tell: () => void): void {
    const { late, times } = this.settings.plan('close');
    const repeat = (): void => {
      for (let time = 0; time < times; time += 1) tell();
    };
    if (late === 0) repeat();
    else instance.closing.push({ left: late, tell: repeat });
  }

  private dowork(handle: CONCRETE_IO_HANDLE | null): void {
    this.below.concrete_io_dowork(handle);
    const instance = this.find(handle);
    if (instance === undefined) return;
    instance.session?.dowork();
    if (instance.closing.length > 0) this.recorder.move();
    const due = instance.closing.filter((closing) => (closing.left -= 1) <= 0);
    instance.closing = instance.closing.filter((closing) => !due.includes(closing));
    for (const { tell } of due) tell();
  }

  private find(handle: CONCRETE_IO_HANDLE | null): Instance | undefined {
    return handle === null ? undefined : this.instances.get(handle);
  }
}
