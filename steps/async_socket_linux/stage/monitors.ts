import {
  completesOnce,
  contextsAsGiven,
  insideCalls,
  noneForRefused,
  silentAfterDestroy,
  watching,
  type Monitor,
} from '../../../src/stage/monitors.js';

/** The sentences that have each callback made, by the value that it brings. */
const MADE_BY: readonly Omit<Monitor, 'rule'>[] = [
  { callback: 'on_open_complete', requirements: ['SRS_ASYNC_SOCKET_LINUX_11_033'] },
  {
    callback: 'on_send_complete',
    value: 'ASYNC_SOCKET_SEND_OK',
    requirements: ['SRS_ASYNC_SOCKET_LINUX_11_061'],
  },
  {
    callback: 'on_receive_complete',
    value: 'ASYNC_SOCKET_RECEIVE_OK',
    requirements: ['SRS_ASYNC_SOCKET_LINUX_11_092'],
  },
  { requirements: ['SRS_ASYNC_SOCKET_LINUX_11_081'] },
];

/** What is watched in every scenario, and whose business it is. */
export const monitors: readonly Monitor[] = [
  ...watching(completesOnce, MADE_BY),
  ...watching(contextsAsGiven, MADE_BY),
  { rule: noneForRefused, callback: 'on_open_complete', requirements: ['SRS_ASYNC_SOCKET_LINUX_11_034'] },
  { rule: noneForRefused, callback: 'on_send_complete', requirements: ['SRS_ASYNC_SOCKET_LINUX_11_063'] },
  { rule: noneForRefused, callback: 'on_receive_complete', requirements: ['SRS_ASYNC_SOCKET_LINUX_11_078'] },
  { rule: silentAfterDestroy, requirements: ['SRS_ASYNC_SOCKET_LINUX_11_023'] },
  // There are no threads: whatever comes, comes inside a call or an event of the completion port.
  { rule: insideCalls, requirements: [] },
];
