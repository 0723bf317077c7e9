/** Commands of a message, `PIOC_…_V2` in the C headers. */
export const COMMANDS = {
  SUCCESS: 0,
  ERROR: 1,
  PING: 0x10,
  STARTTLS: 0x24,
  STARTTLS_LOCALID: 0x28,
  PINENTRY: 0x29,
  PLAINTEXT_CONNECT: 0x2a,
  PRNG: 0x2b,
  INFO: 0x2c,
} as const;

/** Name of a command, or its number where it has none. */
export function commandName(cmd: number): string {
  return Object.entries(COMMANDS).find(([, code]) => code === cmd)?.[0] ?? `0x${cmd.toString(16)}`;
}

/** True for what the pool asks in the middle of an exchange; everything else ends the exchange. */
export function isCallback(cmd: number): boolean {
  return cmd === COMMANDS.STARTTLS_LOCALID || cmd === COMMANDS.PLAINTEXT_CONNECT;
}

/** What a pool can do for its clients. */
export const FACILITY_STARTTLS = 1;

/** The identity of this version of the protocol: a date and who keeps it. */
export const IDENTITY = '20151111api@tlspool.arpa2.net';

/** Flags of a `STARTTLS`. */
export const FLAGS = {
  LOCALROLE_CLIENT: 0x1,
  LOCALROLE_SERVER: 0x2,
  REMOTEROLE_CLIENT: 0x4,
  REMOTEROLE_SERVER: 0x8,
  DTLS: 0x100,
  WITHOUT_SNI: 0x200,
  IGNORE_CACHES: 0x400,
  REQUEST_REMOTEID: 0x800,
  IGNORE_REMOTEID: 0x1000,
  DETACH: 0x2000,
  FORK: 0x4000,
  DOMAIN_REPRESENTS_USER: 0x8000,
  LOCALID_CHECK: 0x10000,
  RENEGOTIATE: 0x20000,
  LOCALID_ONTHEFLY: 0x40000,
} as const;

/** All flags that have a meaning; the others are sent as zero and ignored when they are received. */
export const KNOWN_FLAGS = Object.values(FLAGS).reduce((all, flag) => all | flag, 0);
