import { Then, When } from '../../../../src/system/phrase_registry.js';
import { Note } from '../../../../src/stage/notes.js';
import type { ASYNC_SOCKET_BUFFER } from '../../../../src/adapters/async_socket/async_socket.js';
import { preparing } from '../../../../src/stage/preparation.js';
import type { CallRecord } from '../../../../src/timeline/timeline.js';
import { buffersOf, bytesOf } from '../../../async_socket/buffers.js';
import type { Win32World } from '../../stage/world.js';

/** Calls of the scenario with their buffers, oldest first. */
const made = new Note<{ call: CallRecord; buffers: readonly ASYNC_SOCKET_BUFFER[] }[]>('no call was made');

function start(
  world: Win32World,
  operation: 'send' | 'receive',
  buffers: readonly ASYNC_SOCKET_BUFFER[],
): void {
  const { stage } = world;
  const calls = stage.notes.ensure(made, () => []);
  calls.push({ call: stage.startIo(operation, buffers), buffers });
}

/** Bytes that tell where they belong. */
function pattern(length: number): string {
  return Array.from({ length: Math.ceil(length / 8) }, (_, index) =>
    index.toString(16).padStart(8, '0'),
  ).join('');
}

When(
  /^(\d+) sends of (\d+) bytes are made$/,
  async function (this: Win32World, count: number, bytes: number) {
    await preparing('send', () => {
      this.act();
      for (let number = 0; number < count; number += 1) {
        const text = pattern(bytes + number);
        start(this, 'send', buffersOf(text.slice(0, 5), text.slice(5)));
      }
    });
  },
);

When(/^the peer (ends|resets) while a receive is under way$/, async function (this: Win32World, how: string) {
  await preparing('leave a receive pending', () => {
    start(this, 'receive', buffersOf(16));
  });
  this.act();
  if (how === 'ends') this.stage.under.peer.end();
  else this.stage.under.peer.reset();
});

When(
  /^the peer sends (\d+) bytes for receives of (\d+)$/,
  async function (this: Win32World, sent: number, size: number) {
    const { stage } = this;
    const bytes = Buffer.from(pattern(sent));
    const received = (): number =>
      stage.under.observed.ios.started.reduce((sum, { transferred }) => sum + (transferred ?? 0), 0);
    this.act();
    stage.under.peer.deliver(bytes);
    while (received() < bytes.length) {
      const before = received();
      start(this, 'receive', buffersOf(1, size - 1));
      await stage.waitUntil('the end of a receive', () => received() > before);
      await stage.settle();
    }
  },
);

Then(/^no send shall complete$/, async function (this: Win32World) {
  await this.stage.settle();
  const count = this.timeline.callbacks.filter(
    ({ registration }) => registration.parameter === 'on_send_complete',
  ).length;
  this.expect.that(count === 0, 'no send completes', 'no completion', `${count} completions`);
});

When(/^the peer reads$/, function (this: Win32World) {
  this.stage.under.peer.resume();
});

Then(
  /^each of them shall complete with (\w+)(?: and (\d+) bytes)?$/,
  async function (this: Win32World, word: string, bytes: number | null) {
    const calls = this.stage.notes.get(made);
    const completionsOf = (call: CallRecord) =>
      this.timeline.callbacks.filter(({ registration }) => registration.call === call);
    await this.stage.waitUntil('the completions', () =>
      calls.every(({ call }) => completionsOf(call).length > 0),
    );
    await this.stage.settle();
    this.expect.that(calls.length > 0, 'there are calls', 'calls', 'none');
    for (const { call } of calls) {
      const all = completionsOf(call).map(({ arguments: given }) => given);
      const results = all.map((given) => String(given.send_result ?? given.receive_result));
      this.expect.that(results.join() === word, `${call.function} completes once`, word, results.join(', '));
      if (bytes === null) continue;
      const counts = all.map(({ bytes_received }) => String(bytes_received));
      this.expect.that(
        counts.join() === `${bytes}`,
        'the number of bytes is right',
        `${bytes}`,
        counts.join(', '),
      );
    }
  },
);

Then(/^the peer shall have all bytes in their order$/, async function (this: Win32World) {
  const sent = Buffer.concat(this.stage.notes.get(made).map(({ buffers }) => bytesOf(buffers)));
  const { peer } = this.stage.under;
  await this.stage.waitUntil('the last byte', () => peer.received.length >= sent.length);
  const isSame = peer.received.equals(sent);
  this.expect.that(
    isSame,
    'all bytes arrive in order',
    `${sent.length} bytes as sent`,
    `${peer.received.length} others`,
  );
});

/** Each receive says how many of its bytes count. */
Then(/^the (\d+) bytes shall have come in their order$/, function (this: Win32World, count: number) {
  const parts = this.stage.notes.get(made).map(({ call, buffers }) => {
    const told = this.timeline.callbacks.find(({ registration }) => registration.call === call);
    return bytesOf(buffers).subarray(0, Number(told?.arguments.bytes_received ?? 0));
  });
  const come = Buffer.concat(parts);
  const isSame = come.equals(Buffer.from(pattern(count)));
  this.expect.that(isSame, 'all bytes come in order', `${count} bytes as sent`, `${come.length} others`);
});
