import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { TLSSocket } from 'node:tls';
import { after, afterEach, before, describe, it } from 'node:test';
import { certificatesFor } from '../../stage/certificates.js';
import { startTlsServer } from '../testing/tls_server.js';
import type { TlsServer } from '../testing/tls_server.js';
import { User, destroyAll } from '../testing/user.js';
import { watched, xioBelow } from '../testing/xio_below.js';
import type { Dependencies } from '../xio/dependencies.js';
import type { IO_INTERFACE_DESCRIPTION, IO_SEND_RESULT } from '../xio/xio.js';
import { create_tlsio_chained } from './tlsio.js';

let server: TlsServer;
before(async () => {
  server = await startTlsServer();
});
afterEach(destroyAll);
after(() => server.dispose());

function setUp(below: IO_INTERFACE_DESCRIPTION, dependencies: Partial<Dependencies> = {}): User {
  const user = new User();
  user.api = create_tlsio_chained({ log: user.log, ...dependencies });
  user.handle = user.api.tlsio_create({
    hostname: 'localhost',
    port: server.port,
    underlying_io_interface: below,
    underlying_io_parameters: { hostname: '127.0.0.1', port: server.port },
  });
  assert.equal(user.api.tlsio_setoption(user.handle, 'TrustedCerts', server.authority), 0);
  return user;
}

async function opened(
  below: IO_INTERFACE_DESCRIPTION,
  dependencies: Partial<Dependencies> = {},
): Promise<User> {
  const user = setUp(below, dependencies);
  assert.equal(user.open(), 0);
  await user.untilEvent('open(IO_OPEN_OK)');
  user.events.length = 0;
  return user;
}

/** The whole life of a connection, which must go well whatever the underlying IO does besides. */
async function livesWell(below: IO_INTERFACE_DESCRIPTION): Promise<void> {
  await lifeOver(below);
}

async function lifeOver(below: IO_INTERFACE_DESCRIPTION): Promise<User> {
  const user = await opened(below);
  user.send('one', 'one');
  user.send('two', 'two');
  await user.untilEvent('two(IO_SEND_OK)');
  await user.until('bytes at the peer', () => server.received().toString() === 'onetwo');
  server.connections.at(-1)?.write('answer');
  await user.until('the answer', () => user.received.toString() === 'answer');
  user.close();
  await user.untilEvent('close');
  await user.turns();
  assert.deepEqual(user.events, ['one(IO_SEND_OK)', 'two(IO_SEND_OK)', 'close']);
  assert.deepEqual(user.logs, []);
  assert.equal(user.strays, 0);
  user.destroy();
  return user;
}

describe('tlsio_chained makes and releases its underlying IO', () => {
  it('passes the parameters to concrete_io_create as they are, and destroys once', () => {
    const calls: string[] = [];
    const parameters = { anything: 1 };
    let given: unknown = null;
    const below = watched(
      xioBelow(() => ({
        concrete_io_create: (received) => {
          given = received;
          return {};
        },
      })),
      (name) => calls.push(name),
    );
    const api = create_tlsio_chained();
    const handle = api.tlsio_create({
      hostname: 'h',
      port: 1,
      underlying_io_interface: below,
      underlying_io_parameters: parameters,
    });
    assert.equal(given, parameters);
    api.tlsio_destroy(handle);
    assert.deepEqual(calls, ['create', 'destroy']);
  });

  it('returns NULL when the underlying IO cannot be created', () => {
    const user = new User();
    const below = xioBelow(() => ({ concrete_io_create: () => null }));
    const config = { hostname: 'h', port: 1, underlying_io_interface: below, underlying_io_parameters: null };
    assert.equal(create_tlsio_chained({ log: user.log }).tlsio_create(config), null);
    assert.equal(user.logs.length, 1);
  });

  it('destroys the underlying IO once when memory runs out behind it', () => {
    const calls: string[] = [];
    const below = watched(
      xioBelow(() => ({ concrete_io_create: () => ({}) })),
      (name) => calls.push(name),
    );
    const config = { hostname: 'h', port: 1, underlying_io_interface: below, underlying_io_parameters: null };
    assert.equal(
      create_tlsio_chained({ log: () => undefined, allocate: () => null }).tlsio_create(config),
      null,
    );
    assert.deepEqual(calls, ['create', 'destroy']);
  });

  it('returns NULL for each allocation that fails over its own socketio', () => {
    for (const failing of [1, 2]) {
      let count = 0;
      const allocate = (size: number): Uint8Array | null =>
        ++count === failing ? null : new Uint8Array(size);
      const api = create_tlsio_chained({ log: () => undefined, allocate });
      assert.equal(api.tlsio_create({ hostname: 'h', port: 1 }), null);
    }
  });

  it('calls below only during calls of its own', async () => {
    const user = new User();
    let inside = 0;
    let outside = 0;
    const below = watched(xioBelow(), () => {
      if (inside === 0) outside += 1;
    });
    const api = create_tlsio_chained({ log: user.log });
    const within =
      <P extends unknown[], R>(call: (...parameters: P) => R) =>
      (...parameters: P): R => {
        inside += 1;
        try {
          return call(...parameters);
        } finally {
          inside -= 1;
        }
      };
    user.api = {
      ...api,
      tlsio_create: within(api.tlsio_create),
      tlsio_open_async: within(api.tlsio_open_async),
      tlsio_send_async: within(api.tlsio_send_async),
      tlsio_close_async: within(api.tlsio_close_async),
      tlsio_dowork: within(api.tlsio_dowork),
      tlsio_destroy: within(api.tlsio_destroy),
    };
    user.handle = user.api.tlsio_create({
      hostname: 'localhost',
      port: server.port,
      underlying_io_interface: below,
      underlying_io_parameters: { hostname: '127.0.0.1', port: server.port },
    });
    api.tlsio_setoption(user.handle, 'TrustedCerts', server.authority);
    user.open();
    await user.untilEvent('open(IO_OPEN_OK)');
    user.send(Buffer.alloc(500_000));
    await user.untilEvent('send(IO_SEND_OK)');
    user.close();
    await user.untilEvent('close');
    user.destroy();
    assert.equal(outside, 0);
  });
});

