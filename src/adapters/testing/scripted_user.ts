import assert from 'node:assert/strict';
import { TLSIO_STATE_EXT } from '../tlsio/states.js';
import { create_tlsio } from '../tlsio/tlsio.js';
import type { Dependencies } from '../xio/dependencies.js';
import { ScriptedTransport } from './scripted_transport.js';
import { User } from './user.js';

export const STATES = Object.values(TLSIO_STATE_EXT);

/** A user over a scripted transport, with a clock and memory that the test decides about. */
export class ScriptedUser extends User {
  readonly transport: ScriptedTransport;
  now = 0;
  memory = true;

  constructor(asynchronousClose = true, dependencies: Partial<Dependencies> = {}) {
    super();
    this.transport = new ScriptedTransport(asynchronousClose);
    this.api = create_tlsio(this.transport.make, {
      log: this.log,
      now: () => this.now,
      allocate: (size) => (this.memory ? new Uint8Array(size) : null),
      ...dependencies,
    });
    this.handle = this.api.tlsio_create({ hostname: 'host', port: 443 });
    assert.notEqual(this.handle, null);
  }

  /** Brings the instance into a state; what was called and logged on the way is forgotten. */
  enter(state: TLSIO_STATE_EXT): this {
    if (state !== 'TLSIO_STATE_EXT_CLOSED') assert.equal(this.open(), 0);
    if (state !== 'TLSIO_STATE_EXT_CLOSED' && state !== 'TLSIO_STATE_EXT_OPENING') {
      this.transport.newest.secured = true;
      this.dowork();
      assert.deepEqual(this.events, ['open(IO_OPEN_OK)']);
    }
    if (state === 'TLSIO_STATE_EXT_CLOSING') assert.equal(this.close('first close'), 0);
    if (state === 'TLSIO_STATE_EXT_ERROR') {
      this.transport.newest.failure = 'broken by the test';
      this.dowork();
      assert.deepEqual(this.events, ['open(IO_OPEN_OK)', 'error']);
    }
    this.forget();
    return this;
  }

  forget(): void {
    this.events.length = 0;
    this.logs.length = 0;
  }

  get errorLogs(): string[] {
    return this.logs.filter((line) => line.startsWith('AZ_LOG_ERROR'));
  }
}
