import type { Duplex } from 'node:stream';
import type { Arrived, MessageEnd } from '../underlying/message_end.js';
import type { Connection } from '../underlying/underlying.js';

/** A client that a tester plays: one connection to the pool under test. */
export interface Client {
  readonly end: MessageEnd;
  /** Messages of the pool that are no answers to barriers. */
  readonly received: Arrived[];
  barriers: number;
}

/** What the pool has sent to a client, oldest first. */
export const messagesTo = ({ received }: Client): readonly Buffer[] => received.map(({ message }) => message);

/** A client, and what it has sent that the pool answers. */
export interface Answered {
  readonly client: Client;
  /** The numbers of its requests and answers: the pool's messages carry one of them. */
  readonly reqids: readonly number[];
}

/** An exchange of a client, with what stands at both of its ends. */
export interface Session extends Answered {
  readonly connection: Connection;
  readonly reqids: number[];
  plain: Duplex | null;
}

/** What the pool is to refuse: the message's own exchange, and the far ends of the descriptors that came with it. */
export interface Refused {
  readonly one: Answered;
  readonly closed: { yet: boolean }[];
}

/** Both ends of a protected connection, and what has come to them. */
export interface Ends {
  readonly connection: Connection;
  readonly application: Duplex;
  readonly peer: Duplex;
  readonly got: { application: Buffer[]; peer: Buffer[] };
  readonly closed: { application: boolean; peer: boolean };
  written: Buffer;
}