describe('tlsio_chained over an underlying IO that misbehaves', () => {
  it('completes its open twice, and then with an error', () =>
    livesWell(
      xioBelow((real) => ({
        concrete_io_open: (io, complete, context, ...rest) =>
          real.concrete_io_open(
            io,
            (_, result) => {
              complete?.(context, result);
              complete?.(context, result);
              complete?.(context, 'IO_OPEN_ERROR');
            },
            null,
            ...rest,
          ),
      })),
    ));

  it('completes every send twice', () =>
    livesWell(
      xioBelow((real) => ({
        concrete_io_send: (io, bytes, size, complete, context) =>
          real.concrete_io_send(
            io,
            bytes,
            size,
            (_, result) => {
              complete?.(context, result);
              complete?.(context, 'IO_SEND_ERROR');
              complete?.(context, result);
            },
            null,
          ),
      })),
    ));

  it('completes every send at once, inside the call', () =>
    livesWell(
      xioBelow((real) => ({
        concrete_io_send: (io, bytes, size, complete, context) => {
          const result = real.concrete_io_send(io, bytes, size, null, null);
          complete?.(context, 'IO_SEND_OK');
          return result;
        },
      })),
    ));

  it('delivers byte by byte, in a buffer that it uses again, with empty deliveries between', () =>
    livesWell(
      xioBelow((real) => ({
        concrete_io_open: (io, complete, context, bytes, bytesContext, error, errorContext) => {
          const one = new Uint8Array(8);
          const deliver = (_: unknown, buffer: Uint8Array, size: number): void => {
            for (const byte of buffer.subarray(0, size)) {
              one.fill(byte);
              bytes?.(bytesContext, one, 1);
              one.fill(0);
              bytes?.(bytesContext, one, 0);
            }
          };
          return real.concrete_io_open(io, complete, context, deliver, null, error, errorContext);
        },
      })),
    ));

  it('delivers, fails, and completes sends and opens after it was closed', async () => {
    const late: (() => void)[] = [];
    const user = await lifeOver(
      xioBelow((real) => ({
        concrete_io_open: (io, complete, context, bytes, bytesContext, error, errorContext) => {
          late.push(() => {
            complete?.(context, 'IO_OPEN_OK');
            bytes?.(bytesContext, Buffer.from('late'), 4);
            error?.(errorContext);
          });
          return real.concrete_io_open(io, complete, context, bytes, bytesContext, error, errorContext);
        },
        concrete_io_send: (io, bytes, size, complete, context) => {
          late.push(() => complete?.(context, 'IO_SEND_ERROR'));
          return real.concrete_io_send(io, bytes, size, complete, context);
        },
        concrete_io_close: (io, complete, context) => {
          const result = real.concrete_io_close(io, complete, context);
          late.forEach((tell) => {
            tell();
          });
          complete?.(context);
          return result;
        },
      })),
    );
    const before = [...user.events];
    late.forEach((tell) => {
      tell();
    });
    await user.turns();
    assert.deepEqual(user.events, before);
  });

  it('refuses to open, though it says that it is open', async () => {
    let refuse = true;
    const user = setUp(
      xioBelow((real) => ({
        concrete_io_open: (io, complete, context, ...rest) => {
          if (!refuse) return real.concrete_io_open(io, complete, context, ...rest);
          complete?.(context, 'IO_OPEN_OK');
          return 1;
        },
      })),
    );
    assert.notEqual(user.open(), 0);
    assert.equal(user.logs.length, 1);
    await user.turns();
    assert.deepEqual(user.events, []);
    refuse = false;
    assert.equal(user.open(), 0);
    await user.untilEvent('open(IO_OPEN_OK)');
    user.destroy();
  });

  const spoilt: Record<string, (complete: (result: IO_SEND_RESULT) => void) => number> = {
    'refuses a send': () => 1,
    'refuses a send that it completes': (complete) => {
      complete('IO_SEND_OK');
      return 1;
    },
    'completes a send with IO_SEND_ERROR': (complete) => {
      complete('IO_SEND_ERROR');
      return 0;
    },
    'completes a send with IO_SEND_CANCELLED': (complete) => {
      complete('IO_SEND_CANCELLED');
      return 0;
    },
  };
  for (const [how, spoil] of Object.entries(spoilt)) {
    it(`${how}: that message fails, then the error is told`, async () => {
      let spoiled = false;
      const user = await opened(
        xioBelow((real) => ({
          concrete_io_send: (io, bytes, size, complete, context) =>
            spoiled
              ? spoil((result) => complete?.(context, result))
              : real.concrete_io_send(io, bytes, size, complete, context),
        })),
      );
      spoiled = true;
      user.send('x');
      user.send('y', 'second');
      await user.untilEvent('error');
      await user.turns();
      assert.deepEqual(user.events, ['send(IO_SEND_ERROR)', 'error']);
      spoiled = false;
      user.close();
      assert.deepEqual(user.events.slice(2), ['second(IO_SEND_CANCELLED)', 'close']);
      assert.equal(user.open(), 0);
      await user.untilEvent('open(IO_OPEN_OK)');
      user.destroy();
    });
  }

  it('holds what is sent: nothing completes until it is taken, and what is held stays bounded', async () => {
    const held: (() => void)[] = [];
    let holding = false;
    let heldBytes = 0;
    const user = await opened(
      xioBelow((real) => ({
        concrete_io_send: (io, bytes, size, complete, context) => {
          if (!holding) return real.concrete_io_send(io, bytes, size, complete, context);
          const copy = Buffer.from(bytes ?? []);
          heldBytes += size;
          held.push(() => real.concrete_io_send(io, copy, size, complete, context));
          return 0;
        },
      })),
    );
    holding = true;
    const message = Buffer.alloc(8 * 1024 * 1024, 'm');
    user.send(message);
    await user.turns();
    assert.deepEqual(user.events, []);
    assert.ok(heldBytes > 0 && heldBytes < 1024 * 1024, `${heldBytes} bytes went below`);
    holding = false;
    held.forEach((release) => {
      release();
    });
    await user.untilEvent('send(IO_SEND_OK)');
    await user.until('all bytes', () => server.received().length === message.length);
    user.destroy();
  });

  it('never completes a send: the close is given up by the clock, and everything is told once', async () => {
    let now = 0;
    let holding = false;
    const user = await opened(
      xioBelow((real) => ({
        concrete_io_send: (io, bytes, size, complete, context) =>
          holding ? 0 : real.concrete_io_send(io, bytes, size, complete, context),
      })),
      { now: () => now },
    );
    holding = true;
    user.send('x');
    await user.turns();
    user.close();
    await user.turns();
    assert.deepEqual(user.events, ['send(IO_SEND_CANCELLED)']);
    now = 60_000;
    user.dowork();
    assert.deepEqual(user.events, ['send(IO_SEND_CANCELLED)', 'close']);
    assert.ok(user.logs.some((line) => line.startsWith('AZ_LOG_ERROR')));
    user.destroy();
  });

  it('fails while closing: not graceful, but closed', async () => {
    let fail: () => void = () => assert.fail('it was not opened');
    let holding = false;
    const user = await opened(
      xioBelow((real) => ({
        concrete_io_open: (io, complete, context, bytes, bytesContext, error, errorContext) => {
          fail = () => error?.(errorContext);
          return real.concrete_io_open(io, complete, context, bytes, bytesContext, error, errorContext);
        },
        concrete_io_send: (io, bytes, size, complete, context) =>
          holding ? 0 : real.concrete_io_send(io, bytes, size, complete, context),
      })),
    );
    holding = true;
    user.close();
    await user.turns();
    assert.deepEqual(user.events, []);
    fail();
    assert.deepEqual(user.events, [], 'not before dowork');
    user.dowork();
    assert.deepEqual(user.events, ['close']);
    assert.equal(user.logs.length, 1);
    user.destroy();
  });

  it('refuses to close: not graceful, but closed, and opens again', async () => {
    let refuse = true;
    const user = await opened(
      xioBelow((real) => ({
        concrete_io_close: (io, complete, context) => {
          const result = real.concrete_io_close(io, refuse ? null : complete, context);
          return refuse ? 1 : result;
        },
      })),
    );
    user.close();
    await user.untilEvent('close');
    assert.equal(user.logs.length, 1);
    refuse = false;
    assert.equal(user.open(), 0);
    await user.untilEvent('open(IO_OPEN_OK)');
    user.destroy();
  });

  it('takes its time to close: an open waits for it', async () => {
    let finish: (() => void) | null = null;
    let closes = 0;
    const user = await opened(
      xioBelow((real) => ({
        concrete_io_close: (io, complete, context) => {
          closes += 1;
          finish = () => {
            finish = null;
            real.concrete_io_close(io, complete, context);
          };
          return 0;
        },
      })),
    );
    user.close();
    user.close('forced close');
    assert.deepEqual(user.events, ['close', 'forced close']);
    assert.equal(closes, 2, 'the second forces it');
    assert.equal(user.open(), 0);
    await user.turns();
    assert.deepEqual(user.events, ['close', 'forced close']);
    assert.notEqual(finish, null);
    (finish as (() => void) | null)?.();
    await user.untilEvent('open(IO_OPEN_OK)');
    user.destroy();
  });

  it('reports an error while opening', async () => {
    let spoil = true;
    const user = setUp(
      xioBelow((real) => ({
        concrete_io_open: (io, complete, context, bytes, bytesContext, error, errorContext) => {
          const result = real.concrete_io_open(
            io,
            complete,
            context,
            bytes,
            bytesContext,
            error,
            errorContext,
          );
          if (spoil) error?.(errorContext);
          return result;
        },
      })),
    );
    assert.equal(user.open(), 0);
    assert.deepEqual(user.events, []);
    await user.untilEvent('open(IO_OPEN_ERROR)');
    spoil = false;
    assert.equal(user.open(), 0);
    await user.untilEvent('open(IO_OPEN_OK)');
    assert.deepEqual(user.events, ['open(IO_OPEN_ERROR)', 'open(IO_OPEN_OK)']);
    user.destroy();
  });

  it('fails in the call in which it delivers: what came is delivered first', async () => {
    let failing = false;
    const kept: (() => void)[] = [];
    const user = await opened(
      xioBelow((real) => {
        let fail = (): void => undefined;
        return {
          concrete_io_open: (io, complete, context, bytes, bytesContext, error, errorContext) => {
            const deliver = (_: unknown, buffer: Uint8Array, size: number): void => {
              if (failing) kept.push(() => bytes?.(bytesContext, buffer, size));
              else bytes?.(bytesContext, buffer, size);
            };
            fail = () => error?.(errorContext);
            return real.concrete_io_open(io, complete, context, deliver, null, error, errorContext);
          },
          concrete_io_dowork: (io) => {
            real.concrete_io_dowork(io);
            if (kept.length < 2) return;
            kept.splice(0).forEach((deliver) => {
              deliver();
            });
            fail();
          },
        };
      }),
    );
    await user.turns();
    failing = true;
    const peer = server.connections.at(-1);
    peer?.write('last ');
    await user.until('the first part', () => kept.length === 1);
    peer?.write('words');
    await user.untilEvent('error');
    assert.equal(user.received.toString(), 'last words');
    user.destroy();
  });
});

