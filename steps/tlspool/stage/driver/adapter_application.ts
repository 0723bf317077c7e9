import type { TlspoolClientApi } from '../../../../src/adapters/tlspool/api.js';
import type { Wire } from '../../underlying/wire/wire.js';
import type { Application, DrivenFlow } from './application.js';

/** An application that has its exchanges by the functions of a client under test. */
export class AdapterApplication implements Application {
  private pool: object | null = null;

  constructor(
    private readonly client: TlspoolClientApi,
    private readonly path: string,
    private readonly wire: Wire,
  ) {}

  begin(cipher: number, checks: boolean): DrivenFlow {
    this.pool ??= this.client.tlspool_async_open(this.path);
    const flow = new AdapterFlow(this.client, this.pool);
    flow.starttls(cipher, checks ? this.wire.flags.number('LOCALID_CHECK') : 0);
    return flow;
  }

  process(): void {
    if (this.pool !== null) this.client.tlspool_async_process(this.pool);
  }

  close(): void {
    if (this.pool !== null) this.client.tlspool_async_closed(this.pool);
    this.pool = null;
  }
}

class AdapterFlow implements DrivenFlow {
  asked: DrivenFlow['asked'] = null;
  end: DrivenFlow['end'] = null;
  plaintext: number | null = null;
  private readonly flow: object | null;

  constructor(
    private readonly client: TlspoolClientApi,
    pool: object | null,
  ) {
    const failed = (): void => void (this.end = 'error');
    this.flow = client.tlspool_flow_create(pool, failed, null);
  }

  starttls(cipher: number, flags: number): void {
    const asked = (what: DrivenFlow['asked']) => (): void => void (this.asked = what);
    const protect = (_context: unknown, plaintext: number): void => {
      this.plaintext = plaintext;
      this.end = 'protected';
    };
    const { client, flow } = this;
    // prettier-ignore
    const begun = client.tlspool_flow_starttls(
      flow, cipher, 'TLSPOOL_ROLE_SERVER', flags, null, null, null,
      asked('local identity'), null, asked('reconnect'), null, protect, null,
    );
    if (begun !== 0) throw new Error('tlspool_flow_starttls failed');
  }

  accept(): void {
    this.asked = null;
    this.client.tlspool_flow_accept(this.flow, null);
  }

  refuse(): void {
    this.asked = null;
    this.client.tlspool_flow_refuse(this.flow);
  }

  giveUp(): void {
    this.client.tlspool_flow_destroy(this.flow);
  }
}
