import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { OptionHandler_Create } from '../xio/option_handler.js';
import type { SetOption } from '../xio/option_handler.js';
import type { OPTIONHANDLER_HANDLE } from '../xio/xio.js';

/** Names of the options, as the Azure C library has them; both values are whole numbers. */
const KEEP_ALIVE = 'tcp_keepalive';
const KEEP_ALIVE_TIME = 'tcp_keepalive_time';

/**
 * The options of one socketio: `tcp_keepalive` (0 or 1) switches TCP keep-alive probes on, and `tcp_keepalive_time`
 * is the idle time before the first probe in seconds. They take effect with the next open.
 */
export class SocketioOptions {
  private readonly values = new Map<string, number>();

  /** Stores an option; returns the reason when it cannot. */
  set(name: string, value: unknown): string | null {
    if (name !== KEEP_ALIVE && name !== KEEP_ALIVE_TIME) return `unknown option ${name}`;
    const limit = name === KEEP_ALIVE ? 1 : 0x7fff;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > limit) {
      return `${name} takes a whole number from 0 to ${limit}`;
    }
    this.values.set(name, value);
    return null;
  }

  applyTo(stream: Duplex): void {
    if (!(stream instanceof Socket) || this.values.get(KEEP_ALIVE) !== 1) return;
    stream.setKeepAlive(true, (this.values.get(KEEP_ALIVE_TIME) ?? 0) * 1000);
  }

  retrieve(setOption: SetOption): OPTIONHANDLER_HANDLE {
    const handler = OptionHandler_Create(setOption);
    for (const [name, value] of this.values) handler.OptionHandler_AddOption(name, value);
    return handler;
  }
}
