import { randomFillSync } from 'node:crypto';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { createSecureContext, rootCertificates } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import { WebSocket } from 'ws';
import type { ClientOptions } from 'ws';

/** Where a connection goes, and what it asks for there. */
export interface Target {
  readonly address: string;
  readonly port: number;
  readonly secure: boolean;
  readonly path: string;
  readonly host: string;
  readonly origin: string;
  readonly protocol: string;
}

/** Something that a line has noticed; its user hears of it when it asks. */
export type Notice =
  | { readonly kind: 'established' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'received'; readonly bytes: Uint8Array }
  | { readonly kind: 'closed' };

/** What `ws` hands on to node:tls. */
type TlsOptions = Pick<ConnectionOptions, 'servername' | 'secureContext'>;

/** Bytes that may wait for the user before the connection is told to stop reading. */
const RECEIVED_LIMIT = 1024 * 1024;
/** Bytes that may wait for the socket before the line takes no more. */
const SENDING_LIMIT = 1024 * 1024;

const MASKS = Buffer.alloc(8 * 1024);
let masksLeft = 0;

/** A mask that is not zero: one of zeros would leave the payload where it is, in memory that is used again at once. */
function generateMask(mask: Buffer): void {
  do {
    if (masksLeft === 0) {
      randomFillSync(MASKS);
      masksLeft = MASKS.length;
    }
    masksLeft -= mask.length;
    MASKS.copy(mask, 0, masksLeft, masksLeft + mask.length);
  } while (mask.readUInt32LE(0) === 0);
}

/** @throws SyntaxError when the parts make no URL. */
function urlOf({ address, port, secure, path }: Target): URL {
  const name = isIP(address) === 6 ? `[${address}]` : address;
  const target = path.startsWith('/') ? path : `/${path}`;
  return new URL(`${secure ? 'wss' : 'ws'}://${name}:${port}${target}`);
}

/** A WebSocket connection whose events are only noted, until its user asks for them. */
export class WebSocketLine {
  private readonly socket: WebSocket;
  private readonly notices: Notice[] = [];
  private next = 0;
  private waiting = 0;
  private isOver = false;
  private stream: Duplex | null = null;

  /**
   * @param trusted PEM certificates that are trusted besides those Node.js comes with.
   * @throws Error when the target can't be tried at all: no URL, or no name of a sub-protocol.
   */
  constructor(target: Target, trusted: readonly string[]) {
    const options: ClientOptions & TlsOptions & { readonly generateMask: typeof generateMask } = {
      headers: { Host: target.host },
      origin: target.origin,
      perMessageDeflate: false,
      skipUTF8Validation: true,
      maxPayload: 0,
      generateMask,
    };
    if (target.secure) {
      options.servername = isIP(target.host) === 0 ? target.host : '';
      if (trusted.length > 0)
        options.secureContext = createSecureContext({ ca: [...rootCertificates, ...trusted] });
    }
    this.socket = new WebSocket(urlOf(target), target.protocol, options);
    this.socket.binaryType = 'nodebuffer';
    this.listen();
  }

  /** True until the connection stands or has failed. */
  get connecting(): boolean {
    return this.socket.readyState === WebSocket.CONNECTING && !this.isOver;
  }

  get open(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** True when a message would be taken. */
  get writable(): boolean {
    return this.open && this.socket.bufferedAmount < SENDING_LIMIT;
  }

  /** True from the handshake until its end was noted. */
  standing = false;
  /** Messages noted so far. */
  messages = 0;

  /** True when something was noted that the user has not asked for. */
  get hasNotices(): boolean {
    return this.next < this.notices.length;
  }

  /** The oldest notice, or null. */
  take(): Notice | null {
    const notice = this.notices[this.next];
    if (notice === undefined) return this.refill();
    this.next += 1;
    if (notice.kind === 'received') this.waiting -= notice.bytes.length;
    return notice;
  }

  /** Sends bytes as one message. They are copied while they are masked. */
  send(bytes: Uint8Array, binary: boolean): void {
    this.socket.send(bytes, { binary, compress: false });
  }

  /** Does work that sends messages, and hands them to the operating system together: a call for each costs most of all. */
  together(work: () => void): void {
    const { stream } = this;
    stream?.cork();
    try {
      work();
    } finally {
      stream?.uncork();
    }
  }

  /** Tells the peer, and gives the connection up at once: no event of it is noted any more. */
  discard(): void {
    this.isOver = true;
    this.socket.removeAllListeners();
    // The failure of an attempt that is given up reaches nobody.
    this.socket.on('error', () => undefined);
    if (this.open) this.socket.close();
    this.socket.terminate();
  }

  private listen(): void {
    let failure: string | null = null;
    this.socket.on('upgrade', (response) => {
      this.stream = response.socket;
    });
    this.socket.on('open', () => {
      this.standing = true;
      this.note({ kind: 'established' });
    });
    this.socket.on('message', (data: Buffer) => {
      this.waiting += data.length;
      this.messages += 1;
      this.note({ kind: 'received', bytes: data });
      if (this.waiting >= RECEIVED_LIMIT) this.socket.pause();
    });
    this.socket.on('error', (error) => {
      failure ??= error.message;
    });
    this.socket.on('close', () => {
      if (this.standing) this.note({ kind: 'closed' });
      else this.note({ kind: 'failed', reason: failure ?? 'the connection was closed' });
      this.standing = false;
    });
  }

  private note(notice: Notice): void {
    this.notices.push(notice);
  }

  private refill(): null {
    this.notices.length = 0;
    this.next = 0;
    if (this.socket.isPaused) this.socket.resume();
    return null;
  }
}
