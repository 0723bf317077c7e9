import { createTlsUnderlying, type TlsUnderlyingOptions } from '../create_tls_underlying.js';
import { Pump } from '../../../../src/stage/pump.js';
import type { TlsUnderlying } from '../underlying.js';

/** The four combinations of kind and design, for tests that run on each. */
export const COMBINATIONS = (['mock', 'loopback'] as const).flatMap((kind) =>
  (['chained', 'direct'] as const).map((design) => ({ kind, design, name: `${kind}, ${design}` })),
);

export type Combination = Pick<TlsUnderlyingOptions, 'kind' | 'design'>;

/** Runs a test on an underlying IO, with the events it tells, and disposes of it. */
export async function withUnderlying(
  options: Combination & Pick<TlsUnderlyingOptions, 'hostname'>,
  run: (under: TlsUnderlying, events: string[]) => Promise<void>,
): Promise<void> {
  const events: string[] = [];
  const under = await createTlsUnderlying({
    ...options,
    observer: {
      onEvent: ({ kind, name, detail }) => events.push(`${kind} ${name} ${detail}`.trim()),
      mark: () => events.length,
      during: () => [],
    },
  });
  try {
    await run(under, events);
  } finally {
    await under.dispose();
  }
}

/** Opens a client's connection and lets it come to rest. */
export async function settled<Client extends { readonly pump: () => void }>(
  under: TlsUnderlying,
  client: Client,
): Promise<Client> {
  await new Pump(under, client.pump).settle();
  return client;
}
