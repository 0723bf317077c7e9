import type { Descriptors } from '../../../../src/adapters/tlspool/descriptors.js';
import { MessageEnd } from '../../underlying/message_end.js';
import type { Values, Wire } from '../../underlying/wire/wire.js';
import { AS_SERVER } from '../pool_side.js';
import type { Application, DrivenFlow } from './application.js';

/** Numbers of requests begin anew behind this. */
const MOST_REQUESTS = 0xffff;

/** An application that the judge plays, for a pool under test: it speaks as the document's tables say. */
export class PlayedApplication implements Application {
  private end: MessageEnd | null = null;
  private readonly flows = new Map<number, PlayedFlow>();
  private reqid = 0;

  constructor(
    readonly descriptors: Descriptors,
    private readonly path: string,
    readonly wire: Wire,
  ) {}

  begin(cipher: number, checks: boolean): DrivenFlow {
    const flow = new PlayedFlow(this);
    const flags = checks ? `${AS_SERVER}+LOCALID_CHECK` : AS_SERVER;
    this.send(flow, this.wire.encode({ cmd: 'STARTTLS', flags }), {}, cipher);
    return flow;
  }

  process(): void {
    this.end?.pump();
    for (const { message } of this.end?.incoming.splice(0) ?? []) {
      const reqid = this.wire.number(message, 'reqid');
      const flow = this.flows.get(reqid);
      if (!this.wire.asks(message)) this.flows.delete(reqid);
      flow?.take(message);
    }
    if (this.end?.ended === true) this.close();
  }

  close(): void {
    this.end?.close();
    this.end = null;
    for (const flow of this.flows.values()) flow.fail();
    this.flows.clear();
  }

  /** Sends a message of a flow, in some fields otherwise, under a number of its own; a descriptor is closed once it is sent. */
  send(flow: PlayedFlow, message: Buffer, changes: Values, descriptor: number | null): void {
    this.flows.delete(flow.reqid);
    this.reqid = (this.reqid % MOST_REQUESTS) + 1;
    flow.reqid = this.reqid;
    this.flows.set(flow.reqid, flow);
    const passed = descriptor === null ? [] : [descriptor];
    this.connected.write(this.wire.write(message, { ...changes, reqid: flow.reqid }), passed);
    for (const one of passed) this.descriptors.close(one);
  }

  private get connected(): MessageEnd {
    if (this.end !== null) return this.end;
    const connection = this.descriptors.connect(this.path);
    if (connection < 0) throw new Error(`the pool can't be connected to: errno ${-connection}`);
    this.end = new MessageEnd(this.descriptors, connection, this.wire.size);
    return this.end;
  }
}

class PlayedFlow implements DrivenFlow {
  asked: DrivenFlow['asked'] = null;
  end: DrivenFlow['end'] = null;
  plaintext: number | null = null;
  /** The number of its last message. */
  reqid = 0;
  private callback: Buffer | null = null;
  /** The application's end of the plain text, until the pool has taken the other. */
  private kept: number | null = null;
  private isGivenUp = false;

  constructor(private readonly application: PlayedApplication) {}

  take(message: Buffer): void {
    const command = this.application.wire.command(message);
    if (this.application.wire.asks(message)) {
      this.callback = message;
      this.asked = command === 'PLAINTEXT_CONNECT' ? 'reconnect' : 'local identity';
      if (this.isGivenUp) this.refuse();
    } else if (this.isGivenUp || command !== 'STARTTLS') this.fail();
    else {
      this.end = 'protected';
      this.plaintext = this.kept;
      this.kept = null;
    }
  }

  /** An error has ended it. */
  fail(): void {
    if (!this.isGivenUp) this.end = 'error';
    this.closeKept();
  }

  accept(): void {
    if (this.asked !== 'reconnect') {
      this.answer({}, null);
      return;
    }
    const pair = this.application.descriptors.pair();
    if (pair === null) throw new Error('there are no descriptors for the plain text');
    this.closeKept();
    this.kept = pair[0];
    this.answer({}, pair[1]);
  }

  refuse(): void {
    this.answer({ cmd: 'ERROR', tlserrno: 'E_TLSPOOL_CLIENT_REFUSES_CALLBACK', message: 'refused' }, null);
  }

  giveUp(): void {
    this.isGivenUp = true;
    if (this.callback !== null) this.refuse();
    if (this.end === null) this.closeKept();
  }

  private answer(changes: Values, descriptor: number | null): void {
    const { callback } = this;
    if (callback === null) return;
    this.callback = null;
    this.asked = null;
    this.application.send(this, callback, changes, descriptor);
  }

  private closeKept(): void {
    if (this.kept !== null) this.application.descriptors.close(this.kept);
    this.kept = null;
  }
}
