import { Then, When, type PhraseOptions } from '../../../src/system/phrase_registry.js';
import { render } from '../../../src/timeline/render.js';
import type { lws_callback_reasons } from '../../../src/adapters/wsio/libwebsockets/lws.js';
import { REASONS } from '../underlying/header.js';
import type { ToldEvent } from '../underlying/underlying.js';
import { callbacks, expectEqual, expectResult } from '../stage/questions.js';
import type { WsioWorld } from '../stage/world.js';

const ESTABLISHED = 'LWS_CALLBACK_CLIENT_ESTABLISHED';
const CONNECTION_ERROR = 'LWS_CALLBACK_CLIENT_CONNECTION_ERROR';
const WRITEABLE = 'LWS_CALLBACK_CLIENT_WRITEABLE';
const RECEIVE = 'LWS_CALLBACK_CLIENT_RECEIVE';
const CERTIFICATES = 'LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS';

/** What the peer sends when a scenario does not say. */
export const PAYLOAD: Uint8Array = Buffer.from('from the peer');

function reasonOf(word: string): lws_callback_reasons {
  const found = REASONS.find((reason) => reason === word);
  if (found === undefined) throw new Error(`${word} is no event of libwebsockets that a step knows`);
  return found;
}

/** Brings the wsio to where the event is expected, unless the scenario has chosen a state. */
export async function prepareForEvent(world: WsioWorld, reason: string): Promise<void> {
  const { stage } = world;
  if (stage.history.length === 0) {
    if (reason === CERTIFICATES) stage.configuration = stage.under.secure;
    if (reason === CERTIFICATES && asksInOpen(world)) await stage.ensureCreated();
    else await stage.enterState(reason === CERTIFICATES ? 'opening' : 'open');
  }
  if (reason === WRITEABLE && stage.state === 'open') await stage.leaveUnsent(1);
}

/** True where the certificates are asked for by the open itself. */
function asksInOpen({ stage }: WsioWorld): boolean {
  return stage.under.asksForCertificates === 'lws_create_context';
}

/** Opens, which has certificates asked for at once; the peer does not answer yet. */
function openForCertificates({ stage }: WsioWorld): void {
  stage.under.peer.conduct = 'hold';
  stage.call('wsio_open');
}

/** Has the connection bring the event where it can; true when it will. */
function comesByItself(world: WsioWorld, reason: lws_callback_reasons): boolean {
  const { stage } = world;
  const { peer } = stage.under;
  if (stage.state === 'opening' && reason === ESTABLISHED) peer.conduct = 'accept';
  else if (stage.state === 'opening' && reason === CONNECTION_ERROR) peer.conduct = 'refuse';
  else if (stage.state === 'open' && reason === RECEIVE) peer.send(PAYLOAD);
  else if (stage.state === 'open' && reason === WRITEABLE) return true;
  else if (stage.state !== 'opening' || reason !== CERTIFICATES) return false;
  else return stage.configuration.use_ssl && !asksInOpen(world);
  return true;
}

/** The scenario's action: an event comes, and all that follows from it. */
export async function bringAbout(
  world: WsioWorld,
  word: string,
  told?: Omit<ToldEvent, 'reason'>,
): Promise<void> {
  const { stage } = world;
  const reason = reasonOf(word);
  world.act();
  stage.stateBefore = stage.state;
  if (
    reason === CERTIFICATES &&
    asksInOpen(world) &&
    !stage.history.some(({ state }) => state === 'opening')
  ) {
    openForCertificates(world);
  } else if (stage.state === 'closed' || stage.state === 'error') {
    stage.under.tellNow({ reason, in: reason === RECEIVE ? PAYLOAD : null });
  } else if (told !== undefined) {
    stage.under.tell({ reason, ...told });
  } else if (!comesByItself(world, reason)) {
    stage.under.tell({ reason, in: reason === RECEIVE ? PAYLOAD : null });
  }
  await stage.settle();
}

/** Prepares a circumstance of an event; what it returns is how the event is told, if it does not come by itself. */
export type EventCircumstance = (
  world: WsioWorld,
  reason: string,
  ...words: string[]
) => Promise<Omit<ToldEvent, 'reason'> | undefined>;

