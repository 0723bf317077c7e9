import type { Duplex } from 'node:stream';
import type { SecureContext } from 'node:tls';
import { COMMANDS, FLAGS } from '../commands.js';
import type { Descriptors } from '../descriptors.js';
import type { TlspoolErrorName } from '../errors.js';
import { readBytes, readNumber, readText, writeFields } from '../wire.js';
import type { Answer } from './callbacks.js';
import { handshake } from './handshake.js';
import { carry } from './session.js';

/** Milliseconds that a handshake may take where the client says 0. */
const DEFAULT_TIMEOUT_MS = 60_000;
const NEVER = 0xffffffff;
/** Longest time that a timer can have. */
const LONGEST_MS = 0x7fffffff;

/** By any of these a peer has gone. */
const GONE = ['end', 'error', 'close'] as const;

/** Ends an exchange with an error of the pool's table. */
export class ExchangeError extends Error {
  constructor(readonly error: TlspoolErrorName) {
    super(error);
    this.name = 'ExchangeError';
  }
}

/** What an exchange needs of the connection that it belongs to. */
export interface ExchangeHost {
  readonly descriptors: Descriptors;
  readonly secureContext: SecureContext;
  /** Makes a callback of a message and waits for its answer; rejects once the exchange is over. */
  readonly ask: (message: Buffer, over: AbortSignal) => Promise<Answer>;
}

/** What an exchange has become when it succeeded. */
export interface Session {
  /** The last message. */
  readonly reply: Buffer;
  /** Begins to carry what the two sides send. */
  readonly begin: (onEnd: () => void) => () => void;
}

/** A `STARTTLS` from its request to its last message. */
export class Starttls {
  private current: Buffer;
  private plain: number | null = null;
  private cipher: Duplex | null = null;
  private readonly over = new AbortController();
  /** Why an answer was not taken: node:tls loses the error of a question that it asks, where the connection ends first. */
  private refusal: ExchangeError | null = null;

  constructor(
    private readonly host: ExchangeHost,
    request: Buffer,
  ) {
    this.current = request;
  }

  /** The client's last message of this exchange: the next one of the pool carries its number. */
  get last(): Buffer {
    return this.current;
  }

  /**
   * Does the handshake and asks for the descriptor of the plain text.
   * @param descriptor The connection; closed when this fails.
   * @throws ExchangeError with what the client is told.
   */
  async run(descriptor: number): Promise<Session> {
    const { descriptors, secureContext } = this.host;
    let role: 'client' | 'server';
    try {
      role = roleOf(this.current);
    } catch (error) {
      descriptors.close(descriptor);
      throw error;
    }
    const cipher = this.streamOf(descriptor, 'E_TLSPOOL_CIPHER_SOCKET_NEEDED');
    cipher.on('error', () => undefined);
    this.cipher = cipher;
    const timer = this.timer();
    try {
      const secured = await handshake(cipher, {
        role,
        secureContext,
        remoteid: readText(this.current, 'remoteid'),
        onLocalIdentity: (localid) => this.checkIdentity(localid),
      });
      const lost = (): void => {
        this.abandon();
      };
      // The end comes when nothing that the peer has sent waits for the application: then nobody misses anything.
      for (const event of GONE) secured.once(event, lost);
      if (this.plain === null) await this.reconnect();
      for (const event of GONE) secured.off(event, lost);
      if (this.over.signal.aborted || this.plain === null)
        throw new ExchangeError('E_TLSPOOL_STIRRED_NOT_SHAKEN');
      const given = this.plain;
      this.plain = null;
      const plain = this.streamOf(given, 'E_TLSPOOL_PLAIN_SOCKET_NEEDED');
      const reply = Buffer.from(this.current);
      writeFields(reply, { cmd: COMMANDS.STARTTLS });
      return { reply, begin: (onEnd) => carry(plain, secured, cipher, onEnd) };
    } catch (error) {
      this.abandon();
      if (this.refusal !== null) throw this.refusal;
      if (error instanceof ExchangeError) throw error;
      throw new ExchangeError('E_TLSPOOL_STIRRED_NOT_SHAKEN');
    } finally {
      clearTimeout(timer);
    }
  }

