import { When } from '../../../src/system/phrase_registry.js';
import { UINT32_MAX } from '../../async_socket/header.js';
import { SIZEOF_WSABUF } from '../underlying/header.js';
import {
  callUnderTest,
  defineCircumstance,
  prepareUnlessChosen,
} from '../../../src/phrases/circumstances.js';
import type { Win32World } from '../stage/world.js';

/** What sentences call by a name that is defined nowhere. */
const MEANT = new Map(Object.entries<string>({ net_comm_send_async: 'WSASend' }));

defineCircumstance('(net_comm_\\w+|WSA\\w+) fails', async (world: Win32World, functionName, name = '') => {
  await prepareUnlessChosen(world, functionName);
  world.stage.failBelow(MEANT.get(name) ?? name);
  return {};
});

const LIMITS = new Map(Object.entries<number>({ UINT32_MAX }));

/** An array of so many buffers that counts how many of them were looked at. */
class CountingBuffers {
  read = 0;
  readonly buffers: readonly object[];

  constructor(length: number) {
    this.buffers = new Proxy([], {
      get: (target, key): unknown => {
        if (key === 'length') return length;
        if (typeof key === 'symbol' || !/^\d+$/.test(key)) return Reflect.get(target, key);
        this.read += 1;
        // An adapter that looks at them all finds the first one wrong, and need not be waited for.
        return { buffer: null, length: 0 };
      },
    });
  }
}

/** The WSABUF items alone need more; no such array is looked at, as none could exist. */
When(
  /^(\w+) is called and the amount of memory needed to allocate the context and the WSABUF items is exceeding (\w+)$/,
  async function (this: Win32World, functionName: string, limit: string) {
    const most = LIMITS.get(limit);
    if (most === undefined) throw new Error(`no step knows the limit ${limit}`);
    await prepareUnlessChosen(this, functionName);
    const { parameters } = this.stage.session.prototype(functionName);
    const count = Math.floor(most / SIZEOF_WSABUF) + 1;
    const given = new CountingBuffers(count);
    const name = parameters[1]?.name ?? 'buffers';
    callUnderTest(this, functionName, { [name]: given.buffers, buffer_count: count });
    this.expect.that(given.read === 0, 'no buffer is looked at', '0 buffers', `${given.read} buffers`);
  },
);
