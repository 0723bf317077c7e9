import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { connect, type TLSSocket } from 'node:tls';
import type { TLSPOOL_CREDENTIALS, TlspoolClientApi } from '../../../src/adapters/tlspool/api.js';
import { FLAGS } from '../../../src/adapters/tlspool/commands.js';
import { systemDescriptors } from '../../../src/adapters/tlspool/system_descriptors.js';
import { SERVER_NAME } from '../underlying/credentials.js';
import { tcpConnection } from '../underlying/create_tlspool_underlying.js';

/** For one thing that must come from the pool or the peer, in milliseconds. */
const DEADLINE_MS = 10_000;
const EAGER_TURNS = 200;

/** How exchanges end, one after the other. */
export const WAYS = ['success', 'ERROR', 'a refusal', 'a cancellation', 'a disconnection'] as const;
type Way = (typeof WAYS)[number];

/** What an exchange has come to: `protected`, `error`, or nothing where it was given up. */
type End = 'protected' | 'error' | 'nothing';
const ENDS: Readonly<Record<Way, End>> = {
  success: 'protected',
  ERROR: 'error',
  'a refusal': 'error',
  'a cancellation': 'nothing',
  'a disconnection': 'error',
};

/** Exchanges of a client with a pool at a path, past the timeline: so many that nobody would read them. */
export class Driver {
  private pool: object | null = null;
  private made = 0;

  constructor(
    private readonly client: TlspoolClientApi,
    private readonly path: string,
    private readonly credentials: TLSPOOL_CREDENTIALS,
  ) {}

  /**
   * Has so many exchanges, each from its begin to its end.
   * @returns What is wrong with the first that ended otherwise than it was to; null: nothing.
   */
  async run(count: number): Promise<string | null> {
    for (let number = 0; number < count; number += 1) {
      const way = WAYS[this.made % WAYS.length] ?? 'success';
      // Every other time round, one step later or earlier in the flow.
      const isLate = Math.floor(this.made / WAYS.length) % 2 === 1;
      this.made += 1;
      const end = await this.exchange(way, isLate);
      if (end !== ENDS[way]) return `exchange ${this.made}, by ${way}, came to ${end}`;
    }
    return null;
  }

  /** Closes the connection to the pool. */
  close(): void {
    if (this.pool !== null) this.client.tlspool_async_closed(this.pool);
    this.pool = null;
  }

  private async exchange(way: Way, isLate: boolean): Promise<End> {
    const { client } = this;
    this.pool ??= client.tlspool_async_open(this.path);
    const { descriptor, far } = await tcpConnection();
    far.on('error', () => undefined);
    let [asked, end]: [string | null, End] = [null, 'nothing'];
    const set = (name: string) => (): void => void (asked = name);
    const flow = client.tlspool_flow_create(
      this.pool,
      () => {
        end = 'error';
      },
      null,
    );
    let plaintext = -1;
    const flags = isLate ? FLAGS.LOCALID_CHECK : 0;
    const begun = client.tlspool_flow_starttls(
      flow,
      descriptor,
      'TLSPOOL_ROLE_SERVER',
      flags,
      null,
      null,
      null,
      set('local identity'),
      null,
      set('reconnect'),
      null,
      (_, given) => {
        plaintext = given;
        end = 'protected';
      },
      null,
    );
    if (begun !== 0) throw new Error('tlspool_flow_starttls failed');
    const peer = way === 'ERROR' ? null : this.dressed(far);
    if (peer === null) far.write('GET / HTTP/1.0\r\n\r\n');
    const until = async (what: string): Promise<void> => {
      await this.until(`${what} of ${way}`, () => asked === what || end !== 'nothing');
      asked = null;
    };
    const agree = async (what: string): Promise<void> => {
      await until(what);
      client.tlspool_flow_accept(flow, null);
    };
    if (way === 'success') {
      if (isLate) await agree('local identity');
      await agree('reconnect');
      await until('the end');
    } else if (way === 'ERROR') await until('the end');
    else if (way === 'a refusal') {
      await until(isLate ? 'local identity' : 'reconnect');
      client.tlspool_flow_refuse(flow);
      await until('the end');
    } else if (way === 'a cancellation') {
      // Early: what the pool asks afterwards is refused by the client itself.
      if (isLate) await agree('local identity');
      client.tlspool_flow_destroy(flow);
    } else {
      if (isLate) await agree('local identity');
      await until('reconnect');
      if (isLate) client.tlspool_flow_accept(flow, null);
      this.close();
    }
    client.tlspool_flow_destroy(flow);
    if (plaintext >= 0) systemDescriptors.close(plaintext);
    await this.until(`the peer's end of ${way}`, () => far.destroyed || far.readableEnded);
    peer?.destroy();
    far.destroy();
    if (!far.closed) await once(far, 'close');
    return end;
  }

  private dressed(socket: Duplex): TLSSocket {
    const peer = connect({ socket, servername: SERVER_NAME, ca: this.credentials.authority });
    peer.on('error', () => undefined);
    peer.resume();
    return peer;
  }

  /** Processes what the pool says until the condition holds. */
  private async until(what: string, condition: () => boolean): Promise<void> {
    const start = performance.now();
    for (let turns = 0; !condition(); turns += 1) {
      if (this.pool !== null) this.client.tlspool_async_process(this.pool);
      await (turns < EAGER_TURNS ? turn() : pause(1));
      if (performance.now() - start > DEADLINE_MS) throw new Error(`${what} does not come`);
    }
  }
}
