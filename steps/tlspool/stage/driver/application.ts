/** One exchange as the application that has it sees it. */
export interface DrivenFlow {
  /** What the application is asked and has not answered. */
  readonly asked: 'local identity' | 'reconnect' | null;
  readonly end: 'protected' | 'error' | null;
  /** The application's end of the plain text, its own to close. */
  readonly plaintext: number | null;
  /** Agrees to what is asked. */
  accept(): void;
  /** Declines what is asked. */
  refuse(): void;
  /** Wants to hear nothing more of it. */
  giveUp(): void;
}

/** An application at a pool, past the timeline. */
export interface Application {
  /**
   * Hands a connection to the pool, to which the application connects unless it is connected.
   * @param checks Whether the pool asks about the local identity.
   */
  begin(cipher: number, checks: boolean): DrivenFlow;
  /** Takes what the pool has sent. */
  process(): void;
  /** Closes the connection to the pool. */
  close(): void;
}
