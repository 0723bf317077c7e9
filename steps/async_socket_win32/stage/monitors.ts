import {
  completesOnce,
  contextsAsGiven,
  noneForRefused,
  silentAfterDestroy,
  watching,
  type Monitor,
} from '../../../src/stage/monitors.js';

/** The sentences that have each callback made, by the value that it brings. */
const MADE_BY: readonly Omit<Monitor, 'rule'>[] = [
  { callback: 'on_open_complete', requirements: ['SRS_ASYNC_SOCKET_WIN32_01_017'] },
  {
    callback: 'on_send_complete',
    value: 'ASYNC_SOCKET_SEND_OK',
    requirements: ['SRS_ASYNC_SOCKET_WIN32_01_066'],
  },
  { callback: 'on_send_complete', requirements: ['SRS_ASYNC_SOCKET_WIN32_01_067'] },
  {
    callback: 'on_receive_complete',
    value: 'ASYNC_SOCKET_RECEIVE_OK',
    requirements: ['SRS_ASYNC_SOCKET_WIN32_01_069'],
  },
  { callback: 'on_receive_complete', requirements: ['SRS_ASYNC_SOCKET_WIN32_01_070'] },
];

/** What is watched in every scenario, and whose business it is. */
export const monitors: readonly Monitor[] = [
  ...watching(completesOnce, MADE_BY),
  ...watching(contextsAsGiven, MADE_BY),
  { rule: noneForRefused, callback: 'on_open_complete', requirements: ['SRS_ASYNC_SOCKET_WIN32_01_039'] },
  { rule: noneForRefused, callback: 'on_send_complete', requirements: ['SRS_ASYNC_SOCKET_WIN32_01_062'] },
  { rule: noneForRefused, callback: 'on_receive_complete', requirements: ['SRS_ASYNC_SOCKET_WIN32_01_054'] },
  { rule: silentAfterDestroy, requirements: ['SRS_ASYNC_SOCKET_WIN32_01_005'] },
];