describe('tlsio_chained over an underlying IO that delivers megabytes in one call', () => {
  it('delivers every byte, though the buffers are used again and an error follows at once', async () => {
    const total = 6 * 1024 * 1024;
    const kept: Buffer[] = [];
    let keeping = false;
    let bytesKept = 0;
    const user = await opened(
      xioBelow((real) => {
        let tell: (buffer: Buffer) => void = () => undefined;
        let fail = (): void => undefined;
        return {
          concrete_io_open: (io, complete, context, bytes, bytesContext, error, errorContext) => {
            tell = (buffer) => {
              bytes?.(bytesContext, buffer, buffer.length);
              buffer.fill(0);
            };
            fail = () => error?.(errorContext);
            const deliver = (_: unknown, buffer: Uint8Array, size: number): void => {
              const copy = Buffer.from(buffer.subarray(0, size));
              if (!keeping) {
                tell(copy);
                return;
              }
              kept.push(copy);
              bytesKept += size;
            };
            return real.concrete_io_open(io, complete, context, deliver, null, error, errorContext);
          },
          concrete_io_dowork: (io) => {
            real.concrete_io_dowork(io);
            if (bytesKept <= total) return;
            kept.splice(0).forEach(tell);
            bytesKept = 0;
            fail();
          },
        };
      }),
    );
    keeping = true;
    const sent = randomBytes(total);
    server.connections.at(-1)?.write(sent);
    await user.untilEvent('error');
    assert.ok(user.received.equals(sent));
  });
});

