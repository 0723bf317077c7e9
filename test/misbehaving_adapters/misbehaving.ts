import type { AdapterModule } from '../../src/subject/adapter.js';
import type { Dependencies } from '../../src/adapters/index.js';

type Log = Dependencies['log'];

/** What a run must say of the scenario in which an adapter misbehaves. */
export interface Expected {
  readonly verdict: 'passed' | 'failed' | 'crashed' | 'hung';
  /** A part of the reason; empty where there is none. */
  readonly reason: string;
  /** A part of the error's message: the end of what the process wrote to standard error. */
  readonly message?: string;
  /** The stall limit for the run, in seconds; else long enough for a busy machine. */
  readonly timeout?: number;
}

/** An adapter that refuses every configuration, as it should, and misbehaves in the call of one requirement. */
export function misbehaving(name: string, misbehave: (log: Log) => unknown): AdapterModule {
  return {
    specification: 'tlsio',
    name,
    version: '1.0.0',
    capabilities: { design: 'direct' },
    create: ({ log }) => ({
      tlsio_create: (parameters: { readonly hostname: string | null } | null) => {
        log('AZ_LOG_ERROR', 'refused');
        return (parameters?.hostname === null ? misbehave(log) : null) ?? null;
      },
      tlsio_destroy: () => undefined,
      tlsio_dowork: () => undefined,
    }),
  };
}