  /** Gives up: a callback that waits is taken back, and what is open is closed. */
  abandon(): void {
    this.over.abort();
    this.cipher?.destroy();
    if (this.plain !== null) this.host.descriptors.close(this.plain);
    this.plain = null;
  }

  /** A stream over a descriptor that a client has passed, which may be one of anything. */
  private streamOf(descriptor: number, needed: TlspoolErrorName): Duplex {
    try {
      return this.host.descriptors.stream(descriptor);
    } catch {
      this.host.descriptors.close(descriptor);
      throw new ExchangeError(needed);
    }
  }

  private timer(): NodeJS.Timeout | undefined {
    const timeout = readNumber(this.current, 'timeout');
    if (timeout === NEVER) return undefined;
    const milliseconds = Math.min(timeout === 0 ? DEFAULT_TIMEOUT_MS : timeout, LONGEST_MS);
    return setTimeout(() => {
      this.abandon();
    }, milliseconds);
  }

  private async checkIdentity(localid: string): Promise<void> {
    if ((readNumber(this.current, 'flags') & FLAGS.LOCALID_CHECK) === 0) return;
    const question = Buffer.from(this.current);
    writeFields(question, { cmd: COMMANDS.STARTTLS_LOCALID, localid });
    const answer = await this.ask(question, COMMANDS.STARTTLS_LOCALID, 'E_TLSPOOL_STIRRED_NOT_SHAKEN');
    this.plain = answer.passed[0] ?? null;
  }

  private async reconnect(): Promise<void> {
    const question = Buffer.from(this.current);
    writeFields(question, { cmd: COMMANDS.PLAINTEXT_CONNECT });
    const answer = await this.ask(
      question,
      COMMANDS.PLAINTEXT_CONNECT,
      'E_TLSPOOL_COMMAND_BAD_CALLBACK_RESPONSE',
    );
    const [plain] = answer.passed;
    if (plain === undefined) throw new ExchangeError('E_TLSPOOL_PLAIN_SOCKET_NEEDED');
    this.plain = plain;
  }

  /** Asks, and takes an answer of the right command with one descriptor at most. */
  private async ask(question: Buffer, command: number, otherwise: TlspoolErrorName): Promise<Answer> {
    const answer = await this.host.ask(question, this.over.signal);
    this.current = answer.message;
    const isRight = readNumber(answer.message, 'cmd') === command;
    if (isRight && answer.passed.length <= 1 && !this.over.signal.aborted) return answer;
    for (const one of answer.passed) this.host.descriptors.close(one);
    const isTooMuch = isRight && answer.passed.length > 1;
    this.refusal = new ExchangeError(isTooMuch ? 'E_TLSPOOL_SUPERFLUOUS_SOCKET' : otherwise);
    throw this.refusal;
  }
}

/** The part that the pool shall play: one whose counterpart the peer may play. */
function roleOf(request: Buffer): 'client' | 'server' {
  const flags = readNumber(request, 'flags');
  const may = (local: number, remote: number): boolean => (flags & local) !== 0 && (flags & remote) !== 0;
  if ((flags & FLAGS.DTLS) !== 0) throw new ExchangeError('E_TLSPOOL_COMMAND_NOTIMPL');
  if (may(FLAGS.LOCALROLE_CLIENT, FLAGS.REMOTEROLE_SERVER)) return 'client';
  if (may(FLAGS.LOCALROLE_SERVER, FLAGS.REMOTEROLE_CLIENT)) return 'server';
  throw new ExchangeError('E_TLSPOOL_COMMAND_NOTIMPL');
}

/** The control key of a request, for comparison. */
export function controlKeyOf(request: Buffer): string {
  return readBytes(request, 'ctlkey').toString('hex');
}
