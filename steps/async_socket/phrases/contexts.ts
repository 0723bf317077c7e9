import { Then } from '../../../src/system/phrase_registry.js';
import type { ASYNC_SOCKET_BUFFER } from '../../../src/adapters/async_socket/async_socket.js';
import type { AsyncSocketContext } from '../../../src/adapters/async_socket/diagnostics.js';
import { render } from '../../../src/timeline/render.js';
import { toldBy } from '../stage/scope.js';
import type { AsyncSocketWorld } from '../stage/world.js';

/** The only context that a call has created. */
function createdContext(world: AsyncSocketWorld, name: string): AsyncSocketContext {
  const created = world.stage.diagnostics.contexts('contextCreated', toldBy(world, name));
  world.expect.that(created.length === 1, `${name} creates a context`, '1 context', `${created.length}`);
  const [context] = created;
  if (context === undefined) throw new Error('there is no context');
  return context;
}

const OPERATIONS = new Map(
  Object.entries<AsyncSocketContext['operation']>({
    send: 'send',
    recv: 'receive',
    receive: 'receive',
  }),
);

const shown = (buffers: readonly ASYNC_SOCKET_BUFFER[]): string =>
  buffers.map(({ buffer, length }) => `${length} of ${render(buffer)}`).join('; ');

function isSame(kept: readonly ASYNC_SOCKET_BUFFER[], given: readonly ASYNC_SOCKET_BUFFER[]): boolean {
  return (
    kept.length === given.length &&
    kept.every(
      ({ buffer, length }, index) => buffer === given[index]?.buffer && length === given[index].length,
    )
  );
}

/**
 * "a context for the send where the payload, on_send_complete and on_send_complete_context shall be stored". The buffers
 * themselves are the caller's memory; the array of them is not, and may be changed as soon as the call has returned.
 */
Then(
  /^(\w+) shall create a context for the (\w+) where the (\w+), (\w+) and (\w+) shall be stored$/,
  function (
    this: AsyncSocketWorld,
    name: string,
    operation: string,
    payload: string,
    callback: string,
    callbackContext: string,
  ) {
    if (this.isBlindTo('diagnostics')) return;
    const context = createdContext(this, name);
    // The sentence of one document says "send" in the section about receives.
    const wanted = callback.includes('receive') ? 'receive' : OPERATIONS.get(operation);
    this.expect.that(context.operation === wanted, 'it is of that kind', String(wanted), context.operation);
    const given = this.call.arguments;
    const buffers = (given[payload] ?? given.buffers) as readonly ASYNC_SOCKET_BUFFER[];
    this.expect.that(
      isSame(context.buffers, buffers),
      `it keeps the ${payload}`,
      shown(buffers),
      shown(context.buffers),
    );
    this.expect.that(
      context.buffers !== buffers,
      'it keeps an array of its own',
      'another array',
      "the caller's, who may free it",
    );
    const registered = this.stage.session.registrations.some(
      ({ parameter, call, context: given_context }) =>
        parameter === callback && call === this.call && given_context === given[callbackContext],
    );
    const isCallback = typeof context.on_complete === 'function' && registered;
    this.expect.that(isCallback, `it keeps ${callback}`, callback, render(context.on_complete));
    this.expect.that(
      context.on_complete_context === given[callbackContext],
      `it keeps ${callbackContext}`,
      render(given[callbackContext]),
      render(context.on_complete_context),
    );
  },
);
/** Bytes that an entry of the array takes at least: its length. */
const SMALLEST_ITEM = 4;

Then(
  /^the context shall also allocate enough memory to keep an array of (\w+)(?: WSABUF)? items$/,
  function (this: AsyncSocketWorld, count: string) {
    if (this.isBlindTo('diagnostics')) return;
    const { memory, buffers } = createdContext(this, this.call.function);
    const wanted = Number(this.call.arguments[count]);
    this.expect.that(buffers.length === wanted, `it keeps ${count} items`, `${wanted}`, `${buffers.length}`);
    const least = wanted * SMALLEST_ITEM;
    this.expect.that(memory >= least, 'there is memory for them', `${least} bytes or more`, `${memory}`);
    if (this.isBlindTo('allocate')) return;
    const granted = this.stage.memory.granted.some((size) => size >= memory);
    this.expect.that(granted, 'that memory was asked for', `${memory} bytes`, 'no such request');
  },
);
