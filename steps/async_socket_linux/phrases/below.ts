import { Then } from '../../../src/system/phrase_registry.js';
import { EPOLL_CTL, EPOLL_EVENTS, MSG_NOSIGNAL } from '../underlying/header.js';
import type { SocketCall } from '../underlying/observed.js';
import { scopeOf } from '../../../src/phrases/scope.js';
import type { CallRecord } from '../../../src/timeline/timeline.js';
import type { LinuxWorld } from '../stage/world.js';

/** Calls below that were made since the scenario's action, by this function where it is one. */
export function madeBelow(world: LinuxWorld, name: string, subject: string): readonly SocketCall[] {
  const { mark, function: of } = scopeOf(world, subject);
  const isOf = (call: CallRecord): boolean =>
    call.function === of && call.sequence >= mark && !world.probes.has(call);
  return world.stage.under.observed.made.filter(
    (call) => call.name === name && call.sequence >= mark && (of === null || call.during.some(isOf)),
  );
}

function number(table: ReadonlyMap<string, number>, word: string): number {
  const value = table.get(word);
  if (value === undefined) throw new Error(`no step knows the constant ${word}`);
  return value;
}

/** "completion_port_add with EPOLL_CTL_MOD" names an operation, "with EPOLLIN" an event. */
function isCalledWith(call: SocketCall, word: string): boolean {
  const [, operation, events] = call.arguments;
  if (EPOLL_CTL.has(word)) return operation === number(EPOLL_CTL, word);
  return (Number(events) & number(EPOLL_EVENTS, word)) !== 0;
}

const shown = (calls: readonly SocketCall[]): string =>
  calls.length === 0
    ? 'no such call'
    : calls
        .map(({ arguments: [, operation, events] }) => `${String(operation)}, ${String(events)}`)
        .join('; ');

Then(
  /^(async_socket_create) shall retrieve an COMPLETION_PORT_HANDLE object by calling (\w+)$/,
  function (this: LinuxWorld, name: string, below: string) {
    const calls = madeBelow(this, below, name);
    const got = calls.filter(({ result }) => result !== null);
    this.expect.that(got.length === 1, `${name} calls ${below}`, '1 call', `${calls.length}`);
    const { references } = this.stage.under;
    this.expect.that(references === 1, 'it holds a reference', '1', `${references}`);
  },
);

Then(
  /^(async_socket_open_async) shall add the socket to the epoll system by calling (\w+) with (\w+)$/,
  function (this: LinuxWorld, name: string, below: string, operation: string) {
    const calls = madeBelow(this, below, name);
    const right = calls.filter(({ arguments: [, op, socket], result }) => {
      return op === number(EPOLL_CTL, operation) && socket === this.stage.socket && result === 0;
    });
    const seen = calls.map(({ arguments: [, op] }) => String(op)).join(', ');
    this.expect.that(
      right.length === 1,
      `${name} calls ${below} with ${operation}`,
      `1 call with ${number(EPOLL_CTL, operation)}`,
      seen === '' ? `no call of ${below}` : seen,
    );
  },
);

Then(
  /^the context shall then be added to the completion port system by calling (\w+) with (\w+) and (\w+) as the callback$/,
  function (this: LinuxWorld, below: string, word: string, callback: string) {
    const calls = madeBelow(this, below, this.call.function);
    this.expect.that(calls.length === 1, `${below} is called once`, '1 call', `${calls.length}`);
    for (const call of calls) {
      this.expect.that(isCalledWith(call, word), `it is called with ${word}`, word, shown([call]));
      const given = call.arguments[4];
      const name = typeof given === 'function' ? given.name : typeof given;
      this.expect.that(name === callback, `${callback} is the callback`, callback, name);
      this.expect.that(
        call.arguments[3] === this.stage.socket,
        'it is called for the socket',
        'the socket',
        'another',
      );
      // What is waited for is what the operation needs.
      const wanted = this.call.function.includes('send') ? 'EPOLLOUT' : 'EPOLLIN';
      this.expect.that(isCalledWith(call, wanted), `it waits for ${wanted}`, wanted, shown([call]));
    }
  },
);

Then(
  /^(async_socket_close) shall call (\w+) on the underlying socket$/,
  async function (this: LinuxWorld, name: string, below: string) {
    await this.stage.settle();
    const calls = madeBelow(this, below, name).filter(
      ({ arguments: [socket] }) => socket === this.stage.socket,
    );
    this.expect.that(calls.length === 1, `${name} calls ${below} on the socket`, '1 call', `${calls.length}`);
    this.stage.under.makeRoom();
    await this.stage.waitUntil('the end of the connection at the peer', () => this.stage.under.peer.sawEnd);
  },
);

Then(
  /^(async_socket_destroy) shall decrement the reference count on the completion port$/,
  async function (this: LinuxWorld, name: string) {
    await this.stage.settle();
    const calls = madeBelow(this, 'completion_port_dec_ref', name);
    this.expect.that(calls.length === 1, `${name} gives its reference back`, '1 call', `${calls.length}`);
    const { references } = this.stage.under;
    this.expect.that(references === 0, 'no reference is left', '0', `${references}`);
  },
);

Then(
  /^(async_socket_destroy) shall perform an implicit close$/,
  async function (this: LinuxWorld, name: string) {
    await this.stage.settle();
    if (!this.isBlindTo('diagnostics')) {
      const states = this.stage.diagnostics.states({ mark: this.mark, function: name });
      const path = states.join(', ');
      this.expect.that(path === 'CLOSING, CLOSED', `${name} closes`, 'CLOSING, CLOSED', path);
    }
    const calls = madeBelow(this, 'close', name).filter(
      ({ arguments: [socket] }) => socket === this.stage.socket,
    );
    this.expect.that(calls.length === 1, 'the socket is closed', '1 call of close', `${calls.length}`);
    this.stage.under.makeRoom();
    await this.stage.waitUntil('the end of the connection at the peer', () => this.stage.under.peer.sawEnd);
  },
);

const FLAGS: ReadonlyMap<string, number> = new Map([['MSG_NOSIGNAL', MSG_NOSIGNAL]]);

Then(
  /^(async_socket_send_async) shall attempt to send the data by calling (\w+) with the (\w+) flag to ensure SIGPIPE is not generated on errors$/,
  function (this: LinuxWorld, name: string, below: string, flag: string) {
    const calls = madeBelow(this, below, name);
    this.expect.that(calls.length > 0, `${name} calls ${below}`, 'a call', 'none');
    for (const { arguments: given } of calls) {
      const has = (Number(given[3]) & number(FLAGS, flag)) !== 0;
      this.expect.that(has, `${below} is called with ${flag}`, flag, `flags ${String(given[3])}`);
    }
  },
);
