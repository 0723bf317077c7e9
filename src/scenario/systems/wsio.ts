import type { SystemDescription } from './description.js';

/** wsio stands on libwebsockets: its API scripted, or a real WebSocket peer. */
export const wsio: SystemDescription = {
  name: 'wsio',
  noun: 'a wsio',
  kind: 'wsio',
  underlyings: ['mock', 'loopback'],
  states: [],
  situations: [
    /^(?:an|another) open action is (?:pending|in progress)$/,
    /^a close action is in progress$/,
    /^the IO is (?:already |not )?(?:open|closed)$/,
    /^another open is in progress or has completed successfully\b/,
    /^the wsio is not OPEN\b/,
    /^the IO has already been open or an open action is already pending$/,
    /^an open action is either pending or has completed successfully\b/,
  ],
  alternatives: [],
  sections: {},
  sequences: {},
};
