import type { Address } from './lws_calls.js';

/** What an address points to. */
export type HandleKind = 'SSL_CTX' | 'X509_STORE' | 'X509' | 'BIO' | 'BIO_METHOD';

/** An opaque object of a library, as long as it lives: one that was freed is an address no more. */
export class Handle {
  private constructor(
    private readonly kind: HandleKind,
    private address: Address | null,
  ) {}

  /** Null for a `NULL`. */
  static of(kind: HandleKind, address: Address | null): Handle | null {
    return address === null ? null : new Handle(kind, address);
  }

  /** The address behind what a caller gives; null when it is of another kind, or was freed. */
  static addressOf(kind: HandleKind, given: object): Address | null {
    return given instanceof Handle && given.kind === kind ? given.address : null;
  }

  /** It was freed, or goes with what it belongs to. */
  forget(): void {
    this.address = null;
  }
}
