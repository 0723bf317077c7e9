import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ScriptedUser } from '../testing/scripted_user.js';
import { xioBelow } from '../testing/xio_below.js';
import { create_tlsio_chained, create_tlsio_direct } from './tlsio.js';

const nothing = (): void => undefined;

for (const [design, create] of [
  ['chained', create_tlsio_chained],
  ['direct', create_tlsio_direct],
] as const) {
  describe(`tlsio_create of tlsio_${design}`, () => {
    const logs: string[] = [];
    const api = create({ log: (category, message) => logs.push(`${category} ${message}`) });
    const refused = (parameters: unknown): void => {
      logs.length = 0;
      assert.equal(api.tlsio_create(parameters), null);
      assert.equal(logs.length, 1);
      assert.match(logs[0] ?? '', /^AZ_LOG_ERROR tlsio_create/);
    };
    const config = {
      hostname: 'h',
      port: 443,
      underlying_io_interface: null,
      underlying_io_parameters: null,
    };

    it('logs and returns NULL for what it cannot use', () => {
      refused(null);
      refused(undefined);
      refused({ ...config, hostname: null });
      refused({ ...config, hostname: '' });
      for (const port of [-1, 0x10000, 1.5, Number.NaN, '443', null]) refused({ ...config, port });
    });

    it('takes every port from 0 to 65535', () => {
      for (const port of [0, 1, 0xffff]) {
        const handle = api.tlsio_create({ ...config, port });
        assert.notEqual(handle, null);
        api.tlsio_destroy(handle);
      }
    });

    it(`${design === 'direct' ? 'refuses' : 'takes'} an underlying IO`, () => {
      const below = {
        ...config,
        underlying_io_interface: xioBelow(() => ({ concrete_io_create: () => ({}) })),
      };
      if (design === 'direct') {
        refused(below);
        refused({ ...config, underlying_io_parameters: {} });
      } else {
        assert.notEqual(api.tlsio_create(below), null);
        assert.notEqual(api.tlsio_create({ ...config, underlying_io_parameters: {} }), null);
      }
    });

    it('returns NULL when there is no memory', () => {
      const poor = create({ log: nothing, allocate: () => null });
      assert.equal(poor.tlsio_create(config), null);
    });

    it('keeps a hostname of its own', () => {
      const hosts: string[] = [];
      const own = create({
        log: nothing,
        connect: ({ host, port }) => {
          hosts.push(`${host}:${port}`);
          return null;
        },
      });
      const parameters = { ...config, hostname: 'first', port: 5 };
      const handle = own.tlsio_create(parameters);
      Object.assign(parameters, { hostname: 'second', port: 6 });
      assert.notEqual(own.tlsio_open_async(handle, nothing, null, nothing, null, nothing, null), 0);
      assert.deepEqual(hosts, ['first:5']);
    });

    it('has a VTable of the same eight functions, always the same', () => {
      const description = api.tlsio_get_interface_description();
      assert.equal(api.tlsio_get_interface_description(), description);
      assert.deepEqual(
        new Map<string, unknown>(Object.entries(description)),
        new Map<string, unknown>([
          ['concrete_io_retrieveoptions', api.tlsio_retrieveoptions],
          ['concrete_io_create', api.tlsio_create],
          ['concrete_io_destroy', api.tlsio_destroy],
          ['concrete_io_open', api.tlsio_open_async],
          ['concrete_io_close', api.tlsio_close_async],
          ['concrete_io_send', api.tlsio_send_async],
          ['concrete_io_dowork', api.tlsio_dowork],
          ['concrete_io_setoption', api.tlsio_setoption],
        ]),
      );
    });

    it('knows no option but its own', () => {
      const handle = api.tlsio_create(config);
      logs.length = 0;
      assert.notEqual(api.tlsio_setoption(handle, 'rejectUnauthorized', false), 0);
      assert.match(logs.at(-1) ?? '', /rejectUnauthorized/);
    });
  });
}

describe('NULL', () => {
  const bytes = Buffer.from('x');

  it('as a handle is logged and refused; tlsio_destroy does nothing at all', () => {
    const { api, logs } = new ScriptedUser();
    assert.notEqual(api.tlsio_open_async(null, nothing, null, nothing, null, nothing, null), 0);
    assert.notEqual(api.tlsio_close_async(null, nothing, null), 0);
    assert.notEqual(api.tlsio_send_async(null, bytes, 1, nothing, null), 0);
    api.tlsio_dowork(null);
    assert.notEqual(api.tlsio_setoption(null, 'tls_version', 12), 0);
    assert.equal(api.tlsio_retrieveoptions(null), null);
    assert.equal(logs.length, 6);
    api.tlsio_destroy(null);
    assert.equal(logs.length, 6);
  });

  it('as an argument is logged and refused, in the state that would allow the call', () => {
    const closed = new ScriptedUser();
    const open = new ScriptedUser().enter('TLSIO_STATE_EXT_OPEN');
    const calls: [ScriptedUser, (user: ScriptedUser) => number][] = [
      [closed, ({ api, handle }) => api.tlsio_open_async(handle, null, null, nothing, null, nothing, null)],
      [closed, ({ api, handle }) => api.tlsio_open_async(handle, nothing, null, null, null, nothing, null)],
      [closed, ({ api, handle }) => api.tlsio_open_async(handle, nothing, null, nothing, null, null, null)],
      [open, ({ api, handle }) => api.tlsio_close_async(handle, null, null)],
      [open, ({ api, handle }) => api.tlsio_send_async(handle, null, 1, nothing, null)],
      [open, ({ api, handle }) => api.tlsio_send_async(handle, bytes, 1, null, null)],
      [open, ({ api, handle }) => api.tlsio_send_async(handle, bytes, 0, nothing, null)],
      [closed, ({ api, handle }) => api.tlsio_setoption(handle, null, 12)],
      [closed, ({ api, handle }) => api.tlsio_setoption(handle, 'tls_version', null)],
    ];
    for (const [user, call] of calls) {
      user.forget();
      assert.notEqual(call(user), 0, String(call));
      assert.equal(user.errorLogs.length, 1, String(call));
    }
    assert.equal(closed.open(), 0, 'still closed');
    assert.equal(open.send('x'), 0, 'still open');
    assert.deepEqual([...closed.events, ...open.events], []);
  });
});
