import type { Arrived } from '../underlying/message_end.js';
import type { Sent } from '../underlying/recorder.js';
import type { Values, Wire } from '../underlying/wire/wire.js';
import type { TlspoolWorld } from './world.js';

/** Begins the scenario's action: messages of the side under test count from here. */
export function act(world: TlspoolWorld): void {
  // What was sent before is not the action's.
  if (world.stage.side === 'pool') world.stage.service.pump();
  else world.stage.client.stand?.pump();
  world.act();
}

function received({ stage }: TlspoolWorld): readonly Arrived[] {
  if (stage.side === 'pool') return stage.service.clients.flatMap((client) => client.received);
  return stage.client.stand?.received ?? [];
}

/** What the side under test has sent since the action began. */
export function outbox(world: TlspoolWorld): readonly Buffer[] {
  return received(world)
    .filter(({ sequence }) => sequence >= world.mark)
    .map(({ message }) => message);
}

/** The writes of the side under test on the connection between client and pool, since the action began. */
export function writes({ stage, mark }: TlspoolWorld): readonly Sent[] {
  return stage.recorder.sent.filter(
    ({ sequence, through }) => sequence >= mark && /^(?:connect|accept)$/.test(through ?? ''),
  );
}

/** The last message since the action began; asserts that there is one. */
export async function lastSent(world: TlspoolWorld): Promise<Buffer> {
  await world.stage.comes(() => outbox(world).length > 0);
  const last = outbox(world).at(-1);
  world.expect.that(last !== undefined, 'a message is sent', 'a message', 'none');
  if (last === undefined) throw new Error('there is no message');
  return last;
}

/** The messages of a command, by its name or number, since the action began. */
export function sentAs(world: TlspoolWorld, command: string): readonly Buffer[] {
  const { wire } = world.stage;
  const number = wire.commands.number(command);
  return outbox(world).filter((message) => wire.number(message, 'cmd') === number);
}

/** Messages that the reader of a failure is told of. */
const MOST_SHOWN = 8;

/** What was sent, for the reader of a failure. */
export function described(wire: Wire, messages: readonly Buffer[]): string {
  const names = messages.map((one) => wire.command(one));
  const shown = names.slice(0, MOST_SHOWN).join(', ') + (names.length > MOST_SHOWN ? ', …' : '');
  return names.length === 0 ? 'nothing' : shown;
}

/**
 * A field with its value as two words of the document say it, to be written into a message: `localid server.example`,
 * `longest localid`.
 */
export function fieldValue(wire: Wire, first: string, second: string): Values {
  return first === 'longest' ? { [second]: wire.longest(second) } : { [first]: wire.valueOf(first, second) };
}
