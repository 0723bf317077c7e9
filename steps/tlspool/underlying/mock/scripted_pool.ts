import type { Descriptors } from '../../../../src/adapters/tlspool/descriptors.js';
import type { Values, Wire } from '../wire/wire.js';
import { SERVER_NAME } from '../credentials.js';
import type { Incoming } from '../message_end.js';
import type { Backend } from '../pool_stand.js';

/** A pool that goes through the message flow without doing TLS. */
export class ScriptedPool implements Backend {
  private readonly said: Buffer[] = [];
  private kept: number | null = null;
  private lastCallback = 0;

  constructor(
    private readonly descriptors: Descriptors,
    private readonly wire: Wire,
  ) {}

  readonly take = ({ message, passed }: Incoming): void => {
    const { wire } = this;
    const [plain] = passed;
    const answer = (values: Values): void => {
      this.said.push(wire.write(Buffer.from(message), values));
    };
    const callback = (cmd: string, more: Values = {}): void => {
      this.lastCallback += 1;
      answer({ cmd, cbid: this.lastCallback, ...more });
    };
    const command = wire.command(message);
    if (command === 'PING') {
      const facilities = wire.number(message, 'facilities') & wire.facilities;
      answer({ producer: wire.identity, facilities });
    } else if (command === 'STARTTLS') {
      const checks = (wire.number(message, 'flags') & wire.flags.number('LOCALID_CHECK')) !== 0;
      if (checks) callback('STARTTLS_LOCALID', { localid: SERVER_NAME });
      else callback('PLAINTEXT_CONNECT');
    } else if (command === 'STARTTLS_LOCALID') callback('PLAINTEXT_CONNECT');
    else if (command === 'PLAINTEXT_CONNECT' && plain !== undefined) {
      this.keep(plain);
      answer({ cmd: 'STARTTLS' });
      return;
    }
    for (const one of passed) this.descriptors.close(one);
  };

  readonly next = (): Buffer | null => this.said.shift() ?? null;

  readonly plain = (): number | null => {
    const { kept } = this;
    this.kept = null;
    return kept;
  };

  readonly close = (): void => {
    if (this.kept !== null) this.descriptors.close(this.kept);
    this.kept = null;
  };

  private keep(plain: number): void {
    this.close();
    this.kept = plain;
  }
}
