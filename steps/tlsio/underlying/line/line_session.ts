import type { IO_OPEN_RESULT, IO_SEND_RESULT } from '../../../../src/adapters/xio/xio.js';
import {
  IO_OPEN_CANCELLED,
  IO_OPEN_ERROR,
  IO_OPEN_OK,
  IO_SEND_CANCELLED,
  IO_SEND_ERROR,
  IO_SEND_OK,
} from '../../../../src/stage/xio.js';
import type { LineEnd } from './line.js';
import type { Address, Wire } from '../wire.js';

/** The callbacks of one `concrete_io_open`, their contexts bound. */
export interface LineSessionCallbacks {
  opened(result: IO_OPEN_RESULT): void;
  received(bytes: Buffer): void;
  error(): void;
}

interface SessionEvent {
  readonly tell: () => void;
  /** True for the end of the line: it is told in a call after that of the last bytes, as by a socketio. */
  readonly alone: boolean;
}

type CompleteSend = (result: IO_SEND_RESULT) => void;

/** One opening of an xio, from `concrete_io_open` to its close. What happens is told in dowork. */
export class LineSession {
  private state: 'opening' | 'open' | 'over' = 'opening';
  private readonly events: SessionEvent[] = [];
  private readonly sends = new Set<CompleteSend>();
  private readonly line: LineEnd;

  constructor(
    dial: Wire['dial'],
    address: Address,
    private readonly callbacks: LineSessionCallbacks,
  ) {
    this.line = dial(address, {
      connected: () => {
        this.connected();
      },
      failed: () => {
        this.later(() => {
          this.state = 'over';
          callbacks.opened(IO_OPEN_ERROR);
        });
      },
    });
  }

  get isOpen(): boolean {
    return this.state === 'open';
  }

  get hasEvents(): boolean {
    return this.events.length > 0;
  }

  send(bytes: Buffer, complete: CompleteSend): void {
    const once: CompleteSend = (result) => {
      if (this.sends.delete(once)) complete(result);
    };
    this.sends.add(once);
    this.line.write(bytes, (error) => {
      this.later(() => {
        once(error === null ? IO_SEND_OK : IO_SEND_ERROR);
      });
    });
  }

  /** Tells what came since the last call; `goesOn` says whether a callback has closed the session meanwhile. */
  dowork(goesOn: () => boolean): void {
    const due = this.events.findIndex(({ alone }, index) => alone && index > 0);
    for (const { tell } of this.events.splice(0, due === -1 ? this.events.length : due)) {
      if (goesOn()) tell();
    }
  }

  /** Ends the session: no event of it is told any more, what is pending is cancelled. */
  close(): void {
    const opening = this.state === 'opening';
    this.state = 'over';
    this.events.length = 0;
    this.line.destroy();
    if (opening) this.callbacks.opened(IO_OPEN_CANCELLED);
    for (const complete of [...this.sends]) complete(IO_SEND_CANCELLED);
  }

  private connected(): void {
    const broken = (): void => {
      this.later(() => {
        if (this.state !== 'open') return;
        this.state = 'over';
        this.callbacks.error();
      }, true);
    };
    this.line.attach({
      received: (bytes) => {
        this.later(() => {
          this.callbacks.received(bytes);
        });
      },
      finished: broken,
      failed: broken,
    });
    this.later(() => {
      this.state = 'open';
      this.callbacks.opened(IO_OPEN_OK);
    });
  }

  private later(tell: () => void, alone = false): void {
    this.events.push({ tell, alone });
  }
}
