import { randomBytes } from 'node:crypto';
import type { TLSPOOL_COMMAND, TLSPOOL_FLOW_STATE, TLSPOOL_ROLE } from './api.js';
import { COMMANDS, FLAGS, KNOWN_FLAGS } from './commands.js';
import { errorText, TLSPOOL_ERRORS, type TlspoolErrorName } from './errors.js';
import type { introduction, StarttlsListener } from './flow_callbacks.js';
import { errorCommand, Request, type PoolConnection } from './pool_connection.js';
import {
  encode,
  payloadOf,
  readNumber,
  readText,
  withPayload,
  writeFields,
  type FieldValues,
} from './wire.js';

const IPPROTO_TCP = 6;
const CTLKEY_BYTES = 16;

/** Identities and service of a `STARTTLS`; NULL: unknown. */
export interface Identities {
  readonly localid: string | null;
  readonly remoteid: string | null;
  readonly service: string | null;
}

const ROLES: Readonly<Record<TLSPOOL_ROLE, number>> = {
  TLSPOOL_ROLE_CLIENT: FLAGS.LOCALROLE_CLIENT | FLAGS.REMOTEROLE_SERVER,
  TLSPOOL_ROLE_SERVER: FLAGS.LOCALROLE_SERVER | FLAGS.REMOTEROLE_CLIENT,
};

/** One connection's way through the states of the message flow. */
export class Flow {
  private current: TLSPOOL_FLOW_STATE = 'TLSPOOL_FLOW_UNPROTECTED';
  private request: Request | null = null;
  private onIntroduced: ((producer: string, facilities: number) => void) | null = null;
  private listener: StarttlsListener | null = null;
  private wanted = 0;
  /** The callback that waits for the application. */
  private asked: TLSPOOL_COMMAND | null = null;
  /** The application's end of the plain text, until it is handed over. */
  private kept: number | null = null;
  private destroyed = false;

  constructor(
    private readonly pool: PoolConnection,
    private readonly onError: (tlserrno: number, message: string) => void,
  ) {}

  get state(): TLSPOOL_FLOW_STATE {
    return this.current;
  }

  /** Asks for the pool's identity and for facilities; a text says why not. */
  ping(
    identity: string,
    facilities: number,
    onIntroduced: ReturnType<typeof introduction> | null,
  ): string | null {
    if (this.current !== 'TLSPOOL_FLOW_UNPROTECTED') return this.unfit();
    this.onIntroduced = onIntroduced;
    this.wanted = facilities;
    return this.go(
      'TLSPOOL_FLOW_IDENTITY_AND_FEATURES',
      { cmd: COMMANDS.PING, producer: identity, facilities },
      null,
    );
  }

  /** Hands the connection over, which is closed here in any case; a text says why not. */
  starttls(
    cipher: number,
    role: TLSPOOL_ROLE,
    flags: number,
    identities: Identities,
    listener: StarttlsListener,
  ): string | null {
    if (this.current !== 'TLSPOOL_FLOW_UNPROTECTED' && this.current !== 'TLSPOOL_FLOW_INTRODUCED') {
      this.pool.descriptors.close(cipher);
      return this.unfit();
    }
    this.listener = listener;
    const { localid, remoteid, service } = identities;
    return this.go(
      'TLSPOOL_FLOW_HANDSHAKE',
      {
        cmd: COMMANDS.STARTTLS,
        // A flow begins anew: it never renegotiates.
        flags: (flags & KNOWN_FLAGS & ~FLAGS.RENEGOTIATE) | ROLES[role],
        ipproto: IPPROTO_TCP,
        localid: localid ?? '',
        remoteid: remoteid ?? '',
        service: service ?? '',
        ctlkey: randomBytes(CTLKEY_BYTES),
      },
      cipher,
    );
  }

  /** Agrees to what the pool asks; a text says why not. */
  accept(localid: string | null): string | null {
    const { asked } = this;
    if (asked === null) return this.unfit();
    if (asked.cmd === COMMANDS.STARTTLS_LOCALID) {
      const answer = withPayload({ reqid: 0, cbid: 0, cmd: 0 }, asked.payload);
      if (localid !== null) writeFields(answer, { localid });
      return this.answer({ ...asked, payload: payloadOf(answer) }, null);
    }
    const pair = this.pool.descriptors.pair();
    if (pair === null) {
      this.refuse();
      return 'there are no descriptors for the plain text';
    }
    // A pool that asks once more has not taken the end that it was given before.
    this.closeKept();
    this.kept = pair[0];
    const reason = this.answer(asked, pair[1]);
    if (reason !== null) this.closeKept();
    return reason;
  }

