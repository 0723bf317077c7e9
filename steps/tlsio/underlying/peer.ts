/** The TLS server at the far end, seen and driven by a scenario. */
export interface TlsPeer {
  /** Connections that reached it, TLS or not. */
  readonly connections: number;
  /** Handshakes that completed. */
  readonly handshakes: number;
  /** Server name that the newest ClientHello asked for, or null. */
  readonly servername: string | null;
  /** Protocol of the newest handshake, `TLSv1.3`. */
  readonly protocol: string | null;
  /** Common name of the certificate that the client showed in the newest handshake, or null. */
  readonly clientName: string | null;
  /** Host and port that the newest connection was asked for. */
  readonly address: { readonly host: string; readonly port: number } | null;
  /** All application bytes received on the newest connection. */
  readonly received: Buffer;
  /** Bytes of cipher text that arrived, all connections together. */
  readonly cipherBytes: number;
  /** True when the newest connection ended with a close_notify from the adapter's side. */
  readonly closedGracefully: boolean;
  /** True while the newest connection stands: neither side has ended or cut it. */
  readonly connected: boolean;
  /** Sends application bytes on the newest connection; throws when its handshake is not done. */
  send(bytes: Uint8Array): void;
  /**
   * Keeps no bytes of the newest connection any more: hands over those that it has, and all that come from now on.
   * For scenarios of so many that they would weigh more than what they are about.
   */
  handOver(take: (bytes: Buffer) => void): void;
  /** Ends gracefully: close_notify. */
  close(): void;
  /** Cuts the connection without a close_notify. */
  reset(): void;
  stopReading(): void;
  resumeReading(): void;
}
