import { createHash } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import type { SecureContext, SecureContextOptions } from 'node:tls';

/** Contexts in use, by a digest of what they were made of: the texts may be private keys, and are not kept for this. */
const contexts = new Map<string, WeakRef<SecureContext>>();
const forget = new FinalizationRegistry<string>((digest) => {
  if (contexts.get(digest)?.deref() === undefined) contexts.delete(digest);
});

/** What a context is made of, certificates and keys as PEM texts. */
type Settings = Readonly<
  Partial<Record<'ca' | 'cert' | 'key', string>> & Pick<SecureContextOptions, 'minVersion' | 'maxVersion'>
>;

/**
 * A context for connections with these settings. Reading certificates is a fifth of what a connection costs, and who
 * connects again, or connects many times, trusts the same authorities: equal settings share one context.
 * @throws Error when certificate and key do not belong together
 */
export function secureContextOf(settings: Settings): SecureContext {
  const digest = createHash('sha256')
    .update(JSON.stringify(Object.entries(settings)))
    .digest('base64');
  const known = contexts.get(digest)?.deref();
  if (known !== undefined) return known;
  const context = createSecureContext(settings);
  contexts.set(digest, new WeakRef(context));
  forget.register(context, digest);
  return context;
}
