import {
  insideCalls,
  oneErrorPerOpen,
  silentAfterDestroy,
  type Monitor,
} from '../../../src/stage/monitors.js';

/** What is watched in every scenario, and whose business it is. */
export const monitors: readonly Monitor[] = [
  { rule: oneErrorPerOpen, requirements: ['SRS_TLSPOOL_01_080'] },
  { rule: silentAfterDestroy, requirements: ['SRS_TLSPOOL_01_171'] },
  // The document says it of every callback: they come from tlspool_async_process and its like.
  { rule: insideCalls, requirements: [] },
];
