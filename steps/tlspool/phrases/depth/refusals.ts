import { openSync } from 'node:fs';
import type { Duplex } from 'node:stream';
import { Then, When } from '../../../../src/system/phrase_registry.js';
import { preparing } from '../../../../src/stage/preparation.js';
import { act, fieldValue } from '../../stage/outbox.js';
import { messagesTo, type Client, type Refused, type Session } from '../../stage/pool_exchanges.js';
import { messagesOf, question, session } from '../../stage/sessions.js';
import type { TlspoolStage } from '../../stage/stage.js';
import type { TlspoolWorld } from '../../stage/world.js';

/** How a message is sent that is to be refused. */
interface Wrong {
  readonly passed: readonly number[];
  /** Of the descriptors that come with it. */
  readonly closed?: Refused['closed'];
  /** Bytes of it that are sent; left out: all. */
  readonly size?: number;
}

function refused({ service }: TlspoolStage): Refused {
  if (service.refused === null) throw new Error('nothing was sent to be refused');
  return service.refused;
}

/** Sends a message that is to be refused. */
function sendRefused(
  stage: TlspoolStage,
  client: Client,
  message: Buffer,
  { passed, closed = [], size = message.length }: Wrong,
): void {
  const reqids = [stage.wire.number(message, 'reqid')];
  stage.service.refused = { one: { client, reqids }, closed };
  stage.service.send(client, message.subarray(0, size), passed);
}

/** Watches the far end of a descriptor: it ends when the last copy of the descriptor is closed. */
function watched(far: Duplex): { yet: boolean } {
  const seen = { yet: false };
  for (const event of ['end', 'close', 'error'] as const) far.on(event, () => (seen.yet = true));
  far.resume();
  return seen;
}

/** Sends a message of a client's with descriptors of connections whose far ends are watched. */
async function sendWrong(
  stage: TlspoolStage,
  client: Client,
  message: Buffer,
  count: number,
  size = message.length,
): Promise<void> {
  const passed: number[] = [];
  const closed: { yet: boolean }[] = [];
  while (passed.length < count) {
    const { descriptor, far } = await stage.service.connection();
    passed.push(descriptor);
    closed.push(watched(far));
  }
  sendRefused(stage, client, message, { passed, closed, size });
}

/** A client's exchange stands, whose callback waits, before anything wrong is sent. */
function beside(stage: TlspoolStage): Session {
  return session(stage, 1);
}

When(
  /^the client sends (PING|STARTTLS|0x\w+)(?: with the (flags) (\S+))? beside it, and passes (\d+) descriptors?$/,
  async function (
    this: TlspoolWorld,
    command: string,
    field: string | null,
    value: string | null,
    count: number,
  ) {
    const { stage } = this;
    const { client } = beside(stage);
    const values = field === null || value === null ? {} : fieldValue(stage.wire, field, value);
    act(this);
    await sendWrong(stage, client, stage.service.request(command, values), count);
  },
);

When(
  /^another client answers its callback, and passes (\d+) descriptors?$/,
  async function (this: TlspoolWorld, count: number) {
    const { stage } = this;
    const callback = messagesOf(stage, beside(stage)).at(-1) ?? Buffer.alloc(0);
    const other = stage.service.connect();
    act(this);
    await sendWrong(stage, other, stage.service.answerTo(callback), count);
  },
);

When(
  /^the client answers a callback that has been answered, and passes (\d+) descriptors?$/,
  async function (this: TlspoolWorld, count: number) {
    const { stage } = this;
    const one = beside(stage);
    const callback = await question(stage, one, 'PLAINTEXT_CONNECT');
    act(this);
    await sendWrong(stage, one.client, stage.service.answerTo(callback), count);
  },
);

/** The answer belongs to the exchange: it ends with it. */
When(
  /^the client answers its callback (STARTTLS_LOCALID|PLAINTEXT_CONNECT), and passes (\d+) descriptors?$/,
  async function (this: TlspoolWorld, command: string, count: number) {
    const { stage } = this;
    const one = beside(stage);
    const callback = await question(stage, one, command);
    act(this);
    await sendWrong(stage, one.client, stage.service.answerTo(callback), count);
    refused(stage).closed.push(watched(one.connection.far));
  },
);

When(
  /^another client sends (\d+) bytes of a (PING|STARTTLS) with (\d+) descriptors?, and closes its connection$/,
  async function (this: TlspoolWorld, size: number, command: string, count: number) {
    const { stage } = this;
    const other = stage.service.connect();
    await preparing('let the pool accept the client', () => stage.settle());
    act(this);
    await sendWrong(stage, other, stage.service.request(command), count, size);
    other.end.close();
  },
);

/** A descriptor of a file, which can carry nothing. */
When(
  /^the client sends STARTTLS beside it, and passes a descriptor that is no socket$/,
  function (this: TlspoolWorld) {
    const { stage } = this;
    const message = stage.service.request('STARTTLS');
    act(this);
    sendRefused(stage, beside(stage).client, message, { passed: [openSync('/dev/null', 'r')] });
  },
);

When(
  /^the client answers its callback, and passes a descriptor that is no socket$/,
  async function (this: TlspoolWorld) {
    const { stage } = this;
    const one = beside(stage);
    const callback = await question(stage, one, 'PLAINTEXT_CONNECT');
    const closed = [watched(one.connection.far)];
    act(this);
    sendRefused(stage, one.client, stage.service.answerTo(callback), {
      passed: [openSync('/dev/null', 'r')],
      closed,
    });
  },
);

Then(
  /^it shall be refused once, with the tlserrno (\w+)$/,
  async function (this: TlspoolWorld, word: string) {
    const { stage } = this;
    const { one } = refused(stage);
    await stage.comes(() => messagesOf(stage, one).length > 0);
    await stage.settle();
    const { wire } = stage;
    const errors = messagesOf(stage, one).map((message) =>
      wire.command(message) === 'ERROR' ? wire.errorIn(message) : 'no ERROR',
    );
    this.expect.that(
      errors.length === 1 && errors[0] === word,
      'the answer',
      `${word}, once`,
      errors.join(', ') || 'none',
    );
  },
);

Then(/^all (\d+) descriptors of it shall be closed$/, async function (this: TlspoolWorld, count: number) {
  const { closed } = refused(this.stage);
  await this.stage.comes(() => closed.every(({ yet }) => yet));
  const left = closed.filter(({ yet }) => !yet).length;
  this.expect.that(
    closed.length === count && left === 0,
    'open descriptors',
    `0 of ${count}`,
    `${left} of ${closed.length}`,
  );
});

Then(/^the connection of the client shall be of use$/, async function (this: TlspoolWorld) {
  const { stage } = this;
  const { client } = beside(stage);
  const reqid = 0x42;
  client.end.write(stage.wire.encode({ reqid, cmd: 'PING', facilities: stage.wire.facilities }));
  const answers = (): number =>
    messagesTo(client).filter((message) => stage.wire.number(message, 'reqid') === reqid).length;
  await stage.comes(() => answers() > 0);
  this.expect.that(answers() === 1, 'PING is answered', '1 message', `${answers()}`);
});
