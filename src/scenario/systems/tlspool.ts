import type { SystemDescription } from './description.js';

/** The two sides of a TLS Pool's socket: the client of an application, and the pool. */
export const tlspool: SystemDescription = {
  name: 'tlspool',
  noun: 'a tlspool',
  kind: 'client',
  underlyings: ['mock', 'loopback'],
  states: [],
  situations: [/^(?:nobody listens at the path|nothing has come|the connection has ended|requests wait)$/],
  alternatives: [],
  sections: {},
  sequences: {},
  sides: [
    {
      subjects: /^(?:the client|tlspool_(?:async|flow)_\w+)$/,
      capability: 'side',
      value: 'client',
      given: 'the adapter is a client',
    },
    {
      subjects: /^(?:the TLS Pool|tlspool_service_\w+)$/,
      capability: 'side',
      value: 'pool',
      given: 'the adapter is a pool',
    },
  ],
  tableEvents: [
    { words: /^disconnection$/, instead: 'the TLS Pool closes the connection' },
    { words: /^[A-Z_]+$/, instead: 'the TLS Pool sends $&' },
  ],
};
