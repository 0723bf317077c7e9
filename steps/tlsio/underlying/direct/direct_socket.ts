import type { ArmedFaults } from '../armed_faults.js';
import { systemError, type LineEnd } from '../line/line.js';
import { LineDuplex } from '../line/line_duplex.js';
import type { TlsServerPeer } from '../peer/tls_server_peer.js';
import { bytes, type Recorder } from '../../../../src/stage/recorder.js';
import type { SeamSettings } from '../seam_settings.js';
import type { Movement } from '../../../../src/stage/under_way.js';
import { Turns } from '../turns.js';

/** Turns from the error of a connection to its close: node:tls takes up to two to learn of a failed write. */
const CLOSE_TURNS = 3;

type Callback = (error?: Error | null) => void;

export interface DirectSocketHost {
  readonly recorder: Recorder;
  readonly faults: ArmedFaults;
  readonly settings: SeamSettings;
  readonly peer: TlsServerPeer;
}

/** A write that is on its way out. */
interface Outgoing {
  readonly chunk: Buffer;
  readonly callback: Callback;
  sent: number;
}

/**
 * The connection of a direct adapter: what `net.connect` would give, with a seam in which a scenario can hold, cut and
 * fail things. Emits `connect` as a socket does; what is written before waits for it.
 */
export class DirectSocket extends LineDuplex {
  private established = false;
  private outgoing: Outgoing | null = null;
  private ending: Callback | null = null;
  /** Received bytes that wait to be delivered in pieces; null is the end. */
  private incoming: (Buffer | null)[] = [];
  private stalled = false;
  private failed = false;
  private leaving = false;
  private readonly turns = new Turns();

  constructor(
    line: LineEnd,
    private readonly host: DirectSocketHost,
  ) {
    super(line, { allowHalfOpen: false, autoDestroy: false });
    const hearNoMore = host.settings.onRelease(() => {
      this.sendOn();
    });
    this.once('close', () => {
      hearNoMore();
      host.recorder.callback('close', '');
    });
    const leaveWhenDone = (): void => {
      if (this.readableEnded && this.writableFinished) this.leave();
    };
    this.once('end', leaveWhenDone);
    this.once('finish', leaveWhenDone);
  }

  /** As on a `net.Socket`: true until the connection stands. */
  get connecting(): boolean {
    return !this.established && !this.failed && !this.destroyed;
  }

  /** The line stands: tells `connect`, when and as often as the scenario scripted it. */
  establish(): void {
    const { late, times } = this.host.settings.plan('open');
    if (times === 0) return;
    this.turns.after(late, () => {
      this.established = true;
      this.listen();
      for (let time = 0; time < times && !this.destroyed; time += 1) {
        this.host.recorder.callback('connect', '');
        this.emit('connect');
      }
      this.sendOn();
    });
  }

  /**
   * Breaks the connection. The error is told first and the stream closed some turns later: node:tls, which also learns
   * of the failed write, would otherwise emit an `error` after its own `close`, as it never does over a real socket.
   */
  override fail(error: Error): void {
    if (this.failed || this.destroyed) return;
    this.failed = true;
    this.turns.clear();
    this.line.destroy();
    this.host.recorder.callback('error', error.message);
    const { outgoing } = this;
    this.outgoing = null;
    this.turns.after(CLOSE_TURNS, () => {
      this.leave();
    });
    if (outgoing === null) this.emit('error', error);
    else outgoing.callback(error);
  }

  moving(): readonly Movement[] {
    if (this.destroyed)
      return this.closed ? [] : [{ what: 'a connection being closed', waitsForAdapter: false }];
    const all: Movement[] = [];
    if (this.turns.pending > 0) all.push({ what: 'the next piece or completion', waitsForAdapter: false });
    if (this.stalled || this.readableLength > 0) {
      all.push({
        what: `${bytes(this.readableLength)} that the adapter has not read`,
        waitsForAdapter: true,
      });
    }
    return all;
  }

