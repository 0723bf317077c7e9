import { constants } from 'node:os';
import type { SecureContext } from 'node:tls';
import { Assembler, type Arrival } from '../assembler.js';
import { COMMANDS, FACILITY_STARTTLS, FLAGS, IDENTITY } from '../commands.js';
import type { Descriptors } from '../descriptors.js';
import { errorText, TLSPOOL_ERRORS, type TlspoolErrorName } from '../errors.js';
import { Sender } from '../sender.js';
import { encode, readNumber, writeFields } from '../wire.js';
import type { Callbacks } from './callbacks.js';
import { controlKeyOf, ExchangeError, Starttls, type ExchangeHost } from './starttls.js';

/** What the connections of a pool share. */
export interface Shared {
  readonly descriptors: Descriptors;
  readonly secureContext: SecureContext;
  readonly callbacks: Callbacks;
  /** Control keys of the sessions that stand. */
  readonly controlKeys: Set<string>;
  /** Sessions that outlive their connection, by what ends them. */
  readonly detached: Set<() => void>;
}

/** One client of a pool, with its exchanges and sessions. */
export class ServiceConnection {
  private readonly assembler: Assembler;
  private readonly sender: Sender;
  private readonly exchanges = new Set<Starttls>();
  private readonly sessions = new Set<() => void>();
  private readonly stopWatching: () => void;
  /** Stops waiting for room in the socket; null while nothing needs it. */
  private stopWaiting: (() => void) | null = null;
  private isOpen = true;

  constructor(
    private readonly shared: Shared,
    private readonly descriptor: number,
    private readonly onClose: () => void,
  ) {
    const { descriptors } = shared;
    this.assembler = new Assembler(descriptors, descriptor);
    this.sender = new Sender(descriptors, descriptor);
    this.stopWatching = descriptors.watch(descriptor, () => {
      this.read();
    });
  }

  /** Closes the connection, and everything that depends on it. */
  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.stopWatching();
    this.stopWaiting?.();
    this.assembler.discard();
    this.sender.discard();
    for (const exchange of this.exchanges) exchange.abandon();
    for (const end of [...this.sessions]) end();
    this.shared.descriptors.close(this.descriptor);
    this.onClose();
  }

  private read(): void {
    while (this.isOpen) {
      const arrival = this.assembler.next();
      if (typeof arrival !== 'number') this.receive(arrival);
      else if (arrival === -constants.errno.EAGAIN) return;
      else this.close();
    }
  }

  private send(message: Buffer): void {
    if (!this.isOpen) return;
    if (this.sender.send(message, [])) this.waitForRoom();
    else this.closeLater();
  }

  /** The client is gone. What sends may be in the middle of a handshake, which node:tls does not survive the end of. */
  private closeLater(): void {
    setImmediate(() => {
      this.close();
    });
  }

  /** What the client does not take is sent as soon as there is room for it. */
  private waitForRoom(): void {
    if (!this.sender.isWaiting || this.stopWaiting !== null) return;
    this.stopWaiting = this.shared.descriptors.whenWritable(this.descriptor, () => {
      this.stopWaiting = null;
      if (this.sender.flush()) this.waitForRoom();
      else this.closeLater();
    });
  }

  private sendError(request: Buffer, error: TlspoolErrorName): void {
    this.send(
      encode({
        reqid: readNumber(request, 'reqid'),
        cmd: COMMANDS.ERROR,
        tlserrno: TLSPOOL_ERRORS[error],
        message: errorText(error),
      }),
    );
  }

  private refuse({ message, passed }: Arrival, error: TlspoolErrorName): void {
    for (const one of passed) this.shared.descriptors.close(one);
    this.sendError(message, error);
  }

  private receive(arrival: Arrival): void {
    const { message, passed } = arrival;
    const cbid = readNumber(message, 'cbid');
    if (cbid !== 0 && this.shared.callbacks.answer(this, cbid, arrival)) return;
    switch (readNumber(message, 'cmd')) {
      case COMMANDS.PING:
        if (passed.length > 0) this.refuse(arrival, 'E_TLSPOOL_SUPERFLUOUS_SOCKET');
        else this.introduce(message);
        return;
      case COMMANDS.STARTTLS:
        this.starttls(arrival);
        return;
      case COMMANDS.PRNG:
      case COMMANDS.INFO:
        this.refuse(arrival, 'E_TLSPOOL_COMMAND_NOTIMPL');
        return;
      default:
        this.refuse(arrival, 'E_TLSPOOL_COMMAND_UNKNOWN');
    }
  }

  private introduce(request: Buffer): void {
    const reply = encode({
      reqid: readNumber(request, 'reqid'),
      cbid: readNumber(request, 'cbid'),
      cmd: COMMANDS.PING,
      producer: IDENTITY,
      facilities: (readNumber(request, 'facilities') & FACILITY_STARTTLS) >>> 0,
    });
    this.send(reply);
  }

  private starttls(arrival: Arrival): void {
    const { message, passed } = arrival;
    const [cipher] = passed;
    if ((readNumber(message, 'flags') & FLAGS.RENEGOTIATE) !== 0) {
      const isKnown = this.shared.controlKeys.has(controlKeyOf(message));
      if (cipher !== undefined) this.refuse(arrival, 'E_TLSPOOL_SUPERFLUOUS_SOCKET');
      else this.refuse(arrival, isKnown ? 'E_TLSPOOL_COMMAND_NOTIMPL' : 'E_TLSPOOL_RENEGOTIATION_NOT_FOUND');
    } else if (cipher === undefined) this.refuse(arrival, 'E_TLSPOOL_CIPHER_SOCKET_NEEDED');
    else if (passed.length > 1) this.refuse(arrival, 'E_TLSPOOL_SUPERFLUOUS_SOCKET');
    else void this.exchange(message, cipher);
  }

  private async exchange(request: Buffer, cipher: number): Promise<void> {
    const host: ExchangeHost = {
      descriptors: this.shared.descriptors,
      secureContext: this.shared.secureContext,
      ask: (question, over) =>
        this.shared.callbacks.ask(this, over, (cbid) => {
          writeFields(question, { cbid });
          this.send(question);
        }),
    };
    const exchange = new Starttls(host, request);
    this.exchanges.add(exchange);
    try {
      const { reply, begin } = await exchange.run(cipher);
      this.keep(request, begin);
      this.send(reply);
    } catch (error) {
      if (!(error instanceof ExchangeError)) throw error;
      this.sendError(exchange.last, error.error);
    } finally {
      this.exchanges.delete(exchange);
    }
  }

  private keep(request: Buffer, begin: (onEnd: () => void) => () => void): void {
    const { controlKeys, detached } = this.shared;
    const key = controlKeyOf(request);
    const isDetached = (readNumber(request, 'flags') & (FLAGS.FORK | FLAGS.DETACH)) !== 0;
    const sessions = isDetached ? detached : this.sessions;
    controlKeys.add(key);
    const end = begin(() => {
      controlKeys.delete(key);
      sessions.delete(end);
    });
    sessions.add(end);
    if (!this.isOpen && !isDetached) end();
  }
}