describe('tlsio_chained and options', () => {
  it('passes what it does not know below, and takes it along with its own', () => {
    const names: string[] = [];
    const below = xioBelow((real) => ({
      concrete_io_setoption: (io, name, value) => {
        names.push(String(name));
        return real.concrete_io_setoption(io, name, value);
      },
    }));
    const user = setUp(below);
    assert.equal(user.api.tlsio_setoption(user.handle, 'tcp_keepalive', 1), 0);
    assert.notEqual(user.api.tlsio_setoption(user.handle, 'nonsense', 1), 0);
    assert.deepEqual(names, ['tcp_keepalive', 'nonsense']);
    const options = user.api.tlsio_retrieveoptions(user.handle);
    user.destroy();
    const next = setUp(below);
    assert.equal(options?.OptionHandler_FeedOptions(next.handle ?? {}), 0);
    const again = next.api.tlsio_retrieveoptions(next.handle)?.options ?? [];
    assert.deepEqual(
      again.map(({ name }) => name),
      ['TrustedCerts', 'underlying_io_options'],
    );
    assert.equal(again[0]?.value, server.authority);
    const inner = again[1]?.value as { options: unknown };
    assert.deepEqual(inner.options, [{ name: 'tcp_keepalive', value: 1 }]);
    next.destroy();
  });

  it('has none to give when the underlying IO gives none', () => {
    const user = setUp(xioBelow(() => ({ concrete_io_retrieveoptions: () => null })));
    assert.equal(user.api.tlsio_retrieveoptions(user.handle), null);
    assert.equal(user.logs.length, 1);
    user.destroy();
  });
});

