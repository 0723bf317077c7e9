/** Bytes that wait for their reader before a writer is told that there is no room. */
const ROOM = 65_536;

/** What one write has left to be read. */
export interface Chunk {
  readonly bytes: Buffer;
  readonly passed: readonly OpenFile[];
}

/** What descriptors stand for; several may stand for one. */
export abstract class OpenFile {
  references = 0;
  onReadable: (() => void) | null = null;
  onWritable: (() => void) | null = null;
  abstract get readable(): boolean;
  abstract release(): void;
}

/** One end of a stream. */
export class End extends OpenFile {
  readonly incoming: Chunk[] = [];
  other: End | null = null;
  /** The other end writes no more. */
  ended = false;

  get readable(): boolean {
    return this.incoming.length > 0 || this.ended;
  }

  /** Bytes that have come and were not read. */
  filling = 0;

  /** Something can be written, or nobody is there to read it. */
  get writable(): boolean {
    return this.other === null || this.other.filling < ROOM;
  }

  endOther(): void {
    if (this.other === null || this.other.ended) return;
    this.other.ended = true;
    this.other.onReadable?.();
  }

  release(): void {
    this.endOther();
    if (this.other !== null) {
      this.other.other = null;
      this.other.onWritable?.();
    }
    for (const file of this.incoming.splice(0).flatMap(({ passed }) => passed)) drop(file);
  }
}

/** A socket that is listened at. */
export class Listener extends OpenFile {
  readonly waiting: End[] = [];
  isOpen = true;

  get readable(): boolean {
    return this.waiting.length > 0;
  }

  release(): void {
    this.isOpen = false;
    for (const end of this.waiting.splice(0)) drop(end);
  }
}

/** Takes back one reference; what has none left is released. */
export function drop(file: OpenFile): void {
  file.references -= 1;
  if (file.references === 0) file.release();
}

/** Both ends of a new stream. */
export function couple(): readonly [End, End] {
  const [one, other] = [new End(), new End()];
  one.other = other;
  other.other = one;
  return [one, other];
}
