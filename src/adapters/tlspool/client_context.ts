import type { Dependencies } from '../xio/dependencies.js';
import { _FAILURE_ } from '../xio/xio.js';
import type { Descriptors } from './descriptors.js';
import { Flow } from './flow.js';
import { PoolConnection } from './pool_connection.js';
import { longestText, type TextField } from './wire.js';

/** What the functions of one client share: its surroundings, and the handles that it has given and not taken back. */
export class ClientContext {
  readonly pools = new Set<unknown>();
  readonly flows = new Set<unknown>();

  constructor(
    readonly descriptors: Descriptors,
    private readonly log: Dependencies['log'],
  ) {}

  error(message: string): void {
    this.log('AZ_LOG_ERROR', message);
  }

  /** The result of a function that returns a number: 0, or a failure whose reason is logged. */
  resultOf(name: string, reason: string | null): number {
    if (reason === null) return 0;
    this.error(`${name}: ${reason}`);
    return _FAILURE_;
  }

  /** The connection that a handle stands for; null for NULL, and for one that is closed. */
  poolOf(handle: unknown): PoolConnection | null {
    return handle instanceof PoolConnection && this.pools.has(handle) ? handle : null;
  }

  /** The flow that a handle stands for; null for NULL, and for one that is destroyed. */
  flowOf(handle: unknown): Flow | null {
    return handle instanceof Flow && this.flows.has(handle) ? handle : null;
  }

  closeIfGiven(descriptor: number): void {
    if (descriptor >= 0) this.descriptors.close(descriptor);
  }
}

/** Says which text its field can't hold. */
export function tooLong(texts: Partial<Readonly<Record<TextField, string | null>>>): string | null {
  for (const [name, text] of Object.entries(texts)) {
    const longest = longestText(name as TextField);
    if (text !== null && Buffer.byteLength(text) > longest) return `${name} holds ${longest} bytes`;
  }
  return null;
}
