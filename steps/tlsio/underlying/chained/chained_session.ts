import type { IO_OPEN_RESULT, IO_SEND_RESULT } from '../../../../src/adapters/xio/xio.js';
import {
  IO_OPEN_CANCELLED,
  IO_SEND_CANCELLED,
  IO_SEND_ERROR,
  IO_SEND_OK,
} from '../../../../src/stage/xio.js';
import { bytes, type Recorder } from '../../../../src/stage/recorder.js';
import type { SeamSettings } from '../seam_settings.js';
import type { Movement } from '../../../../src/stage/under_way.js';

/** The adapter's callbacks of one `concrete_io_open`, its contexts bound. */
export interface SessionCallbacks {
  opened(result: IO_OPEN_RESULT): void;
  received(data: Uint8Array): void;
  error(): void;
}

/** Hands bytes to the underlying IO; `done` is told when they are out. Gives what `concrete_io_send` gives. */
export type SendBelow = (data: Buffer, done: (result: IO_SEND_RESULT) => void) => number;

interface Late {
  /** Calls of dowork to come before it is told. */
  left: number;
  readonly tell: () => void;
  /** What is told instead when the session ends first. */
  readonly atEnd: () => void;
}

interface Held {
  readonly data: Buffer;
  sent: number;
  readonly complete: (result: IO_SEND_RESULT) => void;
}

/** What the seam keeps back between one `concrete_io_open` and its end: pieces, held sends, late completions. */
export class ChainedSession {
  /** False where the scenario made the open fail, so that the IO below was never asked. */
  openBelow = true;
  /** True once the scenario made the IO fail: it sends no more. */
  broken = false;
  private over = false;
  private errorTold = false;
  private inbox: (Buffer | 'error')[] = [];
  private outbox: Held[] = [];
  private late: Late[] = [];

  constructor(
    private readonly callbacks: SessionCallbacks,
    private readonly settings: SeamSettings,
    private readonly recorder: Recorder,
    private readonly sendBelow: SendBelow,
  ) {}

  moving(): readonly Movement[] {
    const all: Movement[] = [];
    const unread = this.inbox.reduce((sum, item) => sum + (item === 'error' ? 0 : item.length), 0);
    if (this.inbox.length > 0)
      all.push({ what: `${bytes(unread)} to be delivered in dowork`, waitsForAdapter: true });
    if (this.late.length > 0)
      all.push({ what: `${this.late.length} late completions`, waitsForAdapter: true });
    if (this.outbox.length > 0 && !this.settings.held)
      all.push({ what: 'sends to be taken in dowork', waitsForAdapter: true });
    return all;
  }

  opened(result: IO_OPEN_RESULT): void {
    this.tellByPlan(
      'open',
      () => {
        this.callbacks.opened(result);
      },
      () => {
        this.callbacks.opened(IO_OPEN_CANCELLED);
      },
    );
  }

  /** Makes the open fail in the next dowork, the IO below untouched. */
  openLater(result: IO_OPEN_RESULT): void {
    this.openBelow = false;
    this.late.push({
      left: 1,
      tell: () => {
        this.callbacks.opened(result);
      },
      atEnd: () => {
        this.callbacks.opened(IO_OPEN_CANCELLED);
      },
    });
  }

  received(data: Uint8Array, size: number): void {
    if (this.over) return;
    const pieces = this.settings.deliverPieces;
    if (pieces === null && this.inbox.length === 0) {
      this.callbacks.received(data.subarray(0, size));
      return;
    }
    const copy = Buffer.from(data.subarray(0, size));
    for (let start = 0; start < size; start += pieces ?? size)
      this.inbox.push(copy.subarray(start, start + (pieces ?? size)));
  }

  /** An error of the IO below, told behind the bytes that came before it. */
  error(): void {
    if (this.inbox.length === 0) this.tellError();
    else this.inbox.push('error');
  }

  /** The IO fails now, by the scenario's will; told in the next dowork. */
  breakNow(): void {
    this.broken = true;
    this.inbox.push('error');
  }

  send(data: Buffer, complete: (result: IO_SEND_RESULT) => void): number {
    const tell = (result: IO_SEND_RESULT): void => {
      this.tellByPlan('send', () => {
        complete(result);
      });
    };
    if (this.settings.held || this.settings.takePieces !== null || this.outbox.length > 0) {
      this.outbox.push({ data, sent: 0, complete: tell });
      return 0;
    }
    return this.sendBelow(data, tell);
  }

  /** The part of dowork that is the seam's: a piece, a send, a completion whose time has come. */
  dowork(): void {
    if (this.late.length > 0) this.recorder.move();
    this.deliverPiece();
    if (!this.over && !this.settings.held) this.sendHeld();
    for (const item of this.late.filter((late) => (late.left -= 1) <= 0)) {
      if (this.over) return;
      this.late = this.late.filter((late) => late !== item);
      item.tell();
    }
  }

  /** The adapter closes: what is pending is told now, cancelled where it did not happen. */
  close(): void {
    if (this.over) return;
    this.over = true;
    this.inbox = [];
    const { late, outbox } = this;
    this.late = [];
    this.outbox = [];
    for (const item of late) item.atEnd();
    for (const item of outbox) item.complete(IO_SEND_CANCELLED);
  }

  private tellByPlan(completion: 'open' | 'send', tell: () => void, atEnd = tell): void {
    const { late, times } = this.settings.plan(completion);
    const repeat = (one: () => void) => (): void => {
      for (let time = 0; time < times; time += 1) one();
    };
    if (late === 0 || this.over) repeat(tell)();
    else this.late.push({ left: late, tell: repeat(tell), atEnd: repeat(atEnd) });
  }

  private tellError(): void {
    if (this.over || this.errorTold) return;
    this.errorTold = true;
    this.callbacks.error();
  }

  private deliverPiece(): void {
    const whole = this.settings.deliverPieces === null;
    do {
      const item = this.inbox.shift();
      if (item === 'error') this.tellError();
      else if (item !== undefined) this.callbacks.received(item);
    } while (whole && this.inbox.length > 0);
  }

  private sendHeld(): void {
    const pieces = this.settings.takePieces;
    do {
      const item = this.outbox[0];
      if (item === undefined) return;
      const end = Math.min(item.data.length, item.sent + (pieces ?? item.data.length));
      const piece = item.data.subarray(item.sent, end);
      item.sent = end;
      const last = end === item.data.length;
      if (last) this.outbox.shift();
      const done = (result: IO_SEND_RESULT): void => {
        if (last || result !== IO_SEND_OK) this.finishHeld(item, result);
      };
      if (this.sendBelow(piece, done) !== 0) this.finishHeld(item, IO_SEND_ERROR);
    } while (pieces === null && !this.over);
  }

  private readonly finished = new WeakSet<Held>();

  private finishHeld(item: Held, result: IO_SEND_RESULT): void {
    if (this.finished.has(item)) return;
    this.finished.add(item);
    this.outbox = this.outbox.filter((held) => held !== item);
    item.complete(result);
  }
}
