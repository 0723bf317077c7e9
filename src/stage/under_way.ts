/** Something that is under way below an adapter. */
export interface Movement {
  /** For a reader: `12 bytes on the way to the peer`. */
  readonly what: string;
  /** True when it goes on only if the adapter reads or is pumped; false when it goes on by itself. */
  readonly waitsForAdapter: boolean;
}

/** What an underlying IO knows of everything that is under way in it. */
export interface UnderWay {
  /**
   * True when all of it shows. False when the operating system or another process has a part in it: nobody can see what
   * they have in hand.
   */
  readonly isInMemory: boolean;
  /** Everything that is under way and shows. */
  moving(): readonly Movement[];
  /** Grows with each thing that moves: two equal readings with turns of the event loop between them mean standstill. */
  activity(): number;
}
