import { Then } from '../../../src/system/phrase_registry.js';
import type { ASYNC_SOCKET_BUFFER } from '../../../src/adapters/async_socket/async_socket.js';
import { render } from '../../../src/timeline/render.js';
import type {
  OVERLAPPED,
  WSABUF,
  Win32Socket,
} from '../../../src/adapters/async_socket_win32/win32_socket/win32_socket.js';
import { callsBelow, constantOf, latestBelow, shown, theCallBelow, type BelowCall } from '../stage/below.js';
import type { Win32World } from '../stage/world.js';

type Transfer = Parameters<Win32Socket['WSASend']> | Parameters<Win32Socket['WSARecv']>;

/** Where the calls have what sentences name; `WSARecv` calls two of its parameters otherwise than the document. */
const POSITIONS = new Map(
  Object.entries<number>({
    lpNumberOfBytesSent: 3,
    lpNumberOfBytesRecvd: 3,
    dwFlags: 4,
    lpCompletionRoutine: 6,
  }),
);

/** A parameter of `WSASend` or `WSARecv`; the flags of the latter stand behind a pointer. */
function parameterOf({ name, arguments: given }: BelowCall, parameter: string): unknown {
  const position = POSITIONS.get(parameter);
  if (position === undefined) throw new Error(`no step knows ${parameter} of ${name}`);
  const value = given[position];
  const isPointer = typeof value === 'object' && value !== null && 'value' in value;
  return isPointer ? value.value : value;
}

/** The one call of `WSASend` or `WSARecv` that the function under test has made. */
function transferOf(world: Win32World): BelowCall {
  const name = world.call.function.includes('_send_') ? 'WSASend' : 'WSARecv';
  return theCallBelow(world, world.call.function, name);
}

function overlappedOf({ arguments: given }: BelowCall): OVERLAPPED {
  return (given as Transfer)[5];
}

/** "sent by calling WSASend and passing to it …", "started … calling WSARecv and passing to it …". */
const STARTED =
  /^(?:the (\w+) array associated with the context shall be sent by|a receive shall be started for the (\w+) array associated with the context) calling (\w+) and passing to it the OVERLAPPED structure with the event that was just created, (\w+) set to (\w+), (\w+) set to (\w+) and (\w+) set to (\w+)$/;

Then(
  STARTED,
  function (
    this: Win32World,
    ofSend: string | null,
    ofReceive: string | null,
    name: string,
    first: string,
    firstWord: string,
    second: string,
    secondWord: string,
    third: string,
    thirdWord: string,
  ) {
    const array = ofSend ?? ofReceive ?? '';
    const call = theCallBelow(this, this.call.function, name);
    const [socket, buffers, count] = call.arguments as Transfer;
    this.expect.that(
      socket === this.stage.socket,
      `${name} gets the socket`,
      String(this.stage.socket),
      String(socket),
    );
    const wanted = Number(this.call.arguments.buffer_count);
    this.expect.that(
      buffers.length === wanted && count === wanted,
      `${name} gets the ${array} array`,
      `${wanted} items`,
      `${count} of ${buffers.length}`,
    );
    const event = latestBelow(this, 'CreateEvent')?.result;
    const { hEvent } = overlappedOf(call);
    const isJustCreated = hEvent !== null && hEvent === event;
    this.expect.that(
      isJustCreated,
      'the OVERLAPPED structure has the event',
      'the one just created',
      render(hEvent),
    );
    const wordsOf = [
      [first, firstWord],
      [second, secondWord],
      [third, thirdWord],
    ] as const;
    for (const [parameter, word] of wordsOf) {
      const given = parameterOf(call, parameter);
      this.expect.that(given === constantOf(word), `${parameter} is ${word}`, word, render(given));
    }
  },
);

Then(
  /^(\w+) shall set the WSABUF items to point to the memory\/length of the buffers in (\w+)$/,
  function (this: Win32World, _subject: string, parameter: string) {
    const given = this.call.arguments;
    const wanted = (given[parameter] ?? given.buffers) as readonly ASYNC_SOCKET_BUFFER[];
    const [, items] = transferOf(this).arguments as Transfer;
    const count = `${wanted.length}`;
    this.expect.that(
      items.length === wanted.length,
      'there is an item for each buffer',
      count,
      `${items.length}`,
    );
    items.forEach((item, index) => {
      const { buffer, length } = wanted[index] ?? { buffer: null, length: 0 };
      this.expect.that(item.len === length, `item ${index} has its length`, `${length}`, `${item.len}`);
      this.expect.that(
        isSameMemory(item, buffer),
        `item ${index} points to its memory`,
        'that memory',
        'other memory',
      );
    });
  },
);

function isSameMemory({ buf }: WSABUF, memory: Uint8Array | null): boolean {
  return memory !== null && buf.buffer === memory.buffer && buf.byteOffset === memory.byteOffset;
}

Then(
  /^an event to be used for the OVERLAPPED structure passed to (\w+) shall be created and stored in the context$/,
  function (this: Win32World, name: string) {
    const created = theCallBelow(this, this.call.function, 'CreateEvent');
    const call = theCallBelow(this, this.call.function, name);
    const { hEvent } = overlappedOf(call);
    const isUsed = created.result !== null && hEvent === created.result;
    this.expect.that(
      isUsed,
      `the OVERLAPPED structure passed to ${name} has it`,
      'that event',
      render(hEvent),
    );
    const closed = callsBelow(this, 'CloseHandle').length;
    this.expect.that(closed === 0, 'the event is kept as long as the IO is under way', 'open', 'closed');
  },
);

Then(/^an asynchronous IO shall be started by calling (\w+)$/, function (this: Win32World, name: string) {
  const started = theCallBelow(this, this.call.function, name);
  const io = latestBelow(this, 'CreateThreadpoolIo')?.result;
  this.expect.that(started.arguments[0] === io, `${name} gets the threadpool IO`, 'that one', 'another one');
  const isBefore = started.sequence < transferOf(this).sequence;
  this.expect.that(isBefore, `${name} comes before the transfer`, `${name} first`, shown(this));
});

/** The call has failed at once: nothing of it is left, and nobody is called back. */
Then(
  /^(async_socket_\w+) shall call (CancelThreadpoolIo)$/,
  async function (this: Win32World, subject: string, name: string) {
    const { stage } = this;
    const [io] = theCallBelow(this, subject, name).arguments;
    const created = latestBelow(this, 'CreateThreadpoolIo')?.result;
    this.expect.that(io === created, `${name} gets the threadpool IO`, 'that one', 'another one');
    const event = latestBelow(this, 'CreateEvent')?.result;
    const isClosed = callsBelow(this, 'CloseHandle').some(({ arguments: given }) => given[0] === event);
    this.expect.that(isClosed, 'the event is closed', 'CloseHandle', shown(this));
    await stage.settle();
    const completed = this.timeline.callbacks.some(({ registration }) => registration.call === this.call);
    this.expect.that(!completed, 'nothing is completed', 'no callback', 'a callback');
  },
);
