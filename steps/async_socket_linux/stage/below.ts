import type { LinuxSocket } from '../../../src/adapters/async_socket_linux/linux_socket/linux_socket.js';
import type { LinuxSocketUnderlying } from '../underlying/underlying.js';

/** Which underlying IO stands now: another one for another async socket of the same scenario. */
export class Below {
  current: LinuxSocketUnderlying;
  private past: LinuxSocketUnderlying[] = [];

  constructor(private readonly create: () => LinuxSocketUnderlying) {
    this.current = create();
  }

  renew(): void {
    this.past.push(this.current);
    this.current = this.create();
  }

  /** Releases those that stood before. */
  disposePast(): void {
    for (const under of this.past.splice(0)) under.dispose();
  }

  dispose(): void {
    this.disposePast();
    this.current.dispose();
  }

  /** What the adapter gets once, whichever stands. */
  readonly calls = (): LinuxSocket => {
    const now = (): LinuxSocket => this.current.observed.calls;
    return {
      send: (...given) => now().send(...given),
      recv: (...given) => now().recv(...given),
      close: (...given) => now().close(...given),
      errno: () => now().errno(),
      epoll_ctl: (...given) => now().epoll_ctl(...given),
      platform_get_completion_port: () => now().platform_get_completion_port(),
      completion_port_dec_ref: (...given) => {
        now().completion_port_dec_ref(...given);
      },
      completion_port_add: (...given) => now().completion_port_add(...given),
      completion_port_remove: (...given) => {
        now().completion_port_remove(...given);
      },
    };
  };
}
