import { constants } from 'node:os';

/** The first number of the pool's table of errors, as com_err gives it. */
export const TLSPOOL_ERROR_BASE = -1167372288;

const PLACES = {
  E_TLSPOOL_OUT_OF_MEMORY: 0,
  E_TLSPOOL_CLIENT_DISCONNECT: 2,
  E_TLSPOOL_CLIENT_REFUSES_CALLBACK: 3,
  E_TLSPOOL_SUPERFLUOUS_SOCKET: 5,
  E_TLSPOOL_CIPHER_SOCKET_NEEDED: 6,
  E_TLSPOOL_PLAIN_SOCKET_NEEDED: 7,
  E_TLSPOOL_COMMAND_UNKNOWN: 8,
  E_TLSPOOL_COMMAND_NOTIMPL: 9,
  E_TLSPOOL_COMMAND_BAD_CALLBACK_RESPONSE: 10,
  E_TLSPOOL_FACILITY_STARTTLS: 11,
  E_TLSPOOL_RENEGOTIATION_NOT_FOUND: 19,
  E_TLSPOOL_STIRRED_NOT_SHAKEN: 24,
} as const;

/** Name of an error that a message can carry, or of one that the client makes itself. */
export type TlspoolErrorName = keyof typeof PLACES | 'EPIPE' | 'EPROTO';

/** The number of each error: those of the pool in its table, those of the host as the host has them. */
export const TLSPOOL_ERRORS: Readonly<Record<TlspoolErrorName, number>> = {
  ...(Object.fromEntries(
    Object.entries(PLACES).map(([name, place]) => [name, TLSPOOL_ERROR_BASE + place]),
  ) as Record<keyof typeof PLACES, number>),
  EPIPE: constants.errno.EPIPE,
  EPROTO: constants.errno.EPROTO,
};

const TEXTS: Readonly<Record<TlspoolErrorName, string>> = {
  E_TLSPOOL_OUT_OF_MEMORY: 'out of memory',
  E_TLSPOOL_CLIENT_DISCONNECT: 'the client has closed its connection',
  E_TLSPOOL_CLIENT_REFUSES_CALLBACK: 'the client refuses the callback',
  E_TLSPOOL_SUPERFLUOUS_SOCKET: 'a descriptor came with a message that takes none, or takes one only',
  E_TLSPOOL_CIPHER_SOCKET_NEEDED: 'no descriptor for the cipher text came with the message',
  E_TLSPOOL_PLAIN_SOCKET_NEEDED: 'no descriptor for the plain text came with the answer',
  E_TLSPOOL_COMMAND_UNKNOWN: 'the command is unknown, or answers no callback',
  E_TLSPOOL_COMMAND_NOTIMPL: 'the pool cannot do what the command asks for',
  E_TLSPOOL_COMMAND_BAD_CALLBACK_RESPONSE: 'the callback was answered with another command',
  E_TLSPOOL_FACILITY_STARTTLS: 'the pool does not offer STARTTLS',
  E_TLSPOOL_RENEGOTIATION_NOT_FOUND: 'no session with that control key can be renegotiated',
  E_TLSPOOL_STIRRED_NOT_SHAKEN: 'the TLS handshake failed',
  EPIPE: 'the connection to the pool has ended',
  EPROTO: 'the pool sent a message that does not belong here',
};

/** What an error means, for its message. */
export function errorText(name: TlspoolErrorName): string {
  return TEXTS[name];
}
