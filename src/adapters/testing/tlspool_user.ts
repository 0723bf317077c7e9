import assert from 'node:assert/strict';
import { MemoryDescriptors } from '../../../steps/tlspool/underlying/memory/memory_descriptors.js';
import { MessageEnd, type Incoming } from '../../../steps/tlspool/underlying/message_end.js';
import type { TLSPOOL_COMMAND } from '../tlspool/api.js';
import { create_tlspool_client } from '../tlspool/client.js';
import { COMMANDS } from '../tlspool/commands.js';
import type { Descriptors } from '../tlspool/descriptors.js';
import { Flow } from '../tlspool/flow.js';
import {
  encode,
  MESSAGE_SIZE,
  payloadOf,
  readNumber,
  writeFields,
  type FieldValues,
} from '../tlspool/wire.js';

const PATH = 'pool.sock';

/** What a flow told its application: the name of the callback, and what came with it. */
export type Told = readonly [name: string, ...values: unknown[]];

/** The application of a client whose pool the test plays, over descriptors in memory. */
export class TlspoolUser {
  readonly descriptors = new MemoryDescriptors();
  readonly logged: string[] = [];
  readonly told: Told[] = [];
  /** What happens inside a callback, by its name. */
  readonly inside = new Map<string, () => void>();
  readonly client;
  readonly handle: object;
  /** The place of the pool. */
  readonly pool: MessageEnd;
  /** By which error the client can't write; null: it can. */
  sendError: number | null = null;
  private last: Incoming | null = null;

  constructor() {
    const { descriptors } = this;
    this.client = create_tlspool_client({
      log: (_category, message) => this.logged.push(message),
      descriptors: {
        ...(descriptors as Descriptors),
        send: (descriptor, bytes, passed) =>
          this.sendError === null ? descriptors.send(descriptor, bytes, passed) : -this.sendError,
      },
    });
    const listener = descriptors.listen(PATH, 0o600);
    const handle = this.client.tlspool_async_open(PATH);
    assert.ok(handle !== null);
    this.handle = handle;
    this.pool = new MessageEnd(descriptors, descriptors.accept(listener), MESSAGE_SIZE);
    descriptors.close(listener);
    descriptors.unlink(PATH);
  }

  process(): number {
    return this.client.tlspool_async_process(this.handle);
  }

  /** Sends a request, whose answers are noted under a name. */
  request(name: string, values: FieldValues & { readonly cmd: number }, descriptor = -1): object | null {
    const command = { cbid: values.cbid ?? 0, cmd: values.cmd, payload: payloadOf(encode(values)) };
    const note = (context: unknown, { cmd, cbid, payload }: TLSPOOL_COMMAND): void => {
      assert.equal(context, name);
      const message = encode({ cmd, cbid });
      message.set(payload, 8);
      this.note(name, cmd, cbid, ...(cmd === COMMANDS.ERROR ? [readNumber(message, 'tlserrno')] : []));
    };
    return this.client.tlspool_async_request(this.handle, command, descriptor, note, name);
  }

  flow(): Flow {
    const flow = this.client.tlspool_flow_create(
      this.handle,
      (context, tlserrno) => {
        this.note('error', context, tlserrno);
      },
      'of errors',
    );
    assert.ok(flow instanceof Flow);
    return flow;
  }

  ping(flow: object): number {
    return this.client.tlspool_flow_ping(
      flow,
      'me',
      1,
      (context, producer, facilities) => {
        this.note('introduced', context, producer, facilities);
      },
      'of ping',
    );
  }

  /** Asks for TLS on a new connection; null as local identity's callback: the application has none. */
  starttls(flow: object, asks: 'answers' | null = 'answers', cipher = this.descriptors.pair()[0]): number {
    return this.client.tlspool_flow_starttls(
      flow,
      cipher,
      'TLSPOOL_ROLE_SERVER',
      0x10000,
      null,
      null,
      'imap',
      asks === null
        ? null
        : (context, localid) => {
            this.note('local identity', context, localid);
          },
      1,
      (context) => {
        this.note('reconnect', context);
      },
      2,
      (context, plaintext) => {
        assert.ok(plaintext >= 0);
        this.descriptors.close(plaintext);
        this.note('protected', context);
      },
      3,
    );
  }

  /** The next message that the client has sent. */
  sent(): Incoming {
    this.pool.pump();
    const next = this.pool.incoming.shift();
    assert.ok(next !== undefined, 'the client has sent a message');
    this.last = next;
    return next;
  }

  /** The last message that the client has sent so far. */
  latest(): Incoming {
    this.pool.pump();
    while (this.pool.incoming.length > 0) this.sent();
    assert.ok(this.last !== null, 'the client has sent a message');
    return this.last;
  }

  /** Answers a message, the answer differing from it in some fields, and lets the client take it. */
  answer({ message }: Incoming, changes: FieldValues): void {
    const reply = Buffer.from(message);
    writeFields(reply, changes);
    this.pool.write(reply);
    this.process();
  }

  /** True when the client has sent nothing more. */
  get isSilent(): boolean {
    this.pool.pump();
    return this.pool.incoming.length === 0;
  }

  private note(name: string, ...values: readonly unknown[]): void {
    this.told.push([name, ...values]);
    this.inside.get(name)?.();
  }
}