  override _read(): void {
    this.stalled = false;
    if (this.incoming.length > 0) this.scheduleDelivery();
    super._read();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: Callback): void {
    this.host.recorder.call('write', bytes(chunk.length));
    this.outgoing = { chunk, callback, sent: 0 };
    this.sendOn();
  }

  override _final(callback: Callback): void {
    this.host.recorder.call('end', '');
    this.ending = callback;
    this.sendOn();
  }

  override _destroy(error: Error | null, callback: Callback): void {
    this.turns.clear();
    if (!this.leaving) this.host.recorder.call('destroy', '');
    super._destroy(error, callback);
  }

  protected override arrive(data: Buffer): void {
    const size = this.host.settings.deliverPieces;
    if (size === null && this.incoming.length === 0) {
      this.deliver(data);
      return;
    }
    for (let start = 0; start < data.length; start += size ?? data.length) {
      this.incoming.push(data.subarray(start, start + (size ?? data.length)));
    }
    this.scheduleDelivery();
  }

  protected override arriveEnd(): void {
    if (this.incoming.length === 0) this.deliver(null);
    else this.incoming.push(null);
  }

  /** Closes by itself, as a socket does whose connection has ended. */
  private leave(): void {
    this.leaving = true;
    this.destroy();
  }

  private scheduleDelivery(): void {
    if (this.turns.has('deliver')) return;
    this.turns.next('deliver', () => {
      const piece = this.incoming.shift();
      if (piece === undefined) return;
      this.deliver(piece);
      if (this.incoming.length > 0 && !this.stalled) this.scheduleDelivery();
    });
  }

  private deliver(data: Buffer | null): void {
    this.host.recorder.callback(data === null ? 'end' : 'data', data === null ? '' : bytes(data.length));
    if (!this.push(data) && data !== null) {
      this.stalled = true;
      this.line.pause();
    }
  }

  /** Lets out what waits, unless the connection does not stand yet or the scenario holds it. */
  private sendOn(): void {
    if (!this.established || this.failed || this.destroyed) return;
    if (this.outgoing !== null) {
      if (!this.host.settings.held && !this.turns.has('send')) this.sendNext(this.outgoing);
    } else if (this.ending !== null) {
      const callback = this.ending;
      this.ending = null;
      super._final(callback);
    }
  }

  private sendNext(outgoing: Outgoing): void {
    const { faults, peer, settings } = this.host;
    if (peer.secured && faults.strike('an underlying IO that fails to send')) {
      this.complete(outgoing, systemError('EPIPE', 'write'));
      return;
    }
    const left = outgoing.chunk.length - outgoing.sent;
    const breaks = peer.secured && faults.strike('a connection that breaks while sending');
    const size = breaks ? left >> 1 : Math.min(left, settings.takePieces ?? left);
    const piece = outgoing.chunk.subarray(outgoing.sent, outgoing.sent + size);
    outgoing.sent += size;
    const last = outgoing.sent === outgoing.chunk.length;
    this.line.write(piece, (error) => {
      if (error !== null || last) this.complete(outgoing, error);
      else if (this.outgoing === outgoing) {
        this.turns.next('send', () => {
          this.sendOn();
        });
      }
    });
    if (breaks) {
      peer.reset();
      this.line.write(outgoing.chunk.subarray(outgoing.sent), (error) => {
        this.complete(outgoing, error ?? systemError('ECONNRESET', 'write'));
      });
    }
  }

  private complete(outgoing: Outgoing, error: Error | null): void {
    if (this.outgoing !== outgoing) return;
    if (error !== null) {
      this.fail(error);
      return;
    }
    this.outgoing = null;
    const { late, times } = this.host.settings.plan('send');
    if (times === 0) return;
    this.turns.after(late, () => {
      outgoing.callback(null);
    });
  }
}