  /** Declines what the pool asks; a text says why not. */
  refuse(): string | null {
    if (this.asked === null) return this.unfit();
    return this.answer(errorCommand('E_TLSPOOL_CLIENT_REFUSES_CALLBACK', this.asked.cbid), null);
  }

  /** Ends without a word to the application. */
  destroy(): void {
    this.destroyed = true;
    if (this.request !== null) this.pool.cancel(this.request);
    this.request = null;
    this.asked = null;
    this.closeKept();
  }

  private unfit(): string {
    return `this is not possible in ${this.current}`;
  }

  private go(
    next: TLSPOOL_FLOW_STATE,
    values: FieldValues & { cmd: number },
    descriptor: number | null,
  ): string | null {
    return this.send(next, { cbid: 0, cmd: values.cmd, payload: payloadOf(encode(values)) }, descriptor);
  }

  private answer(command: TLSPOOL_COMMAND, descriptor: number | null): string | null {
    const reason = this.send('TLSPOOL_FLOW_HANDSHAKE', command, descriptor);
    if (reason === null) this.asked = null;
    return reason;
  }

  private send(next: TLSPOOL_FLOW_STATE, command: TLSPOOL_COMMAND, descriptor: number | null): string | null {
    const request = this.pool.request(
      command,
      descriptor,
      (_, message) => {
        this.receive(message);
      },
      null,
    );
    if (typeof request === 'string') return request;
    this.request = request;
    this.current = next;
    return null;
  }

  private receive(message: TLSPOOL_COMMAND): void {
    if (this.destroyed) return;
    const { cmd } = message;
    const bytes = withPayload({ reqid: 0, cbid: message.cbid, cmd }, message.payload);
    const known = EXPECTED[this.current]?.includes(cmd) === true;
    if (cmd === COMMANDS.ERROR) this.fail(readNumber(bytes, 'tlserrno'), readText(bytes, 'message'));
    else if (!known) this.failBy('EPROTO');
    else if (cmd === COMMANDS.PING)
      this.introduce(readText(bytes, 'producer'), readNumber(bytes, 'facilities'));
    else if (cmd === COMMANDS.STARTTLS_LOCALID) this.askForIdentity(message, readText(bytes, 'localid'));
    else if (cmd === COMMANDS.PLAINTEXT_CONNECT) {
      this.asked = message;
      this.current = 'TLSPOOL_FLOW_RECONNECT';
      this.listener?.onReconnect();
    } else this.protect();
  }

  private introduce(producer: string, facilities: number): void {
    this.request = null;
    if ((this.wanted & ~facilities) !== 0) {
      this.failBy('E_TLSPOOL_FACILITY_STARTTLS');
      return;
    }
    this.current = 'TLSPOOL_FLOW_INTRODUCED';
    this.onIntroduced?.(producer, facilities);
  }

  private askForIdentity(message: TLSPOOL_COMMAND, localid: string): void {
    this.asked = message;
    this.current = 'TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK';
    const ask = this.listener?.onLocalIdentity ?? null;
    if (ask === null) this.refuse();
    else ask(localid);
  }

  private protect(): void {
    const { kept } = this;
    if (kept === null) {
      this.failBy('EPROTO');
      return;
    }
    this.kept = null;
    this.request = null;
    this.current = 'TLSPOOL_FLOW_PROTECTED';
    this.listener?.onProtected(kept);
  }

  private failBy(error: TlspoolErrorName): void {
    this.fail(TLSPOOL_ERRORS[error], errorText(error));
  }

  private fail(tlserrno: number, message: string): void {
    if (this.request !== null) this.pool.cancel(this.request);
    this.request = null;
    this.asked = null;
    this.closeKept();
    this.current = 'TLSPOOL_FLOW_OVER';
    this.onError(tlserrno, message);
  }

  private closeKept(): void {
    if (this.kept !== null) this.pool.descriptors.close(this.kept);
    this.kept = null;
  }
}

/** What ends a wait, or goes on with it, beside `ERROR`. */
const EXPECTED: Partial<Readonly<Record<TLSPOOL_FLOW_STATE, readonly number[]>>> = {
  TLSPOOL_FLOW_IDENTITY_AND_FEATURES: [COMMANDS.PING],
  TLSPOOL_FLOW_HANDSHAKE: [COMMANDS.STARTTLS_LOCALID, COMMANDS.PLAINTEXT_CONNECT, COMMANDS.STARTTLS],
};
