import { When } from '../../../src/system/phrase_registry.js';
import { Note } from '../../../src/stage/notes.js';
import { preparing } from '../../../src/stage/preparation.js';
import { render } from '../../../src/timeline/render.js';
import type { CallRecord } from '../../../src/timeline/timeline.js';
import type { COMPLETION_PORT_EPOLL_ACTION } from '../../../src/adapters/async_socket_linux/linux_socket/linux_socket.js';
import { ACTIONS } from '../underlying/header.js';
import type { LinuxSocketUnderlying, SocketError } from '../underlying/underlying.js';
import { condition } from '../../async_socket/phrases/actions.js';
import { buffersOf } from '../../async_socket/buffers.js';
import type { LinuxWorld } from '../stage/world.js';

const DATA = 'some data';

/** What a scenario wants of an event of the completion port. */
interface Plan {
  action: COMPLETION_PORT_EPOLL_ACTION;
  /** Whether the buffers of the receive are more than the first piece of data fills. */
  hasAnotherBuffer: boolean;
  /** Done right before the event is told. */
  readonly arrange: ((under: LinuxSocketUnderlying) => void)[];
  /** The operations that wait when it comes. */
  waiting: readonly CallRecord[];
}

const planNote = new Note<Plan>('no event was planned');

/** The plan of the scenario, made with its first condition. */
export function planOf(world: LinuxWorld): Plan {
  return world.stage.notes.ensure(planNote, () => ({
    action: 'COMPLETION_PORT_EPOLL_EPOLLIN',
    hasAnotherBuffer: false,
    arrange: [],
    waiting: [],
  }));
}

/** Lets wait what the event is about: a receive, a send, or both. */
function leaveWaiting(world: LinuxWorld, plan: Plan): readonly CallRecord[] {
  const { stage } = world;
  const half = DATA.length / 2;
  const receive = (): CallRecord =>
    stage.leaveReceive(plan.hasAnotherBuffer ? buffersOf(Math.ceil(half), 32) : buffersOf(DATA.length));
  const send = (): CallRecord => stage.leaveSend();
  if (plan.action === 'COMPLETION_PORT_EPOLL_EPOLLIN') return [receive()];
  return plan.action === 'COMPLETION_PORT_EPOLL_EPOLLOUT' ? [send()] : [receive(), send()];
}

/** Brings the event about and has the completion port tell it. */
async function makeHappen(world: LinuxWorld): Promise<void> {
  const { stage } = world;
  const { under } = stage;
  const plan = planOf(world);
  await stage.enterState('OPEN');
  await preparing('leave operations waiting', () => {
    // An error of the socket stands, whoever waits for it, and can only come before there is no room.
    if (plan.action === 'COMPLETION_PORT_EPOLL_ERROR') under.bring(plan.action);
    plan.waiting = leaveWaiting(world, plan);
    for (const { result, function: name } of plan.waiting)
      if (result !== 0 && result !== 'ASYNC_SOCKET_SEND_SYNC_OK')
        throw new Error(`${name} returned ${String(result)}`);
    if (plan.action === 'COMPLETION_PORT_EPOLL_EPOLLIN') under.peer.deliver(Buffer.from(DATA));
    else if (plan.action === 'COMPLETION_PORT_EPOLL_EPOLLOUT') under.bring(plan.action);
  });
  world.act();
  for (const arrange of plan.arrange) arrange(under);
  if (plan.action === 'COMPLETION_PORT_EPOLL_ABANDONED' || plan.action === 'COMPLETION_PORT_EPOLL_EPOLLRDHUP')
    under.bring(plan.action);
  under.pump();
  const calls = world.timeline.calls.filter(
    ({ function: name, sequence }) => name === 'event_complete_callback' && sequence >= world.mark,
  );
  world.callUnderTest = calls[0] ?? null;
  await preparing(`have the completion port tell ${plan.action}`, () => {
    const told = calls[0]?.arguments.action;
    if (told !== plan.action)
      throw new Error(told === undefined ? 'nothing was told' : `it told ${render(told)}`);
  });
}

When(
  /^event_complete_callback is called and (?:COMPLETION_PORT_EPOLL_ACTION is|the events value contains) (\w+)$/,
  function (this: LinuxWorld, word: string) {
    const action = ACTIONS.find((name) => name === word);
    if (action === undefined) throw new Error(`the completion port knows no action ${word}`);
    planOf(this).action = action;
    return condition(this, { act: () => makeHappen(this) });
  },
);

/** The error that follows says what happens; that it is one is said here. */
When(/^(?:the recv size|send returns value is) < 0$/, function (this: LinuxWorld) {
  return condition(this, {});
});

When(/^the recv size equals 0$/, function (this: LinuxWorld) {
  return condition(this, {
    prepare: () => {
      planOf(this).arrange.push((under) => {
        under.endBefore();
      });
    },
  });
});

/** There are data: the peer has sent some. */
When(/^the recv size > 0$/, function (this: LinuxWorld) {
  return condition(this, {});
});

When(/^no data is available$/, function (this: LinuxWorld) {
  return condition(this, {});
});

When(
  /^(it is not so that )?we have another buffer to fill$/,
  function (this: LinuxWorld, not: string | null) {
    return condition(this, {
      prepare: () => {
        planOf(this).hasAnotherBuffer = not === null;
      },
    });
  },
);

When(
  /^errno is (?:any other error, |anything else, )?(E[A-Z]+)$/,
  {
    runsOver: [
      {
        words: /^(errno is any other error)$/,
        instead: '$1, <errno>',
        column: 'errno',
        values: ['ENOTSOCK', 'ENOTCONN'],
      },
      {
        words: /^(errno is anything else)$/,
        instead: '$1, <errno>',
        column: 'errno',
        values: ['EPIPE', 'ENOTSOCK', 'ENOTCONN'],
      },
    ],
  },
  function (this: LinuxWorld, errno: string) {
    return condition(this, {
      prepare: () => {
        const plan = planOf(this);
        plan.arrange.push((under) => {
          under.fail(
            plan.action === 'COMPLETION_PORT_EPOLL_EPOLLOUT' ? 'send' : 'recv',
            errno as SocketError,
          );
        });
      },
    });
  },
);

When(/^send returns a value > 0 but less than the amount to be sent$/, function (this: LinuxWorld) {
  return condition(this, {
    prepare: () => {
      planOf(this).arrange.push((under) => {
        under.observed.limit('send', 2, 5);
      });
    },
  });
});