/** Binds "on_ws_callback is called with EVENT and PHRASE". */
export function defineEventCircumstance(
  phrase: string,
  ...rest: [prepare: EventCircumstance] | [options: PhraseOptions, prepare: EventCircumstance]
): void {
  const [options, prepare] = rest.length === 1 ? [{}, rest[0]] : rest;
  const groups = new RegExp(`( )${phrase}|`).exec('')?.length ?? 2;
  const step = async function (this: WsioWorld, reason: string, ...words: string[]): Promise<void> {
    await prepareForEvent(this, reason);
    await bringAbout(this, reason, await prepare(this, reason, ...words));
  };
  // Cucumber holds a step function's arity against its expression; that of rest parameters is not seen.
  Object.defineProperty(step, 'length', { value: groups - 1 });
  When(new RegExp(`^on_ws_callback is called with (\\w+) and ${phrase}$`), options, step);
}

When(
  /^(?:on_ws_callback is called with )?(LWS_\w+)(?: is triggered(?: and the IO is open)?)?$/,
  async function (this: WsioWorld, reason: string) {
    await prepareForEvent(this, reason);
    await bringAbout(this, reason);
  },
);

// "received in while": the document's own words.
When(
  /^(LWS_\w+) is received (?:in )?while an open action is incomplete$/,
  async function (this: WsioWorld, reason: string) {
    await this.stage.enterState('opening');
    await bringAbout(this, reason);
  },
);

When(/^(LWS_\w+) is received when the IO is already open$/, async function (this: WsioWorld, reason: string) {
  await this.stage.enterState('open');
  await bringAbout(this, reason);
});

/** The names that the document has for one callback. */
const ALIASES = new Map(
  Object.entries<string>({
    send_result: 'on_send_complete',
    send_complete: 'on_send_complete',
    open_complete: 'on_io_open_complete',
    on_open_complete: 'on_io_open_complete',
  }),
);

// "callback callback": the document's own words.
Then(
  /^the (\w+)(?: callback)+ shall be (?:triggered|called|invoked) with (\w+)$/,
  async function (this: WsioWorld, name: string, word: string) {
    expectResult(this, await callbacks(this, ALIASES.get(name) ?? name, 1), word);
  },
);

/** "also": behind the completion of the send, as the readings have it. */
async function expectError(world: WsioWorld, parameter: string, isAlso: boolean): Promise<void> {
  const [error] = await callbacks(world, parameter, 1);
  if (!isAlso) return;
  const [completion] = await callbacks(world, 'on_send_complete', 1);
  const sequences = [completion?.sequence ?? -1, error?.sequence ?? -1] as const;
  world.expect.that(
    sequences[0] < sequences[1],
    `${parameter} comes behind on_send_complete`,
    `on_send_complete, then ${parameter}`,
    'the other way round',
  );
}

Then(
  /^(?:the )?(on_io_error)(?: callback)? shall (also )?be (?:triggered|called|indicated)$/,
  function (this: WsioWorld, parameter: string, also: string | null) {
    return expectError(this, parameter, also !== null);
  },
);

/** Both ways, as far as the far end. */
Then(/^from now on it shall be possible to send\/receive data$/, async function (this: WsioWorld) {
  const { stage } = this;
  const { result } = stage.call('wsio_send');
  expectEqual(this, 'wsio_send', 0, result);
  stage.under.peer.send(PAYLOAD);
  await stage.settle();
  const arrived = stage.under.peer.received.at(-1)?.bytes;
  this.expect.that(
    arrived?.equals(stage.message) === true,
    'what is sent arrives',
    render(stage.message),
    render(arrived),
  );
  const [received] = await callbacks(this, 'on_bytes_received', 1);
  this.expect.that(
    Buffer.compare(received?.arguments.buffer as Uint8Array, PAYLOAD) === 0,
    'what the peer sends arrives',
    render(PAYLOAD),
    render(received?.arguments.buffer),
  );
});

/** Where the IO is not open, the event leaves no trace; where it is, it does its work. */
Then(
  /^(?:this event|LWS_\w+) shall only be processed (?:if|when) the IO is (\w+)$/,
  function (this: WsioWorld, state: string) {
    const { stage, timeline } = this;
    const written = stage.below('lws_write', this.mark).length;
    // What comes of a close is not of the event's doing.
    const made = timeline.callbacks.filter(
      ({ registration, sequence }) =>
        sequence >= this.mark && registration.parameter !== 'on_io_close_complete',
    ).length;
    const wanted = stage.stateBefore === state;
    this.expect.that(
      written + made > 0 === wanted,
      `the event is ${wanted ? '' : 'not '}processed while ${stage.stateBefore}`,
      wanted ? 'a write or a callback' : 'no write, no callback',
      `${written} writes, ${made} callbacks`,
    );
  },
);
