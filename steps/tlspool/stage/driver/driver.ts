import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { connect, type TLSSocket } from 'node:tls';
import type { TLSPOOL_CREDENTIALS } from '../../../../src/adapters/tlspool/api.js';
import { SERVER_NAME } from '../../underlying/credentials.js';
import { tcpConnection } from '../../underlying/create_tlspool_underlying.js';
import { hostDescriptors } from '../../underlying/host/host_descriptors.js';
import type { Application, DrivenFlow } from './application.js';

/** For one thing that must come from the pool or the peer, in milliseconds. */
const DEADLINE_MS = 10_000;
const EAGER_TURNS = 200;

/** How exchanges end, one after the other, and what each comes to; `nothing` where it was given up. */
const WAYS = [
  ['success', 'protected'],
  ['ERROR', 'error'],
  ['a refusal', 'error'],
  ['a cancellation', 'nothing'],
  ['a disconnection', 'error'],
] as const;
type Way = (typeof WAYS)[number][0];

/** Exchanges with a pool, past the timeline: so many that nobody would read them. */
export class Driver {
  private made = 0;

  constructor(
    private readonly application: Application,
    private readonly credentials: TLSPOOL_CREDENTIALS,
  ) {}

  /**
   * Has so many exchanges, each from its begin to its end.
   * @returns What is wrong with the first that ended otherwise than it was to; null: nothing.
   */
  async run(count: number): Promise<string | null> {
    for (let number = 0; number < count; number += 1) {
      const [way, wanted] = WAYS[this.made % WAYS.length] ?? WAYS[0];
      // Every other time round, one step later or earlier in the flow.
      const isLate = Math.floor(this.made / WAYS.length) % 2 === 1;
      this.made += 1;
      const end = await this.exchange(way, isLate);
      if (end !== wanted) return `exchange ${this.made}, by ${way}, came to ${end}`;
    }
    return null;
  }

  /** Closes the connection to the pool. */
  close(): void {
    this.application.close();
  }

  private async exchange(way: Way, isLate: boolean): Promise<string> {
    const { descriptor, far } = await tcpConnection();
    far.on('error', () => undefined);
    const flow = this.application.begin(descriptor, isLate);
    const peer = way === 'ERROR' ? null : this.dressed(far);
    if (peer === null) far.write('GET / HTTP/1.0\r\n\r\n');
    await this.goThrough(flow, way, isLate);
    flow.giveUp();
    if (flow.plaintext !== null) hostDescriptors.close(flow.plaintext);
    await this.until(`the peer's end of ${way}`, () => far.destroyed || far.readableEnded);
    peer?.destroy();
    far.destroy();
    if (!far.closed) await once(far, 'close');
    return flow.end ?? 'nothing';
  }

  /** What the application does until the flow has come to its end, or is given up. */
  private async goThrough(flow: DrivenFlow, way: Way, isLate: boolean): Promise<void> {
    const asked = (what: DrivenFlow['asked']): Promise<void> =>
      this.until(`${what} of ${way}`, () => flow.asked === what || flow.end !== null);
    const ended = (): Promise<void> => this.until(`the end of ${way}`, () => flow.end !== null);
    const agree = async (what: DrivenFlow['asked']): Promise<void> => {
      await asked(what);
      flow.accept();
    };
    if (way === 'a refusal') {
      await asked(isLate ? 'local identity' : 'reconnect');
      flow.refuse();
      await ended();
      return;
    }
    if (isLate && way !== 'ERROR') await agree('local identity');
    // Cancelled early: what the pool asks afterwards is refused by the client itself.
    if (way === 'a cancellation') return;
    if (way === 'success') await agree('reconnect');
    if (way === 'a disconnection') {
      await asked('reconnect');
      if (isLate) flow.accept();
      this.close();
      return;
    }
    await ended();
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
      this.application.process();
      await (turns < EAGER_TURNS ? turn() : pause(1));
      if (performance.now() - start > DEADLINE_MS) throw new Error(`${what} does not come`);
    }
  }
}
