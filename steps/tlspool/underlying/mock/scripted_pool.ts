import { COMMANDS, FACILITY_STARTTLS, FLAGS, IDENTITY } from '../../../../src/adapters/tlspool/commands.js';
import type { Descriptors } from '../../../../src/adapters/tlspool/descriptors.js';
import { readNumber, writeFields, type FieldValues } from '../../../../src/adapters/tlspool/wire.js';
import { SERVER_NAME } from '../credentials.js';
import type { Incoming } from '../message_end.js';
import type { Backend } from '../pool_stand.js';

/** A pool that goes through the message flow without doing TLS. */
export class ScriptedPool implements Backend {
  private readonly said: Buffer[] = [];
  private kept: number | null = null;
  private lastCallback = 0;

  constructor(private readonly descriptors: Descriptors) {}

  readonly take = ({ message, passed }: Incoming): void => {
    const [plain] = passed;
    const answer = (values: FieldValues): void => {
      const reply = Buffer.from(message);
      writeFields(reply, values);
      this.said.push(reply);
    };
    const callback = (cmd: number, more: FieldValues = {}): void => {
      this.lastCallback += 1;
      answer({ cmd, cbid: this.lastCallback, ...more });
    };
    const cmd = readNumber(message, 'cmd');
    if (cmd === COMMANDS.PING) {
      const facilities = readNumber(message, 'facilities') & FACILITY_STARTTLS;
      answer({ producer: IDENTITY, facilities });
    } else if (cmd === COMMANDS.STARTTLS) {
      const checks = (readNumber(message, 'flags') & FLAGS.LOCALID_CHECK) !== 0;
      if (checks) callback(COMMANDS.STARTTLS_LOCALID, { localid: SERVER_NAME });
      else callback(COMMANDS.PLAINTEXT_CONNECT);
    } else if (cmd === COMMANDS.STARTTLS_LOCALID) callback(COMMANDS.PLAINTEXT_CONNECT);
    else if (cmd === COMMANDS.PLAINTEXT_CONNECT && plain !== undefined) {
      this.keep(plain);
      answer({ cmd: COMMANDS.STARTTLS });
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
