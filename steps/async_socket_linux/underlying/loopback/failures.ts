import { libc, must } from '../../../../src/stage/libc.js';
import { AF_INET, AF_UNIX, ERRNO, SHUT_WR, SOCK_CLOEXEC, SOCK_DGRAM, SOCK_STREAM } from '../header.js';
import type { CallName, Observed } from '../observed.js';
import type { SocketError } from '../underlying.js';
import type { Connection } from './connection.js';

const O_RDWR_CLOEXEC = 0o2000002;
const RLIMIT_NOFILE = 7;

/** Descriptors of other kinds; a call on one of them fails as the system has it. */
const OTHERS: Readonly<Partial<Record<SocketError, () => number>>> = {
  ENOTSOCK: () => libc().open('/dev/null', O_RDWR_CLOEXEC),
  ENOTCONN: () => libc().socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0),
  EDESTADDRREQ: () => libc().socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0),
};

/** How each error comes about on a real connection, right before the call. */
const REAL = new Map(
  Object.entries<(connection: Connection) => void>({
    'recv EAGAIN': (connection) => {
      connection.drainNear();
    },
    'recv ECONNRESET': (connection) => {
      connection.drainNear();
      connection.reset();
    },
    'send EAGAIN': (connection) => {
      connection.fill();
    },
    'send ECONNRESET': (connection) => {
      connection.reset();
    },
    'send EPIPE': (connection) => {
      must('shutdown', libc().shutdown(connection.socket, SHUT_WR));
    },
  }),
);

function realOf(name: CallName, error: SocketError): ((connection: Connection) => void) | undefined {
  const same = ERRNO[error] === ERRNO.EAGAIN ? 'EAGAIN' : error;
  return REAL.get(`${name} ${same}`);
}

export function canFail(name: CallName, error: SocketError): boolean {
  if (realOf(name, error) !== undefined) return true;
  // recv on an unconnected UDP socket waits; only send asks for an address.
  return error in OTHERS && !(name === 'recv' && error === 'EDESTADDRREQ');
}

/** Puts another descriptor in the place of the socket for the length of the next call of a function. */
function replaceDuring(
  observed: Observed,
  name: CallName,
  connection: Connection,
  other: () => number,
): void {
  const calls = libc();
  observed.interject(name, 'before', () => {
    const kept = must('dup', calls.dup(connection.socket));
    const instead = must('a descriptor of another kind', other());
    must('dup2', calls.dup2(instead, connection.socket));
    calls.close(instead);
    observed.interject(name, 'after', () => {
      must('dup2', calls.dup2(kept, connection.socket));
      calls.close(kept);
    });
  });
}

/** No descriptor is to be had during the next call of a function. */
function exhaustDuring(observed: Observed, name: CallName): void {
  const calls = libc();
  const limit = Buffer.alloc(16);
  observed.interject(name, 'before', () => {
    must('getrlimit', calls.getrlimit(RLIMIT_NOFILE, limit));
    const none = Buffer.from(limit);
    none.writeBigUInt64LE(0n, 0);
    must('setrlimit', calls.setrlimit(RLIMIT_NOFILE, none));
    observed.interject(name, 'after', () => {
      must('setrlimit', calls.setrlimit(RLIMIT_NOFILE, limit));
    });
  });
}

/** Has the next call of a function fail with an error of the system's own. */
export function failNext(
  observed: Observed,
  connection: Connection,
  name: CallName,
  error: SocketError | undefined,
): void {
  if (name === 'platform_get_completion_port') {
    exhaustDuring(observed, name);
    return;
  }
  const real = error === undefined ? undefined : realOf(name, error);
  const other = OTHERS[error ?? 'ENOTSOCK'];
  if (real !== undefined) {
    observed.interject(name, 'before', () => {
      real(connection);
    });
  } else if (other !== undefined) replaceDuring(observed, name, connection, other);
  else throw new Error(`${name} can't be made to fail with ${error ?? 'an error'} here`);
}
