import { randomInt } from 'node:crypto';
import { constants } from 'node:os';
import type { ON_TLSPOOL_MESSAGE, TLSPOOL_COMMAND } from './api.js';
import { Assembler } from './assembler.js';
import { COMMANDS, FLAGS, isCallback } from './commands.js';
import type { Descriptors } from './descriptors.js';
import { errorText, TLSPOOL_ERRORS, type TlspoolErrorName } from './errors.js';
import { Sender } from './sender.js';
import { encode, payloadOf, readNumber, withPayload } from './wire.js';

const REQUEST_IDS = 0x10000;

/** A request on its way. */
export class Request {
  /** Number of the callback that waits to be answered. */
  callback: number | null = null;

  constructor(
    readonly reqid: number,
    /** Null once the request was cancelled: its number stays taken until the pool has answered. */
    public receiver: ((message: TLSPOOL_COMMAND) => void) | null,
  ) {}
}

/** An `ERROR` as the pool would have sent it. */
export function errorCommand(error: TlspoolErrorName, cbid = 0): TLSPOOL_COMMAND {
  const { ERROR: cmd } = COMMANDS;
  const message = encode({ cbid, cmd, tlserrno: TLSPOOL_ERRORS[error], message: errorText(error) });
  return { cbid, cmd, payload: payloadOf(message) };
}

/** One connection to a pool, with all requests that wait on it. */
export class PoolConnection {
  private readonly requests = new Map<number, Request>();
  private readonly assembler: Assembler;
  private readonly sender: Sender;
  private open = true;

  constructor(
    readonly descriptors: Descriptors,
    /** The connection, for whoever wants to watch when something can be read from it. */
    readonly descriptor: number,
  ) {
    this.assembler = new Assembler(descriptors, descriptor);
    this.sender = new Sender(descriptors, descriptor);
  }

  get isOpen(): boolean {
    return this.open;
  }

  /**
   * Sends a command.
   * @param descriptor Goes with it, and is closed here in any case; null: none.
   * @returns Why it can't be sent, or the request that waits.
   */
  request(
    command: TLSPOOL_COMMAND,
    descriptor: number | null,
    on_message: ON_TLSPOOL_MESSAGE,
    context: unknown,
  ): Request | string {
    const passed = descriptor === null ? [] : [descriptor];
    const refused = (why: string): string => {
      for (const one of passed) this.descriptors.close(one);
      return why;
    };
    if (!this.open) return refused('the connection to the pool has ended');
    if (descriptor !== null && isRenegotiation(command))
      return refused('a renegotiation takes no descriptor');
    const answered = command.cbid === 0 ? null : this.waitingFor(command.cbid);
    if (answered === undefined) return refused(`no callback ${command.cbid} waits for an answer`);
    if (this.requests.size >= REQUEST_IDS) return refused('all request numbers are taken');
    const request = new Request(this.freeNumber(), (message) => {
      on_message(context, message);
    });
    this.requests.set(request.reqid, request);
    if (this.sender.send(withPayload({ ...command, reqid: request.reqid }, command.payload), passed)) {
      // Only what goes on under another number is over under its own.
      if (answered !== null) this.requests.delete(answered.reqid);
      return request;
    }
    this.requests.delete(request.reqid);
    this.sender.discard();
    return 'the pool takes no more messages';
  }

  /** Keeps the answer of a request from everybody; false when it has been answered. */
  cancel(request: Request): boolean {
    if (this.requests.get(request.reqid) !== request || request.receiver === null) return false;
    request.receiver = null;
    if (request.callback !== null && this.open) this.refuse(request.reqid, request.callback);
    return true;
  }

  /** Takes what has come; false once the connection has ended. */
  process(): boolean {
    while (this.open) {
      const arrival = this.assembler.next();
      if (typeof arrival === 'number') {
        if (arrival === -constants.errno.EAGAIN && this.sender.flush()) return true;
        this.end();
        return false;
      }
      // The pool passes none; what came nevertheless is nobody's.
      for (const one of arrival.passed) this.descriptors.close(one);
      this.dispatch(arrival.message);
    }
    return false;
  }

  /** Closes the connection and gives each request its end. */
  end(): void {
    if (!this.open) return;
    this.open = false;
    this.sender.discard();
    this.assembler.discard();
    this.descriptors.close(this.descriptor);
    // A request that has not got its end can still be cancelled, by whoever gets the one before.
    for (const [reqid, { receiver }] of this.requests) {
      this.requests.delete(reqid);
      receiver?.(errorCommand('EPIPE'));
    }
  }

  private dispatch(message: Buffer): void {
    const [reqid, cbid, cmd] = [
      readNumber(message, 'reqid'),
      readNumber(message, 'cbid'),
      readNumber(message, 'cmd'),
    ];
    const request = this.requests.get(reqid);
    if (isCallback(cmd) && !this.isAnswerable(cbid, request)) {
      const receiver = request?.receiver;
      if (request !== undefined) this.cancel(request);
      receiver?.(errorCommand('EPROTO'));
      return;
    }
    if (request?.receiver == null && isCallback(cmd)) {
      this.refuse(reqid, cbid);
      return;
    }
    if (request === undefined) return;
    if (isCallback(cmd)) request.callback = cbid;
    else this.requests.delete(reqid);
    request.receiver?.({ cbid, cmd, payload: Buffer.from(payloadOf(message)) });
  }

  /** An answer finds its callback by the number alone: 0 is that of a request, and another's would be answered instead. */
  private isAnswerable(cbid: number, request: Request | undefined): boolean {
    const waiting = this.waitingFor(cbid);
    return cbid !== 0 && (waiting === undefined || waiting === request);
  }

  private refuse(reqid: number, cbid: number): void {
    const command = errorCommand('E_TLSPOOL_CLIENT_REFUSES_CALLBACK', cbid);
    this.sender.send(withPayload({ ...command, reqid }, command.payload), []);
  }

  private waitingFor(cbid: number): Request | undefined {
    return [...this.requests.values()].find(
      ({ callback, receiver }) => callback === cbid && receiver !== null,
    );
  }

  private freeNumber(): number {
    for (;;) {
      const reqid = randomInt(REQUEST_IDS);
      if (!this.requests.has(reqid)) return reqid;
    }
  }
}

/** A renegotiation goes on with the connection that the pool has. */
function isRenegotiation({ cmd, payload }: TLSPOOL_COMMAND): boolean {
  if (cmd !== COMMANDS.STARTTLS) return false;
  const flags = readNumber(withPayload({ reqid: 0, cbid: 0, cmd }, payload), 'flags');
  return (flags & FLAGS.RENEGOTIATE) !== 0;
}
