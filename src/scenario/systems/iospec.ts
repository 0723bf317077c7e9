import type { SystemDescription } from './description.js';

/** iospec itself stands on a process of its own. */
export const iospec: SystemDescription = {
  name: 'iospec',
  noun: 'an iospec',
  kind: 'iospec',
  underlyings: ['process'],
  states: [],
  // What a document looks like before it is read.
  situations: [/^the (?:brackets|markers|id|requirement|document) /],
  alternatives: [],
  sections: {},
  sequences: {},
};