describe('tlsio_chained over another tlsio', () => {
  it('opens, echoes, closes gracefully, and opens again after a forced close', async () => {
    const { server: certificates } = await certificatesFor('localhost');
    const { certificate, privateKey } = certificates.good;
    const outer = await startTlsServer({
      serve: (socket) => {
        const inner = new TLSSocket(socket, { isServer: true, cert: certificate, key: privateKey });
        inner.on('error', () => inner.destroy());
        inner.pipe(inner);
      },
    });
    const user = new User();
    user.api = create_tlsio_chained({ log: user.log });
    const below = user.api.tlsio_get_interface_description();
    user.handle = user.api.tlsio_create({
      hostname: 'localhost',
      port: outer.port,
      underlying_io_interface: below,
      underlying_io_parameters: { hostname: 'localhost', port: outer.port },
    });
    user.api.tlsio_setoption(user.handle, 'TrustedCerts', outer.authority);
    const inner = create_tlsio_chained({ log: user.log });
    const carrier = inner.tlsio_create({ hostname: 'localhost', port: outer.port });
    inner.tlsio_setoption(carrier, 'TrustedCerts', outer.authority);
    const options = inner.tlsio_retrieveoptions(carrier);
    inner.tlsio_destroy(carrier);
    assert.equal(user.api.tlsio_setoption(user.handle, 'underlying_io_options', options), 0);
    for (const round of [1, 2]) {
      user.events.length = 0;
      user.chunks.length = 0;
      assert.equal(user.open(), 0);
      await user.untilEvent('open(IO_OPEN_OK)');
      user.send(Buffer.alloc(300_000, 'e'));
      await user.until('the echo', () => user.received.length === 300_000);
      user.close();
      if (round === 1) user.close('forced');
      await user.untilEvent('close');
    }
    user.destroy();
    await outer.dispose();
  });
});
